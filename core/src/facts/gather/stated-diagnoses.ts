import { quote, type ProcedureNote, type SectionRole, type Sentence } from '../text/note.ts';
import { allMatches } from '../text/all-matches.ts';
import type { StatedDiagnosis } from '../gathered.ts';
import { conditionsTold } from './conditions-told.ts';

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
/** No code is without these. */
const CODED = /[A-Z]\d[0-9A-Z]/g;
/** What a line of a list of diagnoses speaks of; other lines under the heading are remarks. */
const CONDITION =
  /itis\b|algia|pathy|pathic|os[ie]s\b|stenotic|\bpain|syndrome|hernia|\bdis[ck]\b|displace|fracture|degenerat|spondyl|radicul|arthr|disorder|disease|neuroma|\bcrps|headache|sprain|strain|\btear|imping|lumbago|sciatica|spasm|myofasci|injury|sacroil|dysfunction|compress|entrap|failed back|laminectomy|\bcyst|dystonia|torticollis|metasta|carcinoma|malignan|leukemia|myeloma|spastic|palsy|neuropath|coccy|amput|phantom|zoster|claudic|migraine|tumou?r|cancer|\bddd\b|\bhnp\b|\blbp\b|scoliosis|listhesis|fibrosis/i;
const REMARK = /\b\d+\s?(?:mg|cc|ml|wks?|weeks)\b|\d\/10\b|\bfailed \d|\bnrs\b|\bvas\b|\bsigned\b|\bmri \d/i;
const SAME = /^(?:same|as above|same as (?:above|pre-?op\w*)|unchanged|none|n\/a|see above)\b/i;

/** Diagnoses of the note, those after the procedure before those ahead of it; each with its code when one is written.
 * Where neither a list nor a code is found, what the narrative tells. */
export function statedDiagnoses(note: ProcedureNote): StatedDiagnosis[] {
  const places = allMatches(note.text, CODED).map((one) => one.index);
  const found: StatedDiagnosis[] = [];
  const known = new Set<string>();
  let listed = false;
  const add = (diagnosis: StatedDiagnosis) => {
    const key = diagnosis.code ?? diagnosis.words.toLowerCase();
    if (known.has(key)) return;
    known.add(key);
    found.push(diagnosis);
    if (diagnosis.code !== undefined) listed = true;
  };
  for (const role of DIAGNOSES) {
    for (const sentence of note.sentences) {
      if (sentence.section.role !== role) continue;
      const coded = codesIn(note, sentence, places);
      for (const one of coded) add(one);
      const words = note.text.slice(sentence.start, sentence.end);
      if (
        coded.length === 0 &&
        LISTS.has(role) &&
        words.length <= 160 &&
        CONDITION.test(words) &&
        !REMARK.test(words) &&
        !SAME.test(words.trim())
      ) {
        add({ words: clean(words), evidence: [quote(note, sentence.start, sentence.end)] });
        // An impression may speak of the procedure alone: what the narrative tells is kept beside it.
        if (role !== 'assessment') listed = true;
      }
    }
  }
  // Codes written anywhere else (a header line, the title) still count; plans and histories are left out.
  for (const sentence of note.sentences) {
    const { role } = sentence.section;
    if (role === 'header' || role === 'title' || role === 'other' || role === 'description' || role === 'history')
      for (const one of codesIn(note, sentence, places)) add(one);
  }
  return listed ? found : [...found, ...conditionsTold(note)];
}

/** Codes of a sentence with their words: those before each code, or behind it when codes lead (`M54.17 radiculopathy; M47.816 …`). */
function codesIn(note: ProcedureNote, sentence: Sentence, places: readonly number[]): StatedDiagnosis[] {
  const found: StatedDiagnosis[] = [];
  if (!places.some((at) => at >= sentence.start && at < sentence.end)) return found;
  const words = note.text.slice(sentence.start, sentence.end);
  for (let at = 0; at < words.length;) {
    const semicolon = words.indexOf(';', at);
    const stop = semicolon < 0 ? words.length : semicolon;
    found.push(...codesOfPart(note, sentence, words.slice(at, stop), at));
    at = stop + 1;
  }
  return found;
}

function codesOfPart(note: ProcedureNote, sentence: Sentence, words: string, offset: number): StatedDiagnosis[] {
  const codes: { code: string; start: number; end: number }[] = [];
  CODE.lastIndex = 0;
  for (let found = CODE.exec(words); found; found = CODE.exec(words)) {
    codes.push({ code: found[0], start: found.index, end: found.index + found[0].length });
  }
  const [first] = codes;
  if (!first) return [];
  const leading = clean(words.slice(0, first.start)) === '';
  let before = '';
  return codes.map((one, index) => {
    const from = leading ? one.start : (codes[index - 1]?.end ?? 0);
    const to = leading ? (codes[index + 1]?.start ?? words.length) : one.end;
    const said = clean(words.slice(from, to).replace(one.code, ' '));
    before = said || before;
    return { code: one.code, words: before, evidence: [evidence(note, sentence, offset + from, offset + to)] };
  });
}

function evidence(note: ProcedureNote, sentence: Sentence, from: number, to: number) {
  const words = note.text.slice(sentence.start + from, sentence.start + to);
  const lead = words.search(/[A-Za-z0-9]/);
  const tail = words.search(/[\s,;.(&-]+$/);
  return quote(
    note,
    sentence.start + from + Math.max(0, lead),
    sentence.start + from + (tail < 0 ? words.length : tail),
  );
}

/** `Successful C7-T1 epidural injection for C7 radiculopathy`: the level before `for` is that of the needle. */
const TREATED_FOR =
  /^.*\b(?:injections?|blocks?|ablations?|neurotom(?:y|ies)|procedures?) (?:was |were )?(?:done |performed |given )?for (?!pain\b)/i;

function clean(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(TREATED_FOR, '')
    .replace(/^[\s.)(:;,&-]+|^\d{1,2}[.)]\s+/, '')
    .replace(/^(?:and|dx|icd-?10(?:-cm)?|codes?)\b[\s:]*/i, '')
    .replace(/[\s(:;,.[-]+$/, '')
    .trim();
}
