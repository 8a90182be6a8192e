import type { ProcedureNote, Sentence, Span } from '../text/note.ts';
import { assertionOf } from '../text/assertion.ts';
import { tokenIndexAt } from '../text/tokens.ts';
import type { Dictionary, PhraseMatch } from '../text/trie.ts';
import type { DrugName } from './drug-dictionary.ts';
import { bareAmount } from './bare-amount.ts';
import { isGivenHere, rowFrom } from './given-here.ts';
import { scanQuantities, type Quantity } from './quantities.ts';

/** A drug named in a sentence with the amounts that are said of it. */
export interface DrugMention extends Span {
  readonly name: DrugName;
  readonly sentence: Sentence;
  readonly quantities: readonly Quantity[];
  /** From the first to the last word that speaks of it, amounts included. */
  readonly whole: Span;
}

const SEPARATOR =
  /,|;|\+|&|\band\b|\bwith\b|\bplus\b|\bmixed\b|\bcombined\b|\bfollowed\b|\bthen\b|\||\/(?!\s?(?:ml|cc))|\n/g;
/** Always the way to the target, never the target. */
const SKIN =
  /\bskin\b|subcutan|wheal|\bdermis|\btract\b|insufflat|for local|\blocal(?:ly)? infiltr|superficial|soft tissue/;
/** The way to the target unless the clause names the target. */
const NUMBING = /\blocal(?:ly)? an(?:a)?esth(?:es|etized)|\bnumb|an(?:a)?estheti[sz](?:e|ed|ing)|infiltrat/;
const TARGET = /epidural|medial branch|facet|nerve|joint|foram|injectate|solution|mixture|lesion/;
const SEDATION =
  /sedat|intravenous|\biv\b(?! contrast)|\bi\.v\.|premedic|by mouth|\bpo\b|orally|antibiotic|prophyla|nasal|oxygen|titrated|drip|infusion/;

