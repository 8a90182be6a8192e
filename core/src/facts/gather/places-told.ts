import type { PlaceTold } from '../gathered.ts';
import type { ProcedureNote, SectionRole, Sentence } from '../text/note.ts';

/** A stretch of a sentence in which a note says what the patient has. */
export interface Told {
  readonly sentence: Sentence;
  readonly place: PlaceTold;
  readonly start: number;
  readonly end: number;
}

const PLACES: Partial<Readonly<Record<SectionRole, PlaceTold>>> = {
  assessment: 'assessment',
  indications: 'indication',
  history: 'history',
  header: 'history',
  other: 'history',
  description: 'history',
  title: 'title',
  imaging: 'imaging',
};

/** `A:`, `S:` … at the start of a line: a visit told under letters. */
const LETTER =
  /^\W*(a|a\/p|ap|imp|impr|dx|d\/x|s|cc|hx|hpi|reason|rfv|o|pe|p|plan|rx|meds|all|allergies|pmh|psh|fh|sh|ros|mri|ct|xr|x-ray|emg|imaging)\s*(?::|\s-\s|=)\s*/;
const LETTERS: Readonly<Record<string, PlaceTold | undefined>> = {
  a: 'assessment',
  'a/p': 'assessment',
  ap: 'assessment',
  imp: 'assessment',
  impr: 'assessment',
  dx: 'assessment',
  'd/x': 'assessment',
  s: 'history',
  cc: 'history',
  hx: 'history',
  hpi: 'history',
  reason: 'indication',
  rfv: 'indication',
  mri: 'imaging',
  ct: 'imaging',
  xr: 'imaging',
  'x-ray': 'imaging',
  emg: 'imaging',
  imaging: 'imaging',
};
/** `Pre and post op diagnosis lumbar stenosis`, as it is dictated without a colon. */
const DICTATED =
  /^\W*(?:(?:pre|post)[\s-]?(?:op\w*|proc\w*)?[\s,-]*(?:and |& ?|\/ ?)?(?:post[\s-]?(?:op\w*|proc\w*)? ?)?|final |working |primary )?(?:diagnos[ei]s|dx|impression)\b[\s,:]*(?:is |are |was )?/;
/** Where the telling of the needle begins, the reasons have been told. */
const TECHNIQUE =
  /\b(?:(?:lying|placed|positioned|turned|laid|lay|lies|lain|is|was|put|helped|remained)(?: (?:in|on|to|into|onto))?(?: (?:a|the|his|her|left|right))* (?:prone|supine|face[- ]down|lateral|decubitus|table|stomach|flat)|prone\b|supine\b|prepp?ed\b|draped\b|cleansed\b|chlorhexidine|betadine|povidone|sterile\b|\d\d[- ]?(?:g|ga|gauge)\b|needle (?:was|tip)|local an(?:a)?esthe\w+ (?:was|with)|(?:skin|scalp) (?:was|wheal|prep))/;
const ABOUT =
  /\b(?:has|have|suffers?|presents?|presented|comes?|came|returns?|returned|is (?:here|a|an|seen)|was (?:seen|sent|referred)|patient with|known)\b/;
const SHOWN =
  /\b(?:mri|ct|x-?rays?|xr|films?|radiographs?|imaging|emg|myelogram|scan|ultrasound|bone scan|discogram)\b[^.;,]{0,60}?\b(?:show\w*|reveal\w*|demonstrat\w*|report\w*|read as|with|noted?|found|finds|has|had|was|is)\b/;

/** Sentences that say what the patient has, with the place that tells how far to trust them. */
export function placesTold(note: ProcedureNote): Told[] {
  const found: Told[] = [];
  let letter: string | undefined;
  let section: unknown;
  let told = false;
  for (const sentence of note.sentences) {
    const { role, heading } = sentence.section;
    if (sentence.section !== section) {
      section = sentence.section;
      told = false;
      if (heading !== undefined) letter = undefined;
    }
    const words = note.lower.slice(sentence.start, sentence.end);
    const label = LETTER.exec(words);
    if (label && atLineStart(note, sentence.start)) {
      letter = label[1];
      told = false;
    }
    const named = label || letter !== undefined ? LETTERS[letter ?? ''] : PLACES[role];
    // A first line that names the procedure may be a sentence about the patient.
    const place = named === 'title' && heading === undefined && ABOUT.test(words) ? 'history' : named;
    if (!place) continue;
    const dictated = place === 'history' && DICTATED.exec(words);
    if (told && !dictated) continue;
    const technique = place === 'imaging' || place === 'title' ? undefined : TECHNIQUE.exec(words);
    if (technique) told = true;
    const end = technique ? sentence.start + technique.index : sentence.end;
    const start = place === 'title' ? reasonInTitle(words, sentence.start) : sentence.start;
    if (start === undefined || end <= start) continue;
    if (dictated) found.push({ sentence, place: 'assessment', start: start + dictated[0].length, end: sentence.end });
    else found.push(...shownApart({ sentence, place, start, end }, note));
  }
  return found;
}

/** What an image shows is told apart from what the clinician says in the same sentence. */
function shownApart(told: Told, note: ProcedureNote): Told[] {
  if (told.place === 'imaging' || told.place === 'title') return [told];
  const words = note.lower.slice(told.start, told.end);
  const shown = SHOWN.exec(words);
  if (!shown) return [told];
  const rest = words.slice(shown.index);
  const stop = /;|,? (?:and|but) (?:she|he|is here|here|was|comes|wishes|presents)\b|, (?:here|she|he|who|and)\b/.exec(
    rest,
  )?.index;
  const at = told.start + shown.index;
  const next = stop === undefined ? told.end : at + stop;
  return [
    { ...told, end: at },
    { ...told, place: 'imaging' as const, start: at, end: next },
    { ...told, start: next },
  ].filter((one) => one.end - one.start > 3);
}

/** `Left knee injection for osteoarthritis`: only what stands behind `for` is a reason. */
function reasonInTitle(words: string, start: number): number | undefined {
  const found = /\bfor (?!the (?:procedure|injection|block)\b)/.exec(words);
  return found ? start + found.index : undefined;
}

function atLineStart(note: ProcedureNote, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && note.text.charCodeAt(before) === 32) before--;
  return before < 0 || note.text.charCodeAt(before) === 10 || note.text.charCodeAt(before) === 13;
}
