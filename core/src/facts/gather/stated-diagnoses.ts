import { quote, type ProcedureNote, type SectionRole, type Sentence } from '../text/note.ts';
import type { StatedDiagnosis } from '../gathered.ts';

const DIAGNOSES: readonly SectionRole[] = [
  'postop-diagnosis',
  'diagnosis',
  'preop-diagnosis',
  'assessment',
  'indications',
];
const LISTS: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'postop-diagnosis',
  'diagnosis',
  'preop-diagnosis',
  'assessment',
]);
/** A code with its point, or three characters that are no level of the spine. */
const CODE = /\b(?:[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}|[ABDEFGHIJKMNOPQRVWXYZ]\d[0-9](?![0-9A-Z.]))\b/g;
const SAME = /^(?:same|as above|same as (?:above|pre-?op\w*)|unchanged|none|n\/a|see above)\b/i;

/** Diagnoses of the note, those after the procedure before those ahead of it; each with its code when one is written. */
export function statedDiagnoses(note: ProcedureNote): StatedDiagnosis[] {
  const found: StatedDiagnosis[] = [];
  const known = new Set<string>();
  const add = (diagnosis: StatedDiagnosis) => {
    const key = diagnosis.code ?? diagnosis.words.toLowerCase();
    if (known.has(key)) return;
    known.add(key);
    found.push(diagnosis);
  };
  for (const role of DIAGNOSES) {
    for (const sentence of note.sentences) {
      if (sentence.section.role !== role) continue;
      const coded = codesIn(note, sentence);
      for (const one of coded) add(one);
      const words = note.text.slice(sentence.start, sentence.end);
      if (coded.length === 0 && LISTS.has(role) && words.length <= 160 && !SAME.test(words.trim())) {
        add({ words: clean(words), evidence: [quote(note, sentence.start, sentence.end)] });
      }
    }
  }
  // Codes written anywhere else (a header line, the title) still count; plans and histories are left out.
  for (const sentence of note.sentences) {
    const { role } = sentence.section;
    if (role === 'header' || role === 'title' || role === 'other' || role === 'description' || role === 'history')
      for (const one of codesIn(note, sentence)) add(one);
  }
  return found;
}

function codesIn(note: ProcedureNote, sentence: Sentence): StatedDiagnosis[] {
  const words = note.text.slice(sentence.start, sentence.end);
  const found: StatedDiagnosis[] = [];
  let from = 0;
  CODE.lastIndex = 0;
  for (let code = CODE.exec(words); code; code = CODE.exec(words)) {
    const lead = clean(words.slice(from, code.index));
    const end = code.index + code[0].length;
    found.push({
      code: code[0],
      words: lead || (found.at(-1)?.words ?? ''),
      evidence: [
        quote(
          note,
          sentence.start + (lead ? from + words.slice(from).search(/[^\s,;.)&-]/) : code.index),
          sentence.start + end,
        ),
      ],
    });
    from = end;
  }
  return found;
}

function clean(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/^[\s\d.)(:;,&-]+(?=[A-Za-z])/, '')
    .replace(/^(?:and|dx|icd-?10(?:-cm)?|codes?)\b[\s:]*/i, '')
    .replace(/[\s(:;,[-]+$/, '')
    .replace(/^\)\s*[,;.]?\s*/, '')
    .trim();
}