/** `40 mg of triamcinolone… correction, 4 mg of dexamethasone`: what was said first was not given. */
const CORRECTED = /^[\s.,;:…-]{1,6}(?:correction|scratch that|strike that|i mean|make that|rather)\b/;
/** Nothing but brackets and signs between a drug and its figure. */
const ADJACENT = /^[\s(,:-]{0,3}$/;

/** `triamcinolone 60 mg in 4 mL of saline`: the amount is of what was dissolved. */
const IN_VOLUME = /^\s*(?:(?:diluted|mixed|dissolved) )?in (?:a total of )?\d/;

/** Drugs of a sentence that were given at the target: skin anesthesia, sedation and what was not given are left out. */
export function drugMentions(note: ProcedureNote, sentence: Sentence, names: Dictionary<DrugName>): DrugMention[] {
  const first = tokenIndexAt(note.tokens, sentence.start);
  const last = tokenIndexAt(note.tokens, sentence.end);
  const matches = merge(
    note,
    names.find(note.tokens, first, last).filter((match) => !isNameOfProcedure(note.lower, match)),
  );
  if (matches.length === 0) return [];
  const quantities = scanQuantities(note.lower, sentence.start, sentence.end);
  const shares = share(note.lower, matches, quantities);
  const mentions: DrugMention[] = [];
  for (const [index, match] of matches.entries()) {
    const bare = bareAmount(note.lower, match, shares[index] ?? []);
    const own = [...(shares[index] ?? []), ...(bare ? [bare] : [])];
    if (assertionOf(note, match.start, match.end) !== 'asserted' && !isGivenHere(note, sentence, match, own)) continue;
    if (match.value.drug.role === 'steroid' && CORRECTED.test(note.lower.slice(match.end, match.end + 30))) continue;
    if (match.value.drug.role !== 'contrast' && isElsewhere(note.lower, sentence, match)) continue;
    const whole = {
      start: Math.min(match.start, ...own.map((quantity) => quantity.start)),
      end: Math.max(match.end, ...own.map((quantity) => quantity.end)),
    };
    mentions.push({ name: match.value, sentence, quantities: own, whole, start: match.start, end: match.end });
  }
  return mentions;
}

/** `methylprednisolone acetate (Depo-Medrol)`: two names of one drug side by side are one mention. */
function merge(note: ProcedureNote, matches: readonly PhraseMatch<DrugName>[]): PhraseMatch<DrugName>[] {
  const merged: PhraseMatch<DrugName>[] = [];
  for (const match of matches) {
    const before = merged.at(-1);
    const gap = before ? note.lower.slice(before.end, match.start) : '';
    if (before && before.value.drug === match.value.drug && /^[\s(/[,-]{0,4}(?:brand |brand name |or )?$/.test(gap)) {
      merged[merged.length - 1] = {
        ...before,
        end: match.end,
        value: match.value.strength === undefined ? before.value : match.value,
      };
    } else merged.push(match);
  }
  return merged;
}

/** Shares amounts out: before the first sign that separates they belong to the drug on the left, else to the one on the right. */
function share(
  lower: string,
  matches: readonly PhraseMatch<DrugName>[],
  quantities: readonly Quantity[],
): Quantity[][] {
  const shares: Quantity[][] = matches.map(() => []);
  const firstStart = matches[0]!.start;
  const leading = quantities.some(
    (quantity) =>
      quantity.end <= firstStart &&
      firstStart - quantity.end <= 40 &&
      !/[.;:]|\bneedle\b|\bwas\b|\bwere\b/.test(lower.slice(quantity.end, firstStart)),
  );
  for (const quantity of quantities) {
    // `2 mL of the mixture`: the volume given, no drug's own.
    if (
      quantity.measure === 'mL' &&
      /^\s*(?:\w+ ){0,2}?(?:of )?(?:a |an |the |this |that |our )?(?:\w+ )?(?:mixture|solution|combination|cocktail|injectate|total)\b/.test(
        lower.slice(quantity.end, quantity.end + 44),
      )
    )
      continue;
    const next = matches.findIndex((match) => match.start >= quantity.end);
    const inside = matches.findIndex((match) => match.start <= quantity.start && quantity.end <= match.end);
    if (inside >= 0) continue;
    if (next === 0) {
      const gap = lower.slice(quantity.end, firstStart);
      if (/needle|syringe|gauge|inch|contain|consist|total/.test(gap) && quantity.measure === 'mL') continue;
      if (gap.length <= 60) shares[0]!.push(quantity);
      continue;
    }
    const left = next < 0 ? matches.length - 1 : next - 1;
    const leftEnd = matches[left]!.end;
    if (next < 0) {
      const gap = lower.slice(leftEnd, quantity.start);
      if (gap.length <= 70 && !/needle|\bwas\b.*\bwas\b|\bthen\b|\bneedle|total of|wasted|discard/.test(gap))
        shares[left]!.push(quantity);
      continue;
    }
    const before = lower.slice(leftEnd, quantity.start);
    const after = lower.slice(quantity.end, matches[next]!.start);
    const beside = matches[left]!.value.drug.role === 'steroid' && matches[next]!.value.drug.role !== 'steroid';
    if (quantity.measure === 'mg' && (IN_VOLUME.test(after) || (beside && ADJACENT.test(before)))) {
      shares[left]!.push(quantity);
      continue;
    }
    const brackets = /\($|\([^)]*$/.test(before) && /^[^(]*\)/.test(after);
    const separatedBefore = has(before);
    const separatedAfter = has(after);
    if (brackets && !/^\s*\)?\s*(?:of )?$/.test(after)) shares[left]!.push(quantity);
    else if (separatedBefore && !separatedAfter) shares[next]!.push(quantity);
    else if (!separatedBefore && separatedAfter) shares[left]!.push(quantity);
    else if (separatedBefore && separatedAfter)
      shares[leading && shares[left]!.some((one) => one.measure === quantity.measure) ? next : left]!.push(quantity);
    else shares[leading || /^\s*(?:of\s)?/.test(after) ? next : left]!.push(quantity);
  }
  return shares;
}

function has(gap: string): boolean {
  SEPARATOR.lastIndex = 0;
  return SEPARATOR.test(gap);
}

function isNameOfProcedure(lower: string, match: PhraseMatch<DrugName>): boolean {
  if (match.value.drug.name.endsWith('unspecified') || /^steroid|^cortico/.test(match.phrase)) {
    const after = lower.slice(match.end, match.end + 14);
    const before = lower.slice(Math.max(0, match.start - 24), match.start);
    return (
      /^\s*(?:injection|inj\b|epidural)/.test(after) || /(?:epidural|facet|transforaminal|joint|no) $/.test(before)
    );
  }
  return false;
}

/** The clause around a drug tells whether it went to the skin, into a vein, or to the target. */
function isElsewhere(lower: string, sentence: Sentence, match: PhraseMatch<DrugName>): boolean {
  // A steroid goes to no skin and numbs no way; only a vein is elsewhere.
  const steroid = match.value.drug.role === 'steroid';
  const head = lower.slice(steroid ? rowFrom(lower, sentence, match.start) : sentence.start, match.start);
  const tail = lower.slice(match.end, sentence.end);
  const cut = Math.max(
    head.lastIndexOf(';'),
    head.lastIndexOf(' then '),
    head.lastIndexOf(' subsequently '),
    head.lastIndexOf(', after '),
    head.lastIndexOf(' followed by '),
  );
  const stop = tail.search(
    /;| then | subsequently |, and a |, a \d|, the needle|\band (?:a|the) (?:\d|needle|spinal)|, followed| followed by/,
  );
  const clause =
    head.slice(cut < 0 ? 0 : cut) + lower.slice(match.start, match.end) + (stop < 0 ? tail : tail.slice(0, stop));
  if (SEDATION.test(clause) && !/inject(?:ed|ate)|epidural/.test(clause)) return true;
  if (steroid) return false;
  if (SKIN.test(clause))
    return !/(?:solution|mixture|injectate|combination)\b[^.]{0,60}\b(?:inject|deliver|deposit)/.test(clause);
  if (NUMBING.test(clause))
    return !/(?:into|to|at|in|onto|around) (?:the |each )?(?:\w+ ){0,4}?(?:epidural|medial branch|facet|nerve|joint|foram)|an(?:a)?esthetize the (?:\w+ ){0,3}?(?:nerve|medial|lateral|branch)|solution|mixture|injectate/.test(
      clause,
    );
  return (
    /advanc|introduc|depth of/.test(clause) &&
    /\busing\b|\bwith\b/.test(clause) &&
    !/inject|instill|deposit|administ/.test(clause) &&
    !TARGET.test(tail)
  );
}
