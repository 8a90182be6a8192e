import type { Laterality } from '../../../model/laterality.ts';
import { assertionOf } from '../../text/assertion.ts';
import type { ProcedureNote, Sentence, Span } from '../../text/note.ts';
import { INJECTED, UNITS } from './toxin-names.ts';
import { musclesIn, type MuscleMention, type ToxinMuscle } from './toxin-muscles.ts';

/** A muscle or gland that was injected, with its side and dose as the note tells them. */
export interface Injected {
  readonly muscle: ToxinMuscle;
  readonly side: Laterality | undefined;
  /** Units over both sides; undefined when not told or not clear. */
  readonly units: number | undefined;
  readonly at: Span;
  /** The words by which it was named: `medial gastrocnemius`. */
  readonly words: string;
}

const SIDE =
  /\b(?:(bilateral(?:ly)?|bilat\.?|b\/l|both|each side|(?:right|left|r|l) ?(?:and|&|\/) ?(?:right|left|r|l)\b)|(left|lt|l|lue|lle)|(right|rt|r|rue|rle))\b/g;
const EXAM =
  /\b(?:ashworth|mas\b|tone\b|range of motion|strength|tender|atroph|hypertroph|palpat|clonus|posture|rom\b|deep tendon)/;
const LEADS =
  /(?:following|muscles?|sites?|injected|units?|distribution|pattern|dosing|arm|leg|extremity|limb|side|neck|face|head)\b[^.]{0,50}:?\s*$/;

/** Sentences that tell what was injected: doses, words of injecting, or the lines of a list of muscles. */
export function tellingSentences(note: ProcedureNote, sentences: readonly Sentence[]): Sentence[] {
  let listed = false;
  return sentences.filter((sentence) => {
    const words = note.lower.slice(sentence.start, sentence.end);
    const dosed = unitsIn(words).length > 0;
    const acts = INJECTED.test(words);
    const lead =
      LEADS.test(words.trim()) || /muscle|inject|site|dose|pattern/.test(sentence.section.heading?.toLowerCase() ?? '');
    const tells =
      assertionOf(note, sentence.start, sentence.end) === 'asserted' || isPartly(note, sentence)
        ? dosed || acts || sentence.section.role === 'title' || (listed && words.length < 160)
        : false;
    listed = (acts || lead || listed) && words.length < 240;
    return tells && !(EXAM.test(words) && !dosed);
  });
}

/** A denial that covers only the end of the sentence (`…, no complications`) leaves the rest asserted. */
function isPartly(note: ProcedureNote, sentence: Sentence): boolean {
  const first = musclesIn(note.lower, sentence.start, sentence.end)[0];
  return first !== undefined && assertionOf(note, first.start, first.end) === 'asserted';
}

export function injectedIn(
  note: ProcedureNote,
  sentences: readonly Sentence[],
  fallback: Laterality | undefined,
): Injected[] {
  const found: Injected[] = [];
  let carried: Laterality | undefined;
  let last: Sentence | undefined;
  for (const sentence of sentences) {
    if (sentence.section !== last?.section) carried = lastSide(sentence.section.heading?.toLowerCase() ?? '');
    else if (last && sentence.index !== last.index + 1) carried = headingBetween(note, last, sentence) ?? carried;
    const mentions = musclesIn(note.lower, sentence.start, sentence.end).filter(
      (one) => assertionOf(note, one.start, one.end) === 'asserted',
    );
    if (mentions.length === 0) {
      const words = note.lower.slice(sentence.start, sentence.end);
      if (/:\s*$/.test(words) || words.length < 40) carried = lastSide(words) ?? carried;
      last = sentence;
      continue;
    }
    let side = carried;
    const leading = doseLeads(note, sentence, mentions);
    for (const [index, mention] of mentions.entries()) {
      const before = note.lower.slice(index === 0 ? sentence.start : mentions[index - 1]!.end, mention.start);
      const after = note.lower.slice(mention.end, mentions[index + 1]?.start ?? sentence.end);
      const final = index === mentions.length - 1;
      const tail = final && !(leading && lastSide(before)) ? after : leading ? '' : ownTail(after);
      const ahead = index === 0 ? before : before.slice(Math.max(0, cutOf(before)));
      // `each parotid gland`: the two of a pair.
      const own = /\beach $/.test(before) ? 'bilateral' : lastSide(ahead);
      const behind = joined(sidesIn(tail.slice(0, 60)));
      // Without a comma between two muscles a side may still be the one of the muscle before.
      const loose = index > 0 && cutOf(before) < 0;
      const told = behind !== undefined && (own === undefined || loose) ? behind : own;
      if (own) side = own;
      const here = told ?? side;
      const dose = leading ? unitsIn(ahead).slice(-1) : unitsIn(tail);
      const units = sumOf(dose, tail, here);
      found.push({
        muscle: mention.muscle,
        side: here ?? fallback,
        units: units === undefined ? undefined : each(units, here, leading ? before + after : tail),
        at: { start: mention.start, end: mention.end },
        words: note.lower.slice(mention.start, mention.end),
      });
    }
    // A side before a list holds for the list, not for the next sentence; a heading holds on.
    last = sentence;
  }
  return found;
}

