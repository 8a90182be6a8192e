import type { Laterality } from '../../../model/laterality.ts';
import { regionOfVertebra } from '../../../model/spine/vertebra.ts';
import type { SpinalRegion } from '../../../model/spine/region.ts';
import type { Sentence, Span } from '../../text/note.ts';
import type { NoteTools } from '../tools.ts';
import { allMatches } from '../../text/all-matches.ts';

const LEAD = String.raw`(?:leads?|electrodes?(?! contacts?)|arrays?|octrodes?|octads?)`;
const NUMBER: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  single: 1,
  '1': 1,
  two: 2,
  dual: 2,
  both: 2,
  double: 2,
  twin: 2,
  bilateral: 2,
  second: 2,
  '2': 2,
  three: 3,
  third: 3,
  '3': 3,
  four: 4,
  quad: 4,
  fourth: 4,
  '4': 4,
};
/** Words between a number and the leads; "eight-contact" counts contacts, never leads. */
const KIND = String.raw`(?:(?:\d{1,2}|four|eight|sixteen)[- ](?:contacts?|electrodes?|polar|channels?)[- ]?|octapolar |quadripolar |octrode |compact |(?:\d{2} ?cm )|new |separate |spinal |cord |scs |drg |dorsal |root |ganglion |column |stimulat\w+ |epidural |percutaneous(?:ly placed)? |trial(?:ing)? |temporary |permanent |cylindrical |linear |implanted |thoracic |cervical |lumbar |wire |parallel |lead |test |[a-z]+(?:®|™) )`;
const COUNTED = new RegExp(
  String.raw`(?<![\d./-])\b(one|single|two|dual|both|double|twin|three|four|quad|[1-4])[- ]?(?:\(\d\) ?)?${KIND}{0,5}${LEAD}\b(?! contacts?)`,
  'g',
);
const TIMES = new RegExp(
  String.raw`\b${LEAD}(?: placement| trial| implant\w*)?,?\s*(?:\(?\s*[x×]\s?\(?|times\s)(\d|one|two|three|four)\b`,
  'g',
);
/** `2 x 8 contact`: leads times contacts. */
const EACH = /\b([1-4]|one|two|three|four)\s*(?:x|×|\()\s*(?:4|8|16)[- ]?(?:contacts?|electrodes?|ch\b)/g;
const NEXT = new RegExp(
  String.raw`\b(?:a |the )?(second|third|fourth)\b ${KIND}{0,4}(?:${LEAD}|tuohy|coude|introducer|(?:14|15)[- ]?g(?:a|auge)?\b)`,
  'g',
);
const FEW = 'one|two|three|four|[1-4]';
/** `Leads: [x] 2`, `number of leads = two`; what lies left and right is a list. */
const FIELD = new RegExp(
  String.raw`\b${LEAD}(?: (?:placed|implanted|used|count|trialed))?\s*[:=#]\s*(?:\[x\]\s*)?(${FEW})\b(?!\.\d|-|\s*(?:left|right|l\b|r\b|on\b|at\b|tip|cm\b|mm\b|contacts?\b|electrodes?\b|\/))`,
  'g',
);
/** `lead 2 was steered to T9`, `lead #2`: leads that bear numbers. */
const NUMBERED = new RegExp(
  String.raw`\b${LEAD} (?:#|no\.? ?|number )?([2-4]|two|three|four)\b(?!\.\d|-|\s*(?:x\b|×|cm\b|mm\b|levels?\b|contacts?\b|electrodes?\b|(?:vertebral )?(?:bod|segment)\w*|weeks?|days?|hours?|months?|years?|minutes?|to \d|of \d|and \d))`,
  'g',
);
const SIDED = new RegExp(String.raw`\b(left|right)(?:[- ]sided)? ${KIND}{0,5}${LEAD}\b`, 'g');
const PAIR =
  /\bbilateral(?:ly)?\b[^.]{0,40}\b(?:leads|electrodes)\b|\b(?:leads|electrodes)\b[^.]{0,30}\bbilaterally\b|\b(?:left and right|right and left) (?:\w+ ){0,2}(?:leads|electrodes)\b|\bcontralateral (?:\w+ ){0,2}lead\b|\b(?:same|identical|similar)\b[^.]{0,60}\b(?:on the (?:other|opposite|contralateral|right|left) side|second|other) ?(?:lead|electrode|side)?/;
const ANY = new RegExp(String.raw`\b${LEAD}\b`);
const SINGLE = new RegExp(String.raw`\b(?:a|an|the) ${KIND}{0,5}(?:lead|electrode|array|octrode|octad)\b`);

export interface LeadCount {
  readonly count: number | undefined;
  readonly at: Span | undefined;
}

/** How many leads a stretch says; undefined when it only names leads. */
export function leadsSaid(words: string): number | undefined {
  const said: number[] = [];
  for (const one of allMatches(words, COUNTED)) said.push(NUMBER[one[1]!] ?? 0);
  for (const one of allMatches(words, TIMES)) said.push(NUMBER[one[1]!] ?? 0);
  for (const one of allMatches(words, NEXT)) said.push(NUMBER[one[1]!] ?? 0);
  for (const one of allMatches(words, FIELD)) said.push(NUMBER[one[1]!] ?? 0);
  for (const one of allMatches(words, NUMBERED)) said.push(NUMBER[one[1]!] ?? 0);
  for (const one of allMatches(words, EACH)) said.push(NUMBER[one[1]!] ?? 0);
  const sides = new Set([...allMatches(words, SIDED)].map((one) => one[1]));
  if (sides.size === 2 || PAIR.test(words)) said.push(2);
  return said.length === 0 ? undefined : Math.max(...said);
}

/** Counts over the title, else over the narrative: the highest number said; a lead always told in the singular is one. */
export function countLeads(tools: NoteTools, heads: readonly Span[], body: readonly Sentence[]): LeadCount {
  for (const span of heads) {
    const count = leadsSaid(tools.says(span));
    if (count !== undefined) return { count, at: span };
  }
  // One line of a list for each side.
  const listed = new Set(heads.flatMap((span) => [...allMatches(tools.says(span), SIDED)].map((one) => one[1])));
  if (listed.size === 2) return { count: 2, at: heads[0] };
  for (const span of heads) {
    // A lead lies at each ganglion that the title names.
    const ganglia = GANGLIA.test(tools.says(span)) ? namedOnce(tools, span) : 0;
    if (ganglia > 1) return { count: ganglia, at: span };
  }
  let best: LeadCount = { count: undefined, at: undefined };
  const sides = new Map<string, Span>();
  for (const sentence of body) {
    if (!tools.asserted(sentence)) continue;
    const words = tools.says(sentence);
    const count = leadsSaid(words);
    if (count !== undefined && count > (best.count ?? 0)) best = { count, at: sentence };
    for (const one of allMatches(words, SIDED)) sides.set(one[1]!, sentence);
  }
  if (sides.size === 2 && (best.count ?? 0) < 2) best = { count: 2, at: sides.get('left') };
  if (best.count !== undefined) return best;
  const named = body.filter((one) => tools.tells(one, ANY));
  const plural = named.some((one) =>
    /\b(?:leads|electrodes|arrays|octrodes|octads)\b(?! contacts?)/.test(
      tools.says(one).replace(/electrodes? (?:contacts?|array)/g, ''),
    ),
  );
  const single = named.find((one) => tools.tells(one, SINGLE));
  return !plural && single ? { count: 1, at: single } : { count: undefined, at: undefined };
}

const GANGLIA = /\b(?:dorsal root ganglion|drg)\b[^.;]{0,40}\bleads\b|\bleads\b[^.;]{0,60}\bgangli(?:on|a)\b/;

function namedOnce(tools: NoteTools, span: Span): number {
  const levels = tools.levels(span).flatMap((one) => one.levels.filter((level) => level.upper === level.lower));
  return new Set(levels.map((level) => level.upper)).size;
}

export interface Tip {
  readonly name: string;
  readonly region: SpinalRegion | undefined;
  readonly side: Laterality | undefined;
  readonly at: Span;
}

const TIP =
  /\b(?:tip|top|final|cephalad|most|superior|lead|leads|electrode|electrodes|contacts?|positioned|advanced|located|resting|level)\b/;
const ENTRY =
  /\b(?:entry|entered|needle|tuohy|interspace|skin|laminotomy|laminectomy|access\w*|epidural space|loss of resistance|incision)\b/;

/** Where the tips of the leads came to lie: vertebrae named beside leads, not where the needle went in. */
export function tipsOf(tools: NoteTools, body: readonly Sentence[]): Tip[] {
  const tips: Tip[] = [];
  for (const sentence of body) {
    const words = tools.says(sentence);
    if (!TIP.test(words) || !/\b(?:leads?|electrodes?|arrays?|contacts?|tips?|octrode|paddle)\b/.test(words)) continue;
    if (!tools.asserted(sentence) || /\bmigrat\w*|\bhad (?:moved|pulled)/.test(words)) continue;
    for (const mention of tools.levels(sentence)) {
      const before = words.slice(Math.max(0, mention.start - sentence.start - 40), mention.start - sentence.start);
      if (ENTRY.test(before) && !/\b(?:tip|advanced|to the|position)/.test(before)) continue;
      const level = mention.levels[0];
      if (!level || !/^[CT]\d|^L[12]$|^S/.test(level.upper)) continue;
      if (tips.some((tip) => tip.name === level.upper && tip.side === mention.side)) continue;
      tips.push({
        name: level.upper,
        region: regionOfVertebra(level.upper),
        side: mention.side === 'midline' ? undefined : mention.side,
        at: level,
      });
    }
  }
  return tips;
}
