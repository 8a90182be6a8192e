import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { ASIDE_OR_PLAN, evidenceOf, matches, statementsWith, type Chart } from './chart.ts';
import { isAside, isDenied, isFuture } from './clause.ts';
import { isOurs } from './pain-words.ts';
import { Tally } from './tally.ts';

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  ...ASIDE_OR_PLAN,
  'past-history',
  'description',
  'complications',
]);
const DEGREE =
  '(moderate(?:ly)?(?:[ -](?:to|and)[ -]severe)?|severe(?:ly)?|excruciating|debilitating|disabling|intense|significant|intractable|mild(?:ly)?|minimal|slight)';
const PAIN = '(?:pain|back ?ache|sciatica|radicul\\w+|neck ache|lumbago|claudication|symptoms)';
const BEFORE = new RegExp(
  `\\b${DEGREE}\\b(?:[\\s,-]+(?!stenosis|degenerat|spondyl|narrowing|tender|spasm|anxiety|sedat|improve|provocation|increas|decreas|reduc|relief|exacerb|disease|scoliosis|at|with)[\\w/-]+){0,5}?\\s+${PAIN}\\b(?! relief| reduction| improvement)`,
  'g',
);
const AFTER = new RegExp(
  `\\bpain\\b(?: (?:is|as|was|being|intensity|severity|level|described|rated|reported|remains|to be|today|currently|which|that|at|:)){1,4}\\s+${DEGREE}\\b`,
  'g',
);
const CUE = /\b(?:moderate|severe|excruciat|debilitat|disabling|intense|mild|minimal|slight)\w*/g;

/**
 * `pain.moderate-to-severe` from words. `significant` and `intractable` say nothing about a degree on any scale and are left out;
 * the score on a scale is added by the scale's reader.
 */
export function readPainSeverity(chart: Chart, tally: Tally = new Tally('pain.moderate-to-severe')): Fact[] {
  for (const statement of statementsWith(chart, CUE, SKIP)) {
    const { text } = statement;
    if (isAside(chart.note, statement.start, statement.end, text)) continue;
    for (const pattern of [BEFORE, AFTER]) {
      for (const hit of matches(statement, pattern)) {
        const end = hit.index + hit[0].length;
        const degree = hit[1]!;
        if (/^(?:significant|intractable)/.test(degree)) continue;
        if (isDenied(text, hit.index) || isFuture(text, hit.index) || !isOurs(text, hit.index, end, chart.wanted))
          continue;
        if (/\b(?:if|until|when|history of|at times|mild to|minimal to)\s+(?:\w+\s+)?$/.test(text.slice(0, hit.index)))
          continue;
        if (/^(?:mild|minimal|slight)/.test(degree) && /\bto (?:moderate|severe)\b/.test(hit[0])) continue;
        tally.say(!/^(?:mild|minimal|slight)/.test(degree), evidenceOf(chart, statement, hit.index, end));
      }
    }
  }
  return tally.facts();
}
