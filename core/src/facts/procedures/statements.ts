import { assertionOf, scopeOf } from '../text/assertion.ts';
import {
  holds,
  may,
  says,
  type Assertion,
  type ProcedureNote,
  type SectionRole,
  type Sentence,
  type Span,
} from '../text/note.ts';
import { isAmong, type SomeSentences } from '../text/sentence-index.ts';
import type { FamilyWords, ProcedureName } from './family-words.ts';
import { allMatches } from '../text/all-matches.ts';

/** A place where the note names a procedure as done. */
export interface Statement extends Span {
  readonly family: string;
  readonly kind: string;
  /** `title`: in the list of procedures or the note's own title. `body`: told in the narrative. */
  readonly place: 'title' | 'body';
  readonly sentence: Sentence;
  /** The part of the sentence that speaks of this procedure and not of another one. */
  readonly segment: Span;
}

export interface Statements {
  readonly done: readonly Statement[];
  /** Named and given up. */
  readonly abandoned: readonly Statement[];
  /** True when the note says that nothing was done today. */
  readonly denied: boolean;
}

const PLACES: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'title',
  'header',
  'description',
  'other',
  'findings',
  'injectate',
  'guidance',
]);
const DONE =
  /\b(?:was|were|is|are|ha(?:s|ve) been) (?:(?:then|subsequently|also|successfully|each|both|all|slowly|easily|carefully|gently|next|now|again|first) ){0,2}(?:performed|done|carried out|completed|given|administered|accomplished|injected|instilled|infiltrated|deposited|delivered|introduced|blocked|repeated)\b|\b(?:i|we) (?:then |also |subsequently )?(?:performed|did|injected|administered|completed|blocked|carried out)\b|\b(?:performed|completed|given|done|underwent|received)\b[^.]{0,30}\btoday\b|\btoday(?:'s)?\b[^.]{0,60}\b(?:performed|completed|underwent|injection|procedure)\b|\bunderwent\b/;
const DOSED = /\d\s?(?:mg|ml|cc|%)|\bfluoro|\bc-arm|\bultrasound|\bct[- ]guid|\bw\/\s?(?:contrast|fluoro)/;
const VERB =
  /\b(?:was|were|is|are|has|have|had|will|would|should|discuss\w*|plan(?:s|ned|ning)?|recommend\w*|consider\w*|schedul\w*|refer\w*|received|underwent|returns?|presents?|states?|reports?|gets?|getting|got|arriv\w+|comes|came|says?|denies|requests?|asks?|asked|wants?|wishes)\b/;

/** What the patient tells is no title. */
const SAID = /\b(?:states?|reports|says|denies|gets|getting|helped)\b/;
/** A day that is still to come. */
const AHEAD =
  /\bscheduled (?:for|on|the|at) (?:the )?(?:\d|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|tomorrow)/;
/** What a block brought is known later. */
const RELIEVED = /\b(?:gave|provided|brought|lasted|helped)\b[^.]*\b(?:relief|days|weeks|months)\b/;
const NOTHING_TODAY =
  /\bnot going forward\b|\bnothing (?:was )?(?:injected|done|performed|given) (?:today|at this visit)\b|\btray was not opened\b|\b(?:patient|he|she|pt) did not (?:arrive|come|appear)\b|\bno (?:procedures?|injections?|interventions?|blocks?)(?: (?:was|were))?(?: (?:performed|done|given|carried out))? (?:today|now\b|at (?:this|the present) time|(?:at|during|on|in) (?:this|today's|the present) (?:visit|date|day|encounter|appointment|consultation))\b|\bprocedures? (?:performed|done) today\s?: ?(?:none|no)\b/;
/** Done by others at another place. */
const OTHER_PLACE =
  /\b(?:before|prior to|for) (?:his|her|the) (?:[\w-]+ ){0,3}(?:surgery|operation|repair|replacement|arthroplasty|arthroscopy|fusion)\b[^.]*\b(?:an(?:a)?esthesi\w+|an(?:a)?esthetist) (?:\w+ )?(?:placed|performed|did|gave|put)\b|\b(?:elsewhere|across town|(?:at|by) (?:an?|another|an outside) (?:outside |other )?(?:hospital|clinic|facility|practice|doctor|physician)|by (?:an |the )?outside (?:doctor|provider|facility|hospital|clinic))\b/;
/** What was put off, and paper that teaches, names no procedure of the day. */
const PUT_OFF =
  /^\W*(?:re-?scheduled?|cancel?led|postponed|deferred|held)\b|^\W*(?:follow[- ]?up|f\/u|recheck|results) (?:after|of|from|post|s\/p)\b|\b(?:cancel?led|postponed|re-?scheduled)\b|\bdid(?: not|n't) show|\bweekly\b|\bupcoming\b|\bunder review\b|\b(?:appeal(?:s|ed|ing)?|denial|denied|reconsideration)\b|\bwith pt\b|\bno[- ]show\b|^\W*(?:post|s\/p|status[- ]post|after(?! (?:\w+ ){0,3}?(?:consent|prep\w*|steril\w*|skin|local|negative|aspirat\w*|time-?out|obtain\w*|chlorhexidine|alcohol|betadine|confirm\w*|position\w*|an(?:a)?esth\w*|cleans\w*|risks|explain\w*|explanation)\b))\b(?!-| ?(?:op|procedur))|[a-z] (?:follow[- ]?up|f\/u)\b(?! (?:in|at|with|w\/|prn|as|\d))|\b(?:information|instruction|education) (?:sheet|leaflet|handout|brochure)\b/;
/** Beside these a note that opens with a name looks back or ahead. */
const ASIDE =
  /\b(?:follow\w*|f\/u|s\/p|status[- ]post|post|after(?! (?:\w+ )?(?:consent|prep\w*|steril\w*|skin|local|negative|aspirat\w*|time-?out|obtain\w*|discuss\w*|chlorhexidine|alcohol|betadine|confirm\w*|position\w*|an(?:a)?esth\w*|cleans\w*|risks|question\w*|explain\w*|explanation)\b)|since|prior(?! to (?:the |each )?inject)|previous\w*|ago|histor\w*|hx|candidate|order(?:s|ed)?|approved|pending|auth\w*|pre-?cert\w*|if|next|not)\b/;

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const DAY = String.raw`(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|\d{4}-\d\d-\d\d|${MONTH},? (?:\d{1,2}(?:st|nd|rd|th)?\b,?(?: (?:19|20)\d\d)?|(?:19|20)\d\d)|\d{1,2} ${MONTH}(?:,? (?:19|20)\d\d)?)`;
const BROUGHT = String.raw`(?:\d{1,3} ?%(?! ?(?:plain )?(?:lido|bupi|ropi|marc|mepi|xylo|naro))|x ?\d+ ?(?:h|hrs?|hours?|days?|wks?|weeks?|mos?|months?)\b)`;
/** `blocks 3/3 (100%, 2 h) and 3/24 (90%)`, `block JAN 5, 2024: 90% x 6 hrs`: what was done then by what it brought. */
const DATED = new RegExp(String.raw`\b${DAY}(?![\w/])[^.;\n]{0,24}\b${BROUGHT}`);
const SOME_SHARE = /%|x ?\d/;
/** `prior: bilateral SI injections`, `L5-S1 TFESI 05/2025`: a month and a year are no day of this note. */
const PRIOR = new RegExp(
  String.raw`^\W*(?:prior|previous|past|earlier)(?: \w+){0,2} ?:|\b(?:in|since|last) (?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b(?! \d{1,2}\b)|\b(?:tfesi|esi|mbb|rfa|block|injection|epidural|ablation)s? (?:in |on |of |from |\()?(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d\b`,
);

/** In a sentence with one of these nothing is named as done today. */
const NOT_OF_TODAY = [OTHER_PLACE, RELIEVED, AHEAD, PRIOR];

/** Every naming of a procedure that stands as done on the date of the note, in words of recognizers whose gate it passed. */
export function findStatements(note: ProcedureNote, recognizers: readonly FamilyWords[]): Statements {
  const done: Statement[] = [];
  const abandoned: Statement[] = [];
  const intended: Statement[] = [];
  const told = new Map<string, boolean>();
  const denied = holds(note, NOTHING_TODAY);
  if (recognizers.length === 0 || denied) return { done, abandoned, denied };
  const otherwise = NOT_OF_TODAY.filter((one) => may(note, one));
  const intends = may(note, INTENDED);
  // Of a hundred names a note holds a few.
  let names: KnownName[] | undefined;
  for (const sentence of note.sentences) {
    const concludes = sentence.section.role === 'assessment';
    if (!concludes && !PLACES.has(sentence.section.role)) continue;
    const words = note.lower.slice(sentence.start, sentence.end);
    if (concludes && !CONCLUDED.test(words)) continue;
    const then = otherwise.some((one) => says(note, sentence, one)) || (SOME_SHARE.test(words) && DATED.test(words));
    const place = then ? undefined : placeOf(note, sentence, words);
    const meant = intends && place === undefined && says(note, sentence, INTENDED) && !NOT_NOW.test(mainClause(words));
    if (!place && !meant) continue;
    names ??= recognizers.flatMap((recognizer) =>
      recognizer.names
        .filter((name) => note.index.may(name.words))
        .map((name) => ({ name, recognizer, within: note.sentenceIndex.sentencesFor(name.words) })),
    );
    const named = namesIn(sentence, words, names);
    if (named.length === 0) continue;
    const segments = segmentsOf(words, named);
    for (const [index, name] of named.entries()) {
      const start = sentence.start + name.start;
      const end = sentence.start + name.end;
      const stands = standing(note, start, end, concludes ? 'title' : (place ?? 'body'));
      const segment = segments[index]!;
      const statement: Statement = {
        family: name.family,
        kind: name.kind,
        place: place ?? 'body',
        sentence,
        start,
        end,
        segment: { start: sentence.start + segment.start, end: sentence.start + segment.end },
      };
      if (!place) {
        const meansToday = stands === 'asserted' || stands === 'planned' || stands === 'boilerplate';
        if (meansToday && narrates(note, name.recognizer, told)) intended.push(statement);
        continue;
      }
      if (stands === 'asserted' && place === 'body' && !isNarrated(note, sentence, name.recognizer, told)) continue;
      if (stands === 'asserted') done.push(statement);
      else if (stands === 'abandoned') abandoned.push(statement);
    }
  }
  return { done: done.length === 0 && abandoned.length === 0 ? intended : done, abandoned, denied };
}

/** `Impression: radiculitis, epidural block done uneventfully.`: a conclusion that tells of the day. */
const CONCLUDED =
  /\b(?:done|performed|completed|given|carried out|accomplished)\b(?:(?: (?:\w+ ){0,2}?(?:uneventfully|successfully|easily|today|without (?:\w+ )?(?:problems?|difficult\w+|complications?|incident|events?)))|\W*$)|^\W*(?:uneventful|successful)\b/;

/** What the patient came for or consented to is what was done, where the note tells the doing and names it nowhere else. */
const INTENDED =
  /\b(?:(?:here|presents?|presented|presenting|returns?|returned|returning|came|comes|arrived|brought|seen) (?:\w+ ){0,4}?(?:for|to (?:have|undergo|receive|get))\b|(?:consent(?:ed)?|explanation) (?:\w+ ){0,3}?(?:to|for|of)|(?:agreed|elected|opted|decided|wished|wishes) (?:\w+ ){0,3}?(?:to|for|on)|proceed(?:ed)? with|went ahead with)\b/;
const NOT_NOW =
  /\b(?:will|next|schedul\w*|in (?:\d+|a|two|three|four|six|a few) (?:days?|weeks?|months?)|later|pending|authori\w*|refer\w*|discuss\w*|consider\w*|follow[- ]?up|after (?:his|her|their|the|an?)|since|ago|previous\w*|last)\b/;

/** `for her caudal injection, which we had discussed at the last visit`: the aside speaks of another day. */
function mainClause(words: string): string {
  return words.split(/, (?:which|as|that|who)\b/, 1)[0] ?? words;
}

function placeOf(note: ProcedureNote, sentence: Sentence, words: string): Statement['place'] | undefined {
  const { role } = sentence.section;
  if (role === 'assessment') return words.length < 220 && !PUT_OFF.test(words) ? 'body' : undefined;
  if (sentence.section.heading === undefined && SAID.test(words) && (role === 'title' || role === 'header'))
    return undefined;
  if (sentence.section.heading === undefined && words.length < 220 && PUT_OFF.test(words)) return undefined;
  if (role === 'title') return sentence.end - sentence.start < 400 ? 'title' : 'body';
  if (role === 'header' && words.length < 220 && !VERB.test(words)) return 'title';
  // `Procedure: trigger point injections` with its description on the lines below has no title section of its own.
  if (opensProcedure(note, sentence) && words.length < 220 && !VERB.test(words) && !SAID.test(words)) return 'title';
  if (opensNote(sentence, words)) return 'title';
  if (SPOKEN_TITLE.test(words) && role === 'description' && words.length < 260 && !VERB.test(words)) return 'title';
  if (says(note, sentence, DONE)) return 'body';
  return words.length < 260 && DOSED.test(words) && !VERB.test(words) ? 'body' : undefined;
}

/** `Procedure, kyphoplasty of L1.`: a heading that was spoken. */
const SPOKEN_TITLE =
  /^\W*(?:the )?(?:procedures?|operations?|title|exam(?:ination)?)(?: performed| done| today)?\s?[,:-]/;

/** `IPG replacement, left flank. Old battery removed, …`: a short dictation without headings begins with the name. */
function opensNote({ index, section }: Sentence, words: string): boolean {
  if (index !== 0 || section.role !== 'description' || section.heading !== undefined) return false;
  return words.length < 260 && !VERB.test(words) && !ASIDE.test(words) && !SAID.test(words);
}

/** True in the lines that follow such a heading up to the first one that tells something. */
function opensProcedure(note: ProcedureNote, sentence: Sentence): boolean {
  const { section } = sentence;
  if (section.role !== 'description' || !PROCEDURE_HEADING.test(section.heading ?? '')) return false;
  for (let index = sentence.index - 1; index >= 0; index--) {
    const before = note.sentences[index]!;
    if (before.section !== section) break;
    if (VERB.test(note.lower.slice(before.start, before.end))) return false;
  }
  return true;
}

const PROCEDURE_HEADING =
  /^\W*(?:(?:procedures?|operations?|interventions?|injections?)(?: (?:note|performed|done|name|summar(?:y|ie))s?)*|p)\W*$/i;
const IMAGED = /\bfluoro|\bc-?arm\b|\bct[- ]guid|\bultrasound[- ]guid|\bcontrast\b|\bdye\b/;
const TOOLS =
  /\bneedles?\b|\btuohy\b|\bcannula|\bgauge\b|\b\d\d\s?g\b|loss of resistance|\baspirat|\badvanced\b|\belectrode|\blesion/;

/** A sentence of the narrative that names a procedure as done counts when the note also tells how: by needle, dose or imaging. */
function isNarrated(
  note: ProcedureNote,
  named: Sentence,
  recognizer: FamilyWords,
  told: Map<string, boolean>,
): boolean {
  const words = note.lower.slice(named.start, named.end);
  if (DOSED.test(words) || TOOLS.test(words)) return true;
  for (const beside of [note.sentences[named.index - 1], note.sentences[named.index + 1]]) {
    if (!beside || !PLACES.has(beside.section.role)) continue;
    const said = note.lower.slice(beside.start, beside.end);
    if (IMAGED.test(said) || (DOSED.test(said) && TOOLS.test(said))) return true;
  }
  return narrates(note, recognizer, told);
}

/** The note tells of a needle in words of the family. */
function narrates(note: ProcedureNote, recognizer: FamilyWords, told: Map<string, boolean>): boolean {
  let known = told.get(recognizer.family);
  if (known === undefined) {
    const says = (sentence: Sentence | undefined, pattern: RegExp) =>
      sentence !== undefined &&
      PLACES.has(sentence.section.role) &&
      pattern.test(note.lower.slice(sentence.start, sentence.end)) &&
      assertionOf(note, sentence.start, sentence.end) === 'asserted';
    // The needle in one sentence, where its tip lay in the next.
    known = note.sentences.some(
      (sentence, index) =>
        says(sentence, TOOLS) &&
        (says(sentence, recognizer.narrative) || says(note.sentences[index + 1], recognizer.narrative)),
    );
    told.set(recognizer.family, known);
  }
  return known;
}

/** A title says "second block" of what was done now. */
function standing(note: ProcedureNote, start: number, end: number, place: Statement['place']): Assertion {
  const scope = scopeOf(note, start, end, place === 'title' ? ['boilerplate'] : undefined);
  if (!scope) return 'asserted';
  if (scope.kind !== 'historical') return scope.kind;
  const cue = note.lower.slice(scope.cue.start, scope.cue.end);
  const counts = place === 'title' && /^(?:first|second|third|initial|repeat)/.test(cue);
  return counts ? assertionOf(note, start, end, ['historical', 'boilerplate']) : 'historical';
}

interface KnownName {
  readonly name: ProcedureName;
  readonly within: SomeSentences;
  readonly recognizer: FamilyWords;
}

interface Named extends Span {
  readonly recognizer: FamilyWords;
  readonly family: string;
  readonly kind: string;
}

function namesIn(sentence: Sentence, words: string, names: readonly KnownName[]): Named[] {
  const named: Named[] = [];
  for (const { name, recognizer, within } of names) {
    if (!isAmong(within, sentence)) continue;
    name.words.lastIndex = 0;
    for (let found = name.words.exec(words); found; found = name.words.exec(words)) {
      const span = { start: found.index, end: found.index + found[0].length };
      if (found[0].length === 0) break;
      const near = words.slice(Math.max(0, span.start - 100), span.end + 120);
      if (name.needs && !name.needs.test(near)) continue;
      if (name.unless?.test(near)) continue;
      // The first pattern that fits keeps the words: specific names are listed before general ones.
      if (named.some((one) => one.start < span.end && span.start < one.end && one.family === recognizer.family))
        continue;
      const { start, end } = span;
      named.push({ start, end, recognizer, family: recognizer.family, kind: name.kind });
    }
  }
  return named.sort((one, other) => one.start - other.start);
}

/** Cuts a sentence between names of different kinds, at the last joining word between them. */
function segmentsOf(words: string, named: readonly Named[]): Span[] {
  const segments: { start: number; end: number }[] = [];
  let start = 0;
  for (const [index, name] of named.entries()) {
    const next = named[index + 1];
    if (!next) segments.push({ start, end: words.length });
    else if (next.kind === name.kind) segments.push({ start, end: words.length });
    else {
      const between = words.slice(name.end, next.start);
      const joints = [...allMatches(between, /\band\b|[;+&\n]|\bwith\b|\bplus\b|\bfollowed by\b|\d\.\s|,/g)];
      const cut = name.end + (joints.at(-1)?.index ?? 0);
      segments.push({ start, end: cut });
      start = cut;
    }
  }
  // Names of one kind in a row share what they span together.
  for (let index = segments.length - 2; index >= 0; index--) {
    if (named[index]!.kind === named[index + 1]!.kind) segments[index]!.end = segments[index + 1]!.end;
  }
  return segments;
}
