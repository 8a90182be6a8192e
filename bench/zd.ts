import { readFileSync } from 'node:fs';
import { loadLibrary } from './load-library.ts';
import { prepareLibrary } from '../core/src/review/prepare.ts';
import { readNote } from '../core/src/facts/text/read-note.ts';
import { makeTools } from '../core/src/facts/procedures/tools.ts';
import { standsApart } from '../core/src/facts/procedures/stands-apart.ts';
import { routesTold, routesTaken } from '../core/src/facts/procedures/epidural/route.ts';
const library = prepareLibrary(loadLibrary()) as any; const reader = library.reader;
const rows = readFileSync('/tmp/blind/' + process.argv[2] + '/mtsamples_pain_dev.jsonl', 'utf8').trim().split('\n').map((l) => JSON.parse(l));
for (const r of rows.filter((x) => process.argv.includes(x.id))) {
  const note = readNote({ id: 'note', text: r.text }) as any;
  const tools = makeTools(note, reader.recognizers, reader.drugs);
  console.log(r.id, 'apart', standsApart(note), 'surgery', tools.setting, 'givenUp', tools.givenUp, 'performed', tools.performed, 'denied', tools.statements.denied);
  console.log(tools.statements.done.map((d: any) => [d.family, d.kind, d.place, note.text.slice(d.start, d.end)].join('|')), tools.statements.abandoned.length);
  const b = tools.bodyOf('epidural'); console.log('body', b.length, [...routesTold(note, tools, b)].map(([k, s]: any) => k + ':' + note.text.slice(s.start, s.end)), [...routesTaken(tools, b, routesTold(note, tools, b)).keys()]);
  for (const d of tools.drugs(b)) console.log('  drug', d.name.drug.name, JSON.stringify(d.quantities));
}
