import type { Reading } from './rewritten.ts';

/**
 * Long words on which the reading of a procedure hangs. A word that differs from one of them by one letter (wrong, lost,
 * doubled, or two that changed places) is that word.
 */
const KEY_WORDS =
  `transforaminal interlaminar translaminar intralaminar foraminal epidural epidurals paramedian parasagittal
  radiofrequency neurotomy rhizotomy ablation ablations denervation cannulas
  sacroiliac zygapophyseal zygapophysial intraarticular articular medial lateral bilateral unilateral
  branches ramus dorsal thoracic cervical lumbar lumbosacral sacrococcygeal hiatus
  fluoroscopy fluoroscopic fluoroscopically ultrasound ultrasonography sonographic
  injection injections injected aspiration resistance
  triamcinolone methylprednisolone betamethasone dexamethasone bupivacaine lidocaine ropivacaine
  omnipaque iohexol iopamidol marcaine sensorcaine xylocaine celestone
  stellate ganglion hypogastric splanchnic sympathetic sphenopalatine pterygopalatine
  occipital suprascapular supraorbital intercostal ilioinguinal iliohypogastric genicular saphenous pudendal
  femoral obturator peroneal brachial trigeminal
  trochanteric subacromial glenohumeral acromioclavicular carpometacarpal metacarpophalangeal shoulder
  trapezius rhomboids piriformis quadratus splenius supraspinatus infraspinatus paraspinal
  stimulator kyphoplasty vertebroplasty discography intrathecal botulinum acupuncture adhesiolysis
  bursitis radiculopathy spondylosis stenosis`
    .split(/\s+/)
    .filter((word) => word.length >= 8);
/** Words that stand one letter beside a key word and mean something else. */
const OTHER_WORDS: ReadonlySet<string> = new Set(
  `infection infections infected rejection dejection satellite trapezium perineal branchial rhinotomy paramedial
  simulator cannulae collateral oblation intracostal thoracis thoracal resistant auricular testicular reticular
  particular breaches intercostals`.split(/\s+/),
);
const KNOWN: ReadonlySet<string> = new Set(KEY_WORDS);
/** Shorter words by their well known mistakes. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ...['flouro', 'floro', 'fluro'].map((one) => [one, 'fluoro'] as const),
  ...['kenelog', 'kenolog', 'kenlog', 'kenalg'].map((one) => [one, 'kenalog'] as const),
  ...['touhy', 'tuhoy', 'touhey', 'tuohey'].map((one) => [one, 'tuohy'] as const),
]);
/** Behind `medial`: what other words make of a branch. */
const BRANCH = /^medial (?:brach|branc|banch|brnach|barnch|brunch)(?:es|s)?$/;

/** Words of the text that are key words with one mistake, to be read as such; whatever is a word of its own stays. */
export function misspelled(text: string): Reading[] {
  const found: Reading[] = [];
  for (let at = 0; at < text.length; at++) {
    const start = at;
    while (isLetter(text.charCodeAt(at))) at++;
    if (at - start < SHORTEST || !mayBe(text.charCodeAt(start), text.charCodeAt(at - 1), at - start)) continue;
    const given = text.slice(start, at);
    const word = given.toLowerCase();
    const right = corrected(word) ?? (word.startsWith('b') ? branch(text, start, word) : undefined);
    if (right !== undefined) found.push({ start, end: at, words: inCaseOf(given, right) });
  }
  return found;
}

/** By first and last letter: a bit for each length that a word to be corrected may have. One mistake leaves both letters. */
const LENGTHS = new Int32Array(32 * 32);
const SHORTEST = 5;

/** False of most words, by their ends and their length alone: they stand beside no key word. */
function mayBe(first: number, last: number, length: number): boolean {
  return length < 31 && (LENGTHS[endsOf(first, last)]! & (1 << length)) !== 0;
}

/** Small and capital letters share their lower five bits. */
function endsOf(first: number, last: number): number {
  return ((first & 31) << 5) | (last & 31);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function branch(text: string, start: number, word: string): string | undefined {
  if (!BRANCH.test(`${text.slice(Math.max(0, start - 7), start).toLowerCase()}${word}`)) return undefined;
  return word.endsWith('s') ? 'branches' : 'branch';
}

function inCaseOf(given: string, right: string): string {
  if (given === given.toUpperCase()) return right.toUpperCase();
  return given.charAt(0) === given.charAt(0).toUpperCase() ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}

for (const key of KEY_WORDS) allow(key, [key.length - 1, key.length, key.length + 1]);
for (const short of SHORT.keys()) allow(short, [short.length]);
for (const branches of ['b…s', 'b…h', 'b…c']) allow(branches, [5, 6, 7, 8, 9]);

function allow(word: string, lengths: readonly number[]): void {
  const ends = endsOf(word.charCodeAt(0), word.charCodeAt(word.length - 1));
  for (const length of lengths) LENGTHS[ends]! |= 1 << length;
}

/** Notes share their words: what was looked up once need not be again. */
const looked = new Map<string, string | undefined>(SHORT);
const KEPT = 20_000;

function corrected(word: string): string | undefined {
  const right = looked.get(word);
  if (right !== undefined || looked.has(word)) return right;
  if (looked.size >= KEPT) looked.clear();
  const found = SHORT.get(word) ?? (word.length < 7 || OTHER_WORDS.has(word) ? undefined : nearest(word));
  looked.set(word, found);
  return found;
}

/** Key words by themselves and by what is left of them without one letter. */
const BY_PIECE = new Map<string, string[]>();
for (const word of KEY_WORDS)
  for (const piece of [word, ...pieces(word)]) BY_PIECE.set(piece, [...(BY_PIECE.get(piece) ?? []), word]);

/** The only key word one mistake away; undefined when there is none or more than one. */
function nearest(word: string): string | undefined {
  if (KNOWN.has(word)) return undefined;
  const near = new Set<string>();
  for (const piece of [word, ...pieces(word)])
    for (const key of BY_PIECE.get(piece) ?? [])
      if (key.charAt(0) === word.charAt(0) && isOneMistake(word, key)) near.add(key);
  return near.size === 1 ? [...near][0] : undefined;
}

function pieces(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

function isOneMistake(word: string, key: string): boolean {
  let from = 0;
  while (from < word.length && word.charCodeAt(from) === key.charCodeAt(from)) from++;
  let back = 0;
  while (
    back < Math.min(word.length, key.length) - from &&
    word.charCodeAt(word.length - 1 - back) === key.charCodeAt(key.length - 1 - back)
  )
    back++;
  // At its end a word is inflected: `scapular`, `infiltrates`.
  if (back === 0) return false;
  const [left, right] = [word.slice(from, word.length - back), key.slice(from, key.length - back)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
