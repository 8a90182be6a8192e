import { may, type ProcedureNote, type Sentence, type Span } from '../text/note.ts';
import { amountOf, round } from './amount.ts';
import type { DrugMention } from './drug-mentions.ts';
import type { Factor, Places } from './factor.ts';

const SAME_AGAIN =
  /\bsame (?:\w+ ){0,5}?(?:mixture|solution|medications?|injectate|amount|dose|volume|steroid)\b[^.]{0,60}\b(?:inject|deliver|deposit|administ|given|used)/;
/** In the sentence that tells the amount: `40 mg on the right and an identical dose on the left`. */
const SAME_BESIDE =
  /\b(?:same|identical|equal|like) (?:dose|amount|volume|quantity|thing)\b[^.;]{0,30}\b(?:left|right|other|opposite|contralateral|second)\b/;
const REPEATED =
  /\b(?:same|identical|similar|this|exact|procedure|technique|process|steps?)\b[^.]{0,60}\b(?:repeat|carried out|performed|done|used)\w*\b[^.]{0,60}\b(?:other|opposite|contralateral|right|left|remaining|levels?|each|at|side)\b|\brepeated (?:on|at|for|in)\b|\bsimilarly\b|\bin (?:a|an) (?:similar|identical) (?:fashion|manner)|\bthe same (?:way|manner|fashion)\b|\bsame on (?:the )?(?:left|right|other|opposite)\b|\bdone first on the (?:left|right) and then\b/;
const EARLIER = /previously|in the past/;
/** `another 40 mg`, `again 20 mg`, `a third 20 mg`: a giving of its own, however near the last one. */
const ANEW =
  /\b(?:another|again|additional|further|second|third|fourth|also|an? (?:like|equal|identical) (?:amount|dose) of|same (?:amount|dose) of)\b[^.;]{0,40}$/;
/** Between two tellings: the needle went elsewhere. */
const ELSEWHERE =
  /\b(?:left|right|other|opposite|contralateral|second|next|same|identical|likewise|similarly|repeated|went to|moved)\b|\b[ctls]\d|\|/;

/** The sentence in which a note says that all of it was done again at another place. */
export function isRepeated(note: ProcedureNote, sentences: readonly Sentence[]): Sentence | undefined {
  if (!may(note, REPEATED)) return undefined;
  return sentences.find((one) => {
    const words = note.lower.slice(one.start, one.end);
    return REPEATED.test(words) && !EARLIER.test(words);
  });
}

/** `… 40 mg was given. Another 40 mg …`: givings that are called new add up. */
export function givenAnew(note: ProcedureNote, mention: DrugMention, list: readonly DrugMention[]): Factor | undefined {
  const [first, ...rest] = tellings(list);
  if (!first) return undefined;
  const anew = rest.filter((one) => ANEW.test(note.lower.slice(one.sentence.start, one.whole.start)));
  return anew.length > 0 ? added(mention, [first, ...anew]) : undefined;
}

/** One telling for every place, the needle moved between them; fewer or more may tell one giving twice. */
export function givenApart(
  note: ProcedureNote,
  mention: DrugMention,
  list: readonly DrugMention[],
  places: Places,
): Factor | undefined {
  const told = tellings(list);
  if (told.length < 2 || told.length !== places.sites) return undefined;
  const moved = told
    .slice(1)
    .every((one, index) => ELSEWHERE.test(note.lower.slice(told[index]!.whole.end, one.sentence.end)));
  return moved ? added(mention, told) : undefined;
}

/** Where the amount is told outside a title, in order. */
function tellings(list: readonly DrugMention[]): DrugMention[] {
  return list
    .filter((one) => one.sentence.section.role !== 'title' && amountOf(one).milligrams !== undefined)
    .toSorted((one, other) => one.start - other.start);
}

function added(mention: DrugMention, givings: readonly DrugMention[]): Factor | undefined {
  const once = amountOf(mention).milligrams;
  if (once === undefined) return undefined;
  const amounts = givings.map((one) => amountOf(one).milligrams ?? 0);
  const sum = round(amounts.reduce((total, amount) => total + amount, 0));
  const evidence: Span[] = givings.filter((one) => one !== mention).map((one) => one.whole);
  return { times: sum / once, says: `${amounts.join(' + ')} = ${sum} mg`, evidence };
}

/** `The same mixture was injected on the left.` */
export function sameAgain(
  note: ProcedureNote,
  mention: DrugMention,
  body: readonly Sentence[],
  places: Places,
): Factor | undefined {
  const after = SAME_BESIDE.exec(note.lower.slice(mention.whole.end, mention.sentence.end));
  if (after) {
    const start = mention.whole.end + after.index;
    return { times: 2, says: 'the same again: × 2', evidence: [{ start, end: start + after[0].length }] };
  }
  const later = body.filter((one) => one.start > mention.sentence.start);
  const same = may(note, SAME_AGAIN) && later.find((one) => SAME_AGAIN.test(note.lower.slice(one.start, one.end)));
  if (same) return { times: 2, says: 'the same again: × 2', evidence: [same] };
  const again = isRepeated(note, [mention.sentence, ...later]);
  if (!again) return undefined;
  const count = places.nerves ?? places.sites;
  if (count === undefined) return { times: undefined, says: 'repeated; how often is open', evidence: [again] };
  return count > 1 ? { times: count, says: `repeated: × ${count}`, evidence: [again] } : undefined;
}
