import type { Fact, FactValue } from '../../model/fact.ts';
import { evidenceOf, matches, mentions, type Chart, type Statement } from './chart.ts';
import { isAside, isDenied, isFuture } from './clause.ts';
import { Tally } from './tally.ts';

interface Reading {
  readonly fact: string;
  /** One of these occurs wherever the pattern fits: looked for first. */
  readonly stems: readonly string[];
  readonly pattern: RegExp;
  readonly value: FactValue;
  /** What the words mean when they are denied; absent: a denied statement says nothing. */
  readonly denied?: FactValue;
}

const CLINICIAN = String.raw`(?:physician|doctor|dr\.?\s+[a-z'-]+|attending|md|do)`;
const PRACTITIONER = String.raw`(?:nurse practitioner|physician assistant|practitioner|np|pa(?:-c)?|aprn|app|midlevel)`;
const MADE = String.raw`(?:established|initiated|made|set|developed|formulated|created)`;

const READINGS: readonly Reading[] = [
  {
    fact: 'provider.supervision',
    stems: ['virtual', 'audio', 'video', 'telehealth'],
    pattern:
      /\b(?:virtual(?:ly)?\s+(?:direct\s+)?supervis\w+|virtual presence|(?:supervis\w+|immediately available|available|present)\b[^.;]{0,70}?\b(?:via|by|through|using)\s+(?:an?\s+)?(?:(?:real[- ]time|live|interactive|two-way|synchronous|secure)\s+)*(?:audio|video|telehealth|audiovisual))/g,
    value: 'virtual',
  },
  {
    fact: 'provider.supervision',
    stems: ['physician'],
    pattern:
      /\b(?:no|without an?|without)\s+(?:supervising\s+)?physician\s+(?:was\s+)?(?:present|on[- ]site|available|in the (?:office\s+)?suite)|\bsupervising physician\s+(?:was|is)\s+not\s+(?:present|on[- ]site|available|in the)/g,
    value: 'none',
  },
  {
    fact: 'provider.supervision',
    stems: ['supervision', 'present', 'available', 'on-site', 'on site'],
    pattern: new RegExp(
      String.raw`\b(?:under (?:the )?(?:my |his |her )?direct (?:\(?in[- ]person\)? )?supervision(?! (?:via|by|through))|${CLINICIAN}(?:,? (?:md|do))?,?\s+(?:was|is|remained)\s+(?:physically\s+|immediately\s+|personally\s+)*(?:present|available|on[- ]site)\s+(?:and (?:immediately )?available\s+)?(?:in|within|on[- ]site)\s*(?:the\s+)?(?:same\s+)?(?:office|clinic)?\s*(?:suite|office|clinic|building)?)`,
      'g',
    ),
    value: 'in-person',
  },
  {
    fact: 'provider.incident-to',
    stems: ['incident'],
    pattern:
      /(?:\b(?:billed|billable|furnished|provided|performed|seen|submitted|services?|visit)\s+(?:as\s+|under\s+)?["']?incident[- ]to\b|["']?\bincident[- ]to["']?\s+(?:billing|services?|dr\.?\s|(?:the\s+)?(?:supervising\s+|billing\s+)?physician|guidelines|requirements|criteria|provisions|rules))/g,
    value: true,
    denied: false,
  },
  {
    fact: 'provider.split-shared',
    stems: ['shared'],
    pattern: /\b(?:split[ ]?(?:\/|-|or)?[ ]?shared|shared (?:e\/?m )?visit)\b/g,
    value: true,
    denied: false,
  },
  {
    fact: 'provider.substantive-portion',
    stems: ['substantive', 'more than half'],
    pattern: new RegExp(
      String.raw`\b(?:${CLINICIAN})\b[^.;]{0,40}?\b(?:performed|provided|spent|furnished)\s+(?:the\s+substantive portion|more than half of the (?:total )?time)|\bsubstantive portion\b[^.;]{0,40}?\bby\s+(?:the\s+)?(?:billing\s+|attending\s+)?${CLINICIAN}\b`,
      'g',
    ),
    value: 'physician',
  },
  {
    fact: 'provider.substantive-portion',
    stems: ['substantive', 'more than half'],
    pattern: new RegExp(
      String.raw`\b(?:${PRACTITIONER})\b[^.;]{0,40}?\b(?:performed|provided|spent|furnished)\s+(?:the\s+substantive portion|more than half of the (?:total )?time)|\bsubstantive portion\b[^.;]{0,40}?\bby\s+(?:the\s+)?${PRACTITIONER}\b`,
      'g',
    ),
    value: 'practitioner',
  },
  {
    fact: 'provider.plan-by-physician',
    stems: ['plan'],
    pattern: new RegExp(
      String.raw`\b(?:plan of care|treatment plan|care plan)\b[^.;]{0,30}?\b${MADE}\s+by\s+(?:the\s+|his\s+|her\s+)?(?:supervising\s+|attending\s+|billing\s+)?${CLINICIAN}\b`,
      'g',
    ),
    value: true,
  },
  {
    fact: 'provider.new-patient',
    stems: ['new patient'],
    pattern: /\bnew patient (?:visit|evaluation|consult(?:ation)?|encounter|office visit)\b/g,
    value: true,
  },
  { fact: 'provider.new-patient', stems: ['established patient'], pattern: /\bestablished patient\b/g, value: false },
  { fact: 'provider.new-problem', stems: ['new problem'], pattern: /\bno new problems?\b/g, value: false },
  {
    fact: 'provider.new-problem',
    stems: ['new problem'],
    pattern:
      /\b(?:(?:an?|one) new problem (?:was |is )?(?:addressed|evaluated|today|reported)|presents? (?:with|for) an? new problem)\b/g,
    value: true,
  },
  {
    fact: 'documentation.order-signed',
    stems: ['order'],
    pattern: /\b(?:unsigned order|order (?:is |was |remains )?(?:unsigned|not (?:yet )?signed))\b/g,
    value: false,
  },
  {
    fact: 'documentation.order-signed',
    stems: ['order'],
    pattern: /\b(?:signed (?:written )?order|order (?:was |is |has been )?signed)\b/g,
    value: true,
  },
];

/** Words that are their own denial, and a plan that is told of another: not weighed as denial. */
const SELF_DENIED = new Set(['none']);

/** `provider.*` and the order: who supervised, what was shared, who made the plan. Only what the note itself says. */
export function readSupervision(chart: Chart): Fact[] {
  const readings = READINGS.filter((reading) => mentions(chart, ...reading.stems));
  if (readings.length === 0) return [];
  const tallies = new Map<string, Tally>();
  for (const statement of chart.statements) {
    if (statement.section.role === 'consent') continue;
    const { text } = statement;
    const here = readings.filter((reading) => reading.stems.some((stem) => text.includes(stem)));
    if (here.length === 0 || isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const reading of here) read(chart, statement, reading, tallies);
  }
  return [...tallies.values()].flatMap((tally) => tally.facts());
}

function read(
  chart: Chart,
  statement: Statement,
  { fact, pattern, value, denied }: Reading,
  tallies: Map<string, Tally>,
): void {
  for (const hit of matches(statement, pattern)) {
    if (isFuture(statement.text, hit.index)) continue;
    const no = value !== false && !SELF_DENIED.has(String(value)) && isDenied(statement.text, hit.index);
    if (no && denied === undefined) continue;
    const tally = tallies.get(fact) ?? new Tally(fact);
    tallies.set(fact, tally);
    tally.say(no ? (denied as FactValue) : value, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    return;
  }
}
