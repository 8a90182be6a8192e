import { assertionOf } from '../../text/assertion.ts';
import type { ProcedureNote, Sentence, Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  once: 1,
  first: 1,
  two: 2,
  twice: 2,
  second: 2,
  three: 3,
  third: 3,
  thrice: 3,
  four: 4,
  fourth: 4,
};
const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th|one|two|three|four|[1-4])';
const AGAIN =
  /\b(?:re-?\s?insert(?:ed|ion|ions|ing)?|needles? (?:were |was )?(?:inserted|placed|put in) again|(?:new|additional|fresh|another set of) needles? (?:were |was )?(?:then )?(?:inserted|placed|applied|used)|needles? (?:were |was )?re-?(?:placed|needled))\b/g;
const TIMES = /^[^.;\n]{0,40}?(?:(?:x ?|times ?)(\d)|(\d|one|two|three|four) (?:\w+ )?times?|\b(once|twice|thrice)\b)/;
const COUNTED =
  /\b(\d|one|two|three|four) (?:separate |additional |further )?(?:needle )?(?:re-?insertions?)\b|\bre-?insertions?\s*[:=x]\s*(\d)/;
const NO_AGAIN =
  /\b(?:no|without|zero|0) (?:needle )?re-?insert\w*|\bre-?insertions?\s*[:=]?\s*(?:none|no|0)\b|\bnot re-?inserted\b|\bsingle set of needles\b|\bone set of needles\b/;
const SETS = new RegExp(
  `\\b${ORDINAL}(?:st|nd|rd|th)? (?:set|round|insertion)s?\\b(?! of exercises)|\\b(?:set|round|insertion) ?(?:#|no\\.?|number)? ?${ORDINAL}\\b`,
  'g',
);
const HOW_MANY = /\b(two|three|four|[2-4]) (?:separate |different )?(?:sets|rounds|insertions)\b/;
const CURRENT =
  /\b(?:electro-?\s?acupuncture|(?:electrical|electric|e)[ -]?-?stim\w*|electro-?stim\w*|estim|microcurrent|(?:electrical|electric) current|electrical\b(?! nerve)|leads? (?:were )?(?:attached|connected|clipped)|electrical(?! nerve)|clips? (?:on|from|at|to|between)|(?:\d+(?:\.\d+)?|mixed) ?(?:hz|hertz))\b/g;

export interface NeedleSets {
  readonly reinsertions: { readonly count: number; readonly at: Span } | undefined;
  readonly electrical: { readonly on: boolean; readonly at: Span } | undefined;
  /** Ordinals of the stimulated sets, where the note tells them apart. */
  readonly electricalSets: readonly string[] | undefined;
}

/** How often needles were put in, and which of them were stimulated. */
export function readNeedleSets(note: ProcedureNote, tools: NoteTools, sentences: readonly Sentence[]): NeedleSets {
  let told = 0;
  let toldAt: Span | undefined;
  let none: Span | undefined;
  let stated: { count: number; at: Span } | undefined;
  let highest: { count: number; at: Span } | undefined;
  let set = 0;
  const stimulated = new Set<string>();
  const plain = new Set<string>();
  let current: Span | undefined;
  let denied: Span | undefined;
  for (const sentence of sentences) {
    const words = tools.says(sentence);
    const spanOf = (hit: RegExpExecArray): Span => ({
      start: sentence.start + hit.index,
      end: sentence.start + hit.index + hit[0].length,
    });
    const no = NO_AGAIN.exec(words);
    if (no) none ??= spanOf(no);
    const counted = COUNTED.exec(words);
    if (counted) stated ??= { count: numberOf(counted[1] ?? counted[2]), at: spanOf(counted) };
    const many = HOW_MANY.exec(words);
    if (many && /needle|acupunct|insert|point/.test(words)) highest = larger(highest, numberOf(many[1]), spanOf(many));
    SETS.lastIndex = 0;
    for (let hit = SETS.exec(words); hit; hit = SETS.exec(words)) {
      set = numberOf(hit[1] ?? hit[2]);
      if (set > 0) highest = larger(highest, set, spanOf(hit));
    }
    AGAIN.lastIndex = 0;
    for (let hit = AGAIN.exec(words); hit && !no; hit = AGAIN.exec(words)) {
      const at = spanOf(hit);
      if (assertionOf(note, at.start, at.end) !== 'asserted') continue;
      const times = TIMES.exec(words.slice(hit.index + hit[0].length));
      if (times) stated ??= { count: numberOf(times[1] ?? times[2] ?? times[3]), at };
      told += 1;
      toldAt ??= at;
    }
    CURRENT.lastIndex = 0;
    for (let hit = CURRENT.exec(words); hit; hit = CURRENT.exec(words)) {
      if (/\btens\b|\bunit at home|\bspinal cord|\bpad\b/.test(words)) continue;
      const at = spanOf(hit);
      const kind = assertionOf(note, at.start, at.end);
      if (kind === 'negated') {
        denied ??= at;
        if (set > 0) plain.add(String(set));
      } else if (kind === 'asserted') {
        current ??= at;
        if (set > 0) stimulated.add(String(set));
      }
    }
  }
  // A second set and the statement that needles were put in again are the same act told twice.
  const bySets = highest ? highest.count - 1 : 0;
  const count = stated?.count ?? Math.max(told, bySets);
  const at = stated?.at ?? (bySets >= told ? (highest?.at ?? toldAt) : toldAt);
  return {
    reinsertions: count > 0 && at ? { count, at } : none ? { count: 0, at: none } : undefined,
    electrical: current ? { on: true, at: current } : denied ? { on: false, at: denied } : undefined,
    electricalSets: stimulated.size > 0 && plain.size > 0 ? [...stimulated] : undefined,
  };
}

function larger(known: { count: number; at: Span } | undefined, count: number, at: Span) {
  return known && known.count >= count ? known : { count, at };
}

function numberOf(word: string | undefined): number {
  if (word === undefined) return 0;
  return NUMBERS[word] ?? Number(/\d/.exec(word)?.[0] ?? 0);
}
