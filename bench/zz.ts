import { readFileSync } from 'node:fs';
import { loadLibrary } from './load-library.ts';
import { prepareLibrary } from '../core/src/review/prepare.ts';
import { readNote } from '../core/src/facts/text/read-note.ts';
import { makeTools } from '../core/src/facts/procedures/tools.ts';
const library = prepareLibrary(loadLibrary()) as any;
const reader = library.reader ?? library.facts?.reader;
const rows = readFileSync('/tmp/blind/' + process.argv[2] + '/mtsamples_pain_dev.jsonl', 'utf8').trim().split('\n').map((l) => JSON.parse(l));
for (const r of rows.filter((x) => process.argv.includes(x.id))) {
  const note = readNote({ id: 'note', text: r.text }) as any;
  for (const s of note.sentences) { console.log(`[${s.section.role}|${s.section.heading ?? ''}]`, JSON.stringify(note.text.slice(s.start, s.end).slice(0, 160)), note.scopes.filter((x: any) => x.start >= s.start && x.end <= s.end).map((x: any) => x.kind + ':' + note.lower.slice(x.cue.start, x.cue.end)).join(';')); }
  if (reader) { const tools = makeTools(note, reader.recognizers, reader.drugs); console.log(tools.statements.done.map((d: any) => [d.family, d.kind, d.place, note.text.slice(d.start, d.end)].join('|'))); for (const s of tools.body) for (const m of tools.levels(s)) console.log('  level', m.levels.map((l: any) => l.upper + '-' + l.lower + l.shape).join(), m.noun, m.side, tools.asserted(m)); console.log('givenUp', tools.givenUp, 'performed', tools.performed, 'otherwise', tools.titledOtherwise); }
}
console.log(Object.keys(library));
