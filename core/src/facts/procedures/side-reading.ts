import type { Finding } from '../../model/finding.ts';
import type { Laterality } from '../../model/laterality.ts';
import { allMatches } from '../text/all-matches.ts';
import { joinSides, scanSides, type SideMention } from '../spine/sides.ts';
import { assertionOf } from '../text/assertion.ts';
import { may, quote, type ProcedureNote, type Sentence, type Span } from '../text/note.ts';
import { findings } from './findings.ts';
import { isWatched } from './named-sites/watched.ts';

const ACT =
  /needle|inject|block|advanc|insert|cannula|electrode|lesion|target|foram|facet|branch|joint|repeat|same|nerve|approach|placed|ablat|level|identical|carried out|in the same|oblique|\bdone\b|\btreated\b|pedicle|\bpars\b|found first/;
/** Words by which the same was done on the other side. */
export const OTHER_SIDE =
  /\b(?:other|opposite|contralateral|contra-lateral) (?:side|knee|hip|shoulder|elbow|wrist|ankle|thumb|sacro-?iliac joint|si joint|trochanter\w*(?: bursa)?)\b|\bcontralateral(?:ly)? (?:\w+ ){0,3}?(?:level|joint|facet|foram|nerve|branch|side)|\b(?:same|identical|similar|exact|this|repeat\w*)\b[^.]{0,90}\b(?:contralaterally|bilaterally|both sides)\b|\bto the (?:left|right)\b[^.;]{0,30}\bsame\b[^.;]{0,60}\bon (?:that|this) side\b|(?:^|[.;,)]\s*|\n\s*)(?:l|r|lt|rt|left|right)(?: side)?: ?(?:mirror\w*|same|ditto|idem|likewise|identical\w*|as (?:on )?(?:the )?(?:right|left|r|l)\b)/;

/** `her head turned to the opposite side`: how the patient lies. */
const HEAD_TURNED = /\b(?:head|face|facing|chin|looking)\b[^.;]{0,40}$/;
/** The side of the complaint, by a word that does not name it. */
const SAME_AS_PAIN = /\b(?:symptomatic|affected|painful|involved|same|ipsilateral) side\b/;
const COMPLAINT = /\bpain|\bradic|\bsciatic|\bsymptom|\bweak|\bnumb|\bcomplain/;
/** The skin that was readied, where nothing else names a side. */
const READIED =
  /\b(left|right)[ -](?:sided? )?(?:of the )?(?:neck|back|low back|lower back|lumbar|cervical|side)\b[^.;]{0,30}\b(?:was|were) (?:\w+ ){0,2}?(?:prepp?ed|prepared|draped|cleansed|marked)\b/g;
/** Who lies with one side up is treated from there. */
const SIDE_UP = /\b(left|right)(?: side)? (?:up\b|uppermost)(?! to)/g;
const ONE_SIDE = /\b(left|right)\b/g;

/** `only the right side was injected`, `right side only`: the other one was not. */
const ONLY =
  /\bonly (?:on )?(?:the |her |his )?(left|right)\b(?! (?:leg|arm|low|hip|shoulder|pain))|\b(left|right)(?:[- ]side)? only\b/;

export interface SideReading {
  /** The one side that the description says was the only one; it stands against any other. */
  readonly only?: 'left' | 'right' | undefined;
  /** Side to use for targets whose own side the title leaves open. */
  readonly side: Laterality | undefined;
  /** True when the title's side cannot stand because the description names only the other one. */
  readonly contradicted: boolean;
  /** Where the description says it. */
  readonly at: Span | undefined;
  readonly findings: readonly Finding[];
}

/** `She asked about the left side and I told her that …`: spoken of, */
const TALKED =
  /\b(?:asks?|asked|asking|inquir\w+|wonder\w*|questions?|discuss\w*|talked?|talking|spoke|speak|mention\w*|concern(?:ed|s)|worried|interested|counsel+ed|considering|told (?:her|him|them))\b/;
/** and not needled. */
const LED =
  /\b(?:needles?|cannulae?s?|electrodes?|probes?|(?:was|were) (?:\w+ )?(?:injected|placed|advanced|inserted|treated|done|performed|lesioned|blocked)|i (?:then )?(?:injected|placed|advanced|treated|did|began|started))\b/;