/** Where the words begin that speak of the next muscle: the last comma or line break; -1 when there is none. */
function cutOf(before: string): number {
  return Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('\n'));
}

/** What is said of a muscle before the next one: without the last stretch when that tells no amount. */
function ownTail(after: string): string {
  const cut = cutOf(after);
  return cut >= 0 && !/\d/.test(after.slice(cut)) ? after.slice(0, cut) : after;
}

function headingBetween(note: ProcedureNote, one: Sentence, other: Sentence): Laterality | undefined {
  const words = note.lower.slice(one.end, other.start);
  return words.length < 80 ? lastSide(words) : undefined;
}

/** `20 units in the frontalis, 10 in the procerus`: the dose goes before its muscle. */
function doseLeads(note: ProcedureNote, sentence: Sentence, mentions: readonly MuscleMention[]): boolean {
  const head = note.lower.slice(sentence.start, mentions[0]!.start);
  return /\d\s?(?:units?|u|iu)\b[^.;,]{0,50}\b(?:in|into|to|at|for)\b[^.;,]{0,40}$/.test(head);
}

/** Amounts in units, in order. */
export function unitsIn(words: string): number[] {
  UNITS.lastIndex = 0;
  const found: number[] = [];
  for (let hit = UNITS.exec(words); hit; hit = UNITS.exec(words)) {
    if (/^[\s-]*(?:vial|per (?:0\.1 )?m|\/)/.test(words.slice(hit.index + hit[0].length))) continue;
    found.push(Number(hit[1]!.replaceAll(',', '')));
  }
  return found;
}

/** `left 20 units, right 25 units`: both; two amounts otherwise are not clear. */
function sumOf(doses: readonly number[], tail: string, side: Laterality | undefined): number | undefined {
  if (doses.length <= 1) return doses[0];
  const sides = sidesIn(tail);
  return side === 'bilateral' && doses.length === 2 && sides.length >= 2 ? doses[0]! + doses[1]! : undefined;
}

function each(units: number, side: Laterality | undefined, words: string): number | undefined {
  if (side !== 'bilateral') return units;
  if (/\b(?:each|per) side|\beach\b|\bper muscle|\ba side|\bapiece/.test(words)) return units * 2;
  if (/\btotal|\bdivided|\bsplit|\bin all/.test(words)) return units;
  return sidesIn(words).length >= 2 && unitsIn(words).length >= 2 ? units : undefined;
}

function sidesIn(words: string): Laterality[] {
  SIDE.lastIndex = 0;
  const found: Laterality[] = [];
  for (let hit = SIDE.exec(words); hit; hit = SIDE.exec(words))
    found.push(hit[1] ? 'bilateral' : hit[2] ? 'left' : 'right');
  return found;
}

export function lastSide(words: string): Laterality | undefined {
  return sidesIn(words).at(-1);
}

export function joined(sides: readonly (Laterality | undefined)[]): Laterality | undefined {
  const told = new Set(sides);
  if (told.has('bilateral') || (told.has('left') && told.has('right'))) return 'bilateral';
  return told.has('left') ? 'left' : told.has('right') ? 'right' : undefined;
}
