import type { IsoDate } from '../../model/date.ts';
import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import type { SectionRole } from '../text/note.ts';
import { evidenceOf, statementsWith, type Chart, type Statement } from './chart.ts';
import { isAside } from './clause.ts';
import { isOurs } from './pain-words.ts';
import { scoresIn, type Moment } from './score-words.ts';
import { proceduresToldIn } from './prior-words.ts';
import { fact } from './tally.ts';
import { earlierDatesIn } from './told/told-dates.ts';

interface Found {
  readonly value: number;
  readonly moment: Moment;
  readonly scale: string;
  readonly evidence: NoteEvidence;
}

const SKIP: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'allergies',
  'equipment',
  'past-history',
]);
const CUE =
  /\/\s?10\b|\bof (?:10|ten)\b|\b(?:nrs|nprs|vas|vrs|dvprs|pain (?:score|level|scale|rating|intensity|severity|is|was|from|went|decreased|improved|reduced|dropped)|pain:|numeric|visual analog|verbal|rates?|rated|rating|scale)\b/g;
const PAINLY =
  /\b(?:pain|ache|vas|nrs|nprs|vrs|dvprs|discomfort|symptoms?|headache|numeric|rating|severity|intensity|sciatica|score)\b/;
const PROCEDURE =
  /\b(?:last|previous|prior|earlier|first|second|third|most recent|recent)\s+(?:\w+\s+){0,4}?(?:injections?|blocks?|esis?|tfesis?|epidurals?|procedures?|ablations?|rfas?|mbbs?|visits?)\b/;
const EARLIER =
  /\b(?:last|previous|prior|earlier|first|second|third|most recent|recent)\s+(?:\w+\s+){0,4}?(?:injections?|blocks?|esis?|tfesis?|epidurals?|procedures?|ablations?|rfas?|mbbs?|visits?)\b|\b(?:weeks?|months?|years?|days?) (?:ago|after)\b|\b(?:goal|target)\b/;
const NOW = /\b(?:now|today|current(?:ly)?|at present|presents?|returned|returns|recurr\w+|baseline)\b/;
const LATER = /\b(?:will|would|goal|expect\w*|should|until|if|when|unless|less than or equal|call us)\b/;

/**
 * Scores of pain from 0 to 10: `pain.scale-name`, `pain.baseline-score`, `pain.scale-baseline-documented`,
 * `response.pre-score`, `response.post-score`, and `pain.moderate-to-severe` when the score decides it (4 or more).
 */
export function readPainScale(chart: Chart): Fact[] {
  const found: Found[] = [];
  for (const statement of statementsWith(chart, CUE, SKIP)) collect(chart, statement, found);
  const after = choose(found.filter((one) => one.moment === 'after'));
  const groups = (['before', 'now', 'plain', 'average'] as const).map((moment) =>
    found.filter((one) => one.moment === moment),
  );
  const baseline = groups.find((group) => group.length > 0) ?? [];
  const score = choose(baseline);
  const any = found.filter((one) => one.moment !== 'after');
  const facts: Fact[] = [];
  if (any[0]) {
    const best = baseline[0] ?? any[0];
    const named = [...baseline, ...any].find((one) => one.scale !== 'unnamed-0-10') ?? best;
    facts.push(
      fact('pain.scale-baseline-documented', true, best.evidence),
      fact('pain.scale-name', named.scale, named.evidence),
    );
  }
  if (score) facts.push(asFact('pain.baseline-score', score));
  if (score?.value !== undefined) facts.push(fact('pain.moderate-to-severe', score.value >= 4, ...score.evidence));
  const before = choose(groups[0]!.length > 0 ? groups[0]! : after ? baseline : []);
  if (before) facts.push(asFact('response.pre-score', before));
  if (after) facts.push(asFact('response.post-score', after));
  return facts;
}

function collect(chart: Chart, statement: Statement, found: Found[]): void {
  const { text, section } = statement;
  if (isAside(chart.note, statement.start, statement.end, text) || !PAINLY.test(text)) return;
  const scores = scoresIn(text);
  for (const score of scores) {
    const before = text.slice(Math.max(0, score.start - 80), score.start);
    if (LATER.test(before) || isEarlier(chart, text, score)) continue;
    if (section.role === 'plan' && !/^post|response|condition/.test(section.heading?.toLowerCase() ?? '')) continue;
    if (!isOurs(text, score.start, score.end, chart.wanted)) continue;
    const heading = section.heading?.toLowerCase() ?? '';
    const moment =
      score.moment !== 'plain'
        ? score.moment
        : /^post/.test(heading)
          ? 'after'
          : /^pre-?\s?(?:proc|inj|op)/.test(heading) && !/diagn/.test(heading)
            ? 'before'
            : 'plain';
    found.push({
      value: score.value,
      scale: score.scale,
      moment,
      evidence: evidenceOf(chart, statement, score.start, score.end),
    });
  }
}

/** True for a score that was taken around an earlier procedure: `after the first block … NRS 7 to 1`. */
function isEarlier(chart: Chart, text: string, { start, end }: { start: number; end: number }): boolean {
  if (EARLIER.test(text.slice(Math.max(0, start - 80), end + 60))) return true;
  const lead = text.slice(0, start);
  const told = PROCEDURE.test(lead) || (chart.dateOfService !== undefined && tellsSession(lead, chart.dateOfService));
  return told && !NOW.test(lead.slice(-60));
}

function tellsSession(text: string, on: IsoDate): boolean {
  return (
    proceduresToldIn(text).length > 0 &&
    /\b(?:gave|provided|with|had|underwent|relief|on)\b/.test(text) &&
    earlierDatesIn(text, on).length > 0
  );
}

interface Chosen {
  readonly value: number | undefined;
  readonly evidence: NoteEvidence[];
}

/** Equal scores agree; scores one point apart give the lower; others contradict each other. */
function choose(found: readonly Found[]): Chosen | undefined {
  if (found.length === 0) return undefined;
  const values = found.map((one) => one.value);
  const least = Math.min(...values);
  return { value: Math.max(...values) - least <= 1 ? least : undefined, evidence: found.map((one) => one.evidence) };
}

function asFact(name: string, { value, evidence }: Chosen): Fact {
  return value === undefined ? { name, value, evidence, conflict: evidence } : { name, value, evidence };
}