/** Compares the side of the title with the sides that the narrative names where the needle went. */
export function readSides(
  note: ProcedureNote,
  body: readonly Sentence[],
  title: Laterality | undefined,
  titleAt: Span | undefined,
): SideReading {
  const told: SideMention[] = [];
  let other: Span | undefined;
  const opposed = may(note, OTHER_SIDE);
  for (const sentence of body) {
    const words = note.lower.slice(sentence.start, sentence.end);
    if (sentence.section.role === 'title' || !ACT.test(words)) continue;
    const sides = scanSides(note.text, note.lower, sentence.start, sentence.end);
    // `The right side, which was not treated, was as before.`
    if (sides.length === 1 && NOT_DONE.test(words)) continue;
    for (const side of sides) {
      if (TALKED.test(words.slice(0, side.start - sentence.start)) && !LED.test(words)) continue;
      if (side.side === 'midline' || assertionOf(note, side.start, side.end) !== 'asserted') continue;
      if (!isWatched(words, side.start - sentence.start, side.end - sentence.start)) told.push(side);
    }
    const opposite = other || !opposed ? undefined : OTHER_SIDE.exec(words);
    if (
      opposite &&
      !HEAD_TURNED.test(words.slice(0, opposite.index)) &&
      assertionOf(note, sentence.start, sentence.end) === 'asserted' &&
      assertionOf(note, sentence.start + opposite.index, sentence.start + opposite.index + opposite[0].length) ===
        'asserted'
    )
      other = sentence;
  }
  const only = onlySide(note, body) ?? sideLeft(note, body, title);
  if (only) {
    const at = told.find((one) => one.side === only) ?? other ?? told[0];
    const titleQuote = titleAt && quote(note, titleAt.start, titleAt.end);
    const differs = title !== undefined && title !== 'midline' && title !== only && titleQuote && at;
    return {
      side: only,
      only,
      contradicted: false,
      at,
      findings: differs ? [findings.bodyOneSide(titleQuote, around(note, at))] : [],
    };
  }
  if (!other && told.length === 0 && title === undefined) {
    const implied = sideImplied(note, body);
    if (implied) return { side: implied.side, contradicted: false, at: implied, findings: [] };
  }
  const joined = other ? 'bilateral' : joinSides(told.map((one) => one.side));
  const first = told[0] ?? other;
  const at = other ?? first;
  if (!title || title === 'midline') return { side: joined, contradicted: false, at, findings: [] };
  const titleQuote = titleAt && quote(note, titleAt.start, titleAt.end);
  if (!joined || !at || joined === title || !titleQuote) return { side: title, contradicted: false, at, findings: [] };
  if (title === 'bilateral') {
    const whole = told.at(-1)!;
    return { side: title, contradicted: false, at, findings: [findings.bodyOneSide(titleQuote, around(note, whole))] };
  }
  if (joined === 'bilateral') {
    const opposite = told.find((one) => one.side !== title) ?? other ?? told[0]!;
    // Both sides in the narrative of a one-sided title: too often a landmark to overrule the title, too odd to be silent about.
    return {
      side: title,
      contradicted: false,
      at,
      findings: [findings.side(titleQuote, around(note, opposite), 'warn')],
    };
  }
  return { side: undefined, contradicted: true, at, findings: [findings.side(titleQuote, around(note, told[0]!))] };
}

/** `left lateral position with the painful side up`, `those of the left, being uppermost`: who lies on one side is treated on the other. */
const LIES =
  /\b(left|right) lateral (?:decubitus )?(?:position|decubitus)\b[^.;]{0,40}\b(?:painful|affected|symptomatic|treated|treatment|involved)[^.;]{0,12}\bup\b/g;

/** `the L3 pedicle on the symptomatic side` of one who hurts on one side, or the side of the skin that was readied. */
function sideImplied(note: ProcedureNote, body: readonly Sentence[]): SideMention | undefined {
  const says = (one: Sentence): string => note.lower.slice(one.start, one.end);
  const lies = body.flatMap((one) => sidesBy(note, one, LIES))[0];
  if (lies) return { ...lies, side: lies.side === 'left' ? 'right' : 'left' };
  const undone = sideNotDone(note);
  if (undone) return undone;
  const readied = body.flatMap((one) => [...sidesBy(note, one, READIED), ...sidesBy(note, one, SIDE_UP)]);
  const refers = readied.length === 0 && body.some((one) => SAME_AS_PAIN.test(says(one)));
  const named = refers
    ? note.sentences.filter((one) => COMPLAINT.test(says(one))).flatMap((one) => sidesBy(note, one, ONE_SIDE))
    : readied;
  return new Set(named.map(({ side }) => side)).size === 1 ? named[0] : undefined;
}

/** `I did not do anything on the left`, `the left side was not done`: of two sides one is left. */
const NOT_DONE =
  /\b(?:nothing was|did not|didn't|was not|were not|wasn't|not(?: be)?)\b[^.;,]{0,12}\b(?:done|do anything|injected|treated|blocked|lesioned)\b/;

