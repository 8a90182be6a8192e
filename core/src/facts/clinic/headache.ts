import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, matches, mentions, statementsWith, type Chart, type Statement } from './chart.ts';
import { isAside, isDenied } from './clause.ts';
import { Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'allergies',
  'plan',
]);
const NUMBER = '(\\d{1,2})(?:\\s*(?:-|to)\\s*(\\d{1,2}))?\\+?';
const MONTH =
  '(?:per|a|each|every|in a|/|out of(?: the)?|of)\\s*(?:the )?(?:last |past )?(?:30 days|month|mo\\b|28 days)|monthly|days/mo(?:nth)?';
const HEADACHE = '(?:headaches?|ha\\b|h/a)';
const DAYS = [
  new RegExp(
    `\\b${NUMBER} (?:or more |total )?(${HEADACHE}|migraines?|migrainous)(?:[ -]?days?)?[^.;\\d]{0,20}?(?:${MONTH})`,
    'g',
  ),
  new RegExp(`\\b(${HEADACHE}|migraines?)(?: days?)?[^.;\\d]{0,30}?${NUMBER} (?:days? )?(?:${MONTH})`, 'g'),
  new RegExp(`\\b(${HEADACHE}|migraine) days?(?: ?(?:per|/|a) ?month)?\\s*[:=]\\s*${NUMBER}`, 'g'),
];
const HOURS = [
  new RegExp(
    `\\b${HEADACHE}[^.;\\d]{0,50}?(?:last\\w*|duration|for)[^.;\\d]{0,20}?(\\d{1,2})(?:\\s*(?:-|to)\\s*(\\d{1,2}))?\\+? ?(?:hours?|hrs?|h)\\b`,
    'g',
  ),
  /\b(?:each |all |untreated )?(?:lasting|lasts?|duration(?: of)?)[^.;\d]{0,24}?(\d{1,2})(?:\s*(?:-|to)\s*(\d{1,2}))?\+? ?(?:hours?|hrs?)\b/g,
  />=? ?(\d{1,2}) ?(?:hours?|hrs?|h)\b(?: (?:each|per day|a day|in duration))?/g,
];
/** Preventive medicines by class: two of one class are one class. */
const CLASSES: readonly (readonly [name: string, words: RegExp])[] = [
  ['anticonvulsant', /\b(?:topiramate|topamax|valpro\w+|depakote|divalproex|gabapentin|neurontin|zonisamide)\b/],
  ['beta-blocker', /\b(?:propranolol|inderal|metoprolol|atenolol|timolol|nadolol|beta[- ]?blockers?)\b/],
  ['antidepressant', /\b(?:amitriptyline|elavil|nortriptyline|pamelor|venlafaxine|effexor|duloxetine|tricyclics?)\b/],
  ['calcium-channel-blocker', /\b(?:verapamil|flunarizine|calcium channel blockers?)\b/],
  [
    'cgrp',
    /\b(?:erenumab|aimovig|fremanezumab|ajovy|galcanezumab|emgality|eptinezumab|vyepti|atogepant|qulipta|cgrp)\b/,
  ],
  ['angiotensin', /\b(?:candesartan|lisinopril)\b/],
];
const FAILED =
  /\b(?:tried|trial(?:s|ed)?|failed|failure|fail(?:ed|ing)? (?:of|to)|did(?: not|n't) (?:help|tolerate|work)|not tolerat\w+|intoleran\w+|inadequate|ineffective|without (?:benefit|relief|success|improvement)|no (?:benefit|relief|improvement)|stopped|discontinued|side effects?|previous(?:ly)?|prior|past)\b/;
const INTRACTABLE = /\b(?:intractable|refractory|(?:treatment|medication|medically)[- ]resistant)\b/g;
const EARLIER =
  /\b(?:now|currently|since (?:starting )?(?:botox|treatment)|down to|reduced to|decreased to|improved to|after (?:botox|treatment))\b/;
const REDUCED =
  /\b(?:reduc\w+|decreas\w+|improv\w+|fewer|dropped|down)\b[^.;]{0,60}?\bfrom (\d{1,2})(?: (?:headache |migraine )?days?)?[^.;\d]{0,24}?\bto (\d{1,2})\b/g;
const CUE = /\b(?:headaches?|migrain\w*|ha|h\/a)\b/g;
const CLASSES_CUE = new RegExp(CLASSES.map(([, words]) => words.source).join('|'), 'g');
const BUT_PLAN: ReadonlySet<SectionRole> = new Set<SectionRole>([...SKIP].filter((role) => role !== 'plan'));

/** `headache.*`: how often, how long, what was tried, what changed. The number before treatment goes before the one under it. */
export function readHeadache(chart: Chart): Fact[] {
  if (!mentions(chart, 'headache', 'migrain', ' ha ')) return [];
  const days = new Tally('headache.days-per-month');
  const migraine = new Tally('headache.migraine-days-per-month');
  const hours = new Tally('headache.hours-per-day');
  const reduced = new Tally('headache.days-reduced');
  const intractable = new Tally('headache.intractable');
  for (const statement of statementsWith(chart, CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const hit of matches(statement, REDUCED))
      if (/headache|migrain|days/.test(text))
        reduced.say(
          Math.max(0, Number(hit[1]) - Number(hit[2])),
          evidenceOf(chart, statement, hit.index, hit.index + hit[0].length),
        );
    for (const [index, pattern] of DAYS.entries())
      for (const hit of matches(statement, pattern)) {
        const before = text.slice(Math.max(0, hit.index - 40), hit.index + hit[0].length);
        if (EARLIER.test(before) || isDenied(text, hit.index, 30)) continue;
        const word = index === 0 ? hit[3] : hit[1];
        const number = Number(index === 0 ? hit[1] : hit[2]);
        if (number > 31) continue;
        const kind = word?.startsWith('migr') ? migraine : days;
        kind.say(number, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
      }
    readHours(chart, statement, hours);
    for (const hit of matches(statement, INTRACTABLE)) {
      // `without aura, intractable` denies the aura only.
      const denied = /\b(?:not|non|no)[\s-]+(?:\w+ )?$/.test(text.slice(0, hit.index));
      intractable.say(!denied, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  const once = <T>(one: T, other: T) => one === other;
  return [
    ...days.facts(once),
    ...migraine.facts(once),
    ...hours.facts(once),
    ...reduced.facts(once),
    ...intractable.facts(once),
    ...preventives(chart),
  ];
}

function readHours(chart: Chart, statement: Statement, tally: Tally): void {
  for (const pattern of HOURS)
    for (const hit of matches(statement, pattern)) {
      if (!tally.isSilent) return;
      // Of a range the lower end: what is certain.
      tally.say(Number(hit[1]), evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
}

/** Classes of preventive medicine that the chart says were tried without lasting success. */
function preventives(chart: Chart): Fact[] {
  const found = new Map<string, ReturnType<typeof evidenceOf>>();
  for (const statement of statementsWith(chart, CLASSES_CUE, BUT_PLAN)) {
    const { text } = statement;
    if (statement.section.role === 'plan' || !FAILED.test(text)) continue;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const [name, words] of CLASSES) {
      const hit = words.exec(text);
      if (hit && !found.has(name) && !isDenied(text, hit.index, 14))
        found.set(name, evidenceOf(chart, statement, hit.index, hit.index + hit[0].length));
    }
  }
  if (found.size === 0) return [];
  return [{ name: 'headache.preventive-classes-failed', value: found.size, evidence: [...found.values()] }];
}