function sideNotDone(note: ProcedureNote): SideMention | undefined {
  const denied = note.sentences
    .filter((one) => NOT_DONE.test(note.lower.slice(one.start, one.end)))
    .map((one) => sidesBy(note, one, ONE_SIDE));
  if (denied.some((sides) => sides.length > 1)) return undefined;
  const sides = denied.flat();
  const [first] = sides;
  if (!first || new Set(sides.map(({ side }) => side)).size > 1) return undefined;
  return { ...first, side: first.side === 'left' ? 'right' : 'left' };
}

function sidesBy({ lower }: ProcedureNote, { start, end }: Sentence, pattern: RegExp): SideMention[] {
  return allMatches(lower.slice(start, end), pattern).map((found) => {
    const at = start + found.index;
    return { side: found[1] as 'left' | 'right', start: at, end: at + found[1]!.length };
  });
}

/** The side on which the attempt was given up, or on which nothing was given. */
const LEFT_UNDONE = [
  /\b(?:abandon\w*|abort\w*|gave up|giv(?:e|ing|en) up|stop(?:ped)?|terminat\w*|defer(?:red)?|forgo|forego|skip(?:ped)?|omit(?:ted)?)\b[^.;]{0,40}\b(left|right)\b(?! (?:leg|arm|foot|hand|hip|shoulder|knee|buttock))/,
  /\b(left|right)(?:[- ]sided?)?(?: (?:side|foramen|needle|injection|joint|level|one|knee|hip|shoulder))?\b[^.;]{0,50}\b(?:was|were|is) (?:\w+ ){0,2}?(?:abandoned|aborted|given up|deferred|cancell?ed|left (?:alone|out|undone)|terminated|not (?:\w+ )?(?:done|injected|treated|attempted|performed|given|entered|completed|pursued))\b/,
  /\b(?:no|not|nothing|never|did ?n[o']t)\b[^.;]{0,50}\b(?:medicine|medication|drug|steroid|injectate|inject\w*|given?|anything|placed)\b[^.;]{0,30}\b(?:on|into|at|to) (?:the |her |his )?(left|right)\b(?! (?:leg|arm|foot|hand|thigh))/,
];

const LEVEL = /\b[ctls]-?\d/;
const LEVELS = /\b[ctls]\d{1,2}(?:-[ctls]?\d{1,2})?\b/g;

/** Where a title names both sides: the other one, when the narrative says that nothing was done on this one. */
function sideLeft(
  note: ProcedureNote,
  body: readonly Sentence[],
  title: Laterality | undefined,
): 'left' | 'right' | undefined {
  if (title !== 'bilateral') return undefined;
  const undone = LEFT_UNDONE.filter((pattern) => may(note, pattern));
  if (undone.length === 0) return undefined;
  const levels = new Set(body.flatMap((one) => note.lower.slice(one.start, one.end).match(LEVELS) ?? []));
  for (const sentence of body) {
    const words = note.lower.slice(sentence.start, sentence.end);
    for (const pattern of undone) {
      const found = pattern.exec(words);
      const side = found?.[1];
      if (!found || !side || /\b(?:complain|pain|symptom)/.test(found[0])) continue;
      // `The right L5-S1 foramen was not treated` beside other levels leaves the side open for those.
      if (LEVEL.test(found[0]) && levels.size > 1) continue;
      const start = sentence.start + found.index;
      const stands = assertionOf(note, start, start + found[0].length, ['abandoned', 'negated', 'planned']);
      if (stands === 'asserted') return side === 'left' ? 'right' : 'left';
    }
  }
  return undefined;
}

function onlySide(note: ProcedureNote, body: readonly Sentence[]): 'left' | 'right' | undefined {
  if (!may(note, ONLY)) return undefined;
  for (const sentence of body) {
    const words = note.lower.slice(sentence.start, sentence.end);
    const found = ONLY.exec(words);
    if (!found || !/inject|block|treat|done|perform|ablat|lesion|\bonly\.?$/.test(words)) continue;
    const start = sentence.start + found.index;
    const stands = assertionOf(note, start, start + found[0].length, ['planned']);
    if (stands === 'asserted') return (found[1] ?? found[2]) as 'left' | 'right';
  }
  return undefined;
}

/** A few words around a side, so that the quote can be read. */
export function around(note: ProcedureNote, span: Span) {
  let [start, end] = [Math.max(0, span.start - 24), Math.min(note.text.length, span.end + 32)];
  while (start > 0 && start < span.start && !/\s/.test(note.text.charAt(start - 1))) start++;
  while (end < note.text.length && end > span.end && !/\s/.test(note.text.charAt(end))) end--;
  return quote(note, start, end);
}
