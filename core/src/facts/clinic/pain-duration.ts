import { daysBetween } from '../../model/date.ts';
import type { NoteEvidence } from '../../model/evidence.ts';
import type { Fact } from '../../model/fact.ts';
import { ASIDE_OR_PLAN, evidenceOf, matches, statementsWith, type Chart, type Statement } from './chart.ts';
import { clauseStart, isAside, isDenied, isFuture } from './clause.ts';
import { datesIn } from './date-words.ts';
import { durationsIn, weeksOf } from './duration-words.ts';
import { CARE, isOurs, PAIN, PROCEDURE } from './pain-words.ts';
import { fact, Tally } from './tally.ts';

interface Candidate {
  readonly weeks: number | undefined;
  readonly evidence: NoteEvidence;
  /** Limb or root pain was named, or neck or back pain. */
  readonly radicular: boolean;
  readonly past: boolean;
}

const CUE =
  /(?:\b(?:weeks?|wks?|months?|mos?|mths?|years?|yrs?|decades?|days?|since|began|started|chronic|acute)\b|(?:\dx?|x\d{1,3}) ?(?:wks?|weeks?|mos?|months?|yrs?|years?)\b)/g;
const NOUN = new RegExp(`\\b(?:${PAIN})\\b`, 'g');
const ONSET =
  /\b(?:began|begun|begin|start(?:ed|ing)?|onset|developed|develop|occurred|appeared|noticed|commenced|first (?:noted|noticed|experienced|felt)|dates? back|came on|injur\w+|initiated)\b/;
const LEAD =
  /(?:\b(?:for|x|times|lasting|lasted|present|duration(?: of| is)?|duration:|ongoing|going on|persist\w+|over|during|since|least|than|approximately|about|around|roughly|nearly|almost|past|last|the|some|now|well over|previous|prior|course of|experienced|of)|[>≥~(:x])\s*(?:=\s*)?$/;
const FOREIGN = new RegExp(
  `\\b(?:${CARE}|${PROCEDURE}|relie[fv]\\w*|improv\\w+|worse\\w*|increas\\w+|exacerbat\\w+|aggravat\\w+|flar\\w+|progress\\w+|better|helped|surgery|fusion|taking|takes|took|treated|tried|failed|completed|intensity|scores?|scale|average|worst|married|smok\\w+|work(?:ed|ing)?|retired|employed|diabet\\w+|hypertension|resolved|acute on chronic)\\b`,
);
const WORSE =
  /\b(?:worse\w*|increas\w+|exacerbat\w+|aggravat\w+|flar\w+|progress\w+|intensif\w+|escalat\w+|more severe|relie[fv]\w*|improv\w+|better)\b/;
const GONE = /\b(?:resolved|went away|subsided|disappeared|pain[- ]free|cleared)\b/;

/** `pain.duration-weeks`, `pain.onset-date`, `pain.chronic`: how long the present pain has lasted. */
export function readPainDuration(chart: Chart): Fact[] {
  const found: Candidate[] = [];
  const chronic = new Tally('pain.chronic');
  const facts: Fact[] = [];
  for (const statement of statementsWith(chart, CUE, ASIDE_OR_PLAN)) {
    const { text, start, end } = statement;
    if (isAside(chart.note, start, end, text)) continue;
    durations(chart, statement, found);
    const onset = since(chart, statement, found);
    if (onset) facts.push(onset);
    readChronic(chart, statement, chronic);
  }
  return [...resolve(chart, found), ...facts.slice(0, 1), ...chronic.facts()];
}

function durations(chart: Chart, statement: Statement, found: Candidate[]): void {
  const { text } = statement;
  for (const duration of durationsIn(text)) {
    const noun = nounOf(text, duration.start, duration.end);
    if (!noun || !isAboutPain(chart, statement, noun) || (duration.days !== undefined && duration.days < 1)) continue;
    const [from, to] = [Math.min(noun[0], duration.start), Math.max(noun[1], duration.end)];
    if (isDenied(text, from) || isFuture(text, from) || GONE.test(text.slice(to))) continue;
    if (!isOurs(text, noun[0], noun[1], chart.wanted)) continue;
    add(found, statement, duration.weeks, evidenceOf(chart, statement, from, to), around(text, noun, duration.start));
  }
}

function add(
  found: Candidate[],
  statement: Statement,
  weeks: number | undefined,
  evidence: NoteEvidence,
  words: string,
): void {
  const radicular =
    /\b(?:radicul\w+|legs?|arms?|sciatica|lower extremit\w+|upper extremit\w+|radiat\w+|claudication)\b/.test(words);
  found.push({ weeks, evidence, radicular, past: statement.section.role === 'past-history' });
}

/** `it`, `which`, `duration:` stand for the complaint only where it was just named. */
function isAboutPain(chart: Chart, statement: Statement, noun: readonly [number, number]): boolean {
  const named = (text: string) => {
    NOUN.lastIndex = 0;
    return NOUN.test(text);
  };
  const words = statement.text.slice(noun[0], noun[1]);
  if (named(words) || /\b(?:duration|onset)\b/.test(words) || named(statement.text)) return true;
  const before = chart.statements[statement.index - 1];
  return before !== undefined && before.section === statement.section && named(before.text);
}

/** The words that say where the complaint is: before it, and behind it when the duration does not stand there. */
function around(text: string, noun: readonly [number, number], at: number): string {
  const from = Math.max(clauseStart(text, noun[0]), noun[0] - 40);
  return text.slice(from, at < noun[0] ? noun[1] + 60 : Math.max(noun[1], at));
}

/** The complaint whose duration this is; undefined when it is the duration of something else. */
function nounOf(text: string, start: number, end: number): [number, number] | undefined {
  const after = text.slice(end, end + 110);
  // `6-month history of (worsening) low back pain`, `8 weeks of left leg pain`.
  const history =
    /^[\s-]*(?:duration)?[\s-]*(?:'s)?\s*(?:or (?:more|longer)\s)?(?:history|hx|h\/o|course|duration)?\s*(?:of|with|-)?\s/.exec(
      after,
    );
  if (history && /history|hx|h\/o|of\b/.test(history[0])) {
    const noun = firstNoun(after.slice(history[0].length));
    const between = noun && after.slice(history[0].length, history[0].length + noun[0]);
    if (
      noun &&
      between !== undefined &&
      !/[.;]|\bhistory of\b/.test(between) &&
      !careIn(between, /history|hx/.test(history[0]))
    )
      return [end + history[0].length + noun[0], end + history[0].length + noun[1]];
    if (!/duration/.test(history[0])) return undefined;
  }
  const clause = Math.max(clauseStart(text, start), start - 130);
  const before = text.slice(clause, start);
  if (/^\s*(?:ago|prior|earlier|before|back)\b/.test(after)) {
    const onset = ONSET.exec(before);
    if (!onset) return undefined;
    return lastNoun(text, clause, start, onset.index + clause) ?? subject(text, clause, start);
  }
  // `chronic (>6 months) low back pain`.
  if (/\((?:[>≥~]=?|greater than|more than|over|at least)?\s*$/.test(before)) {
    const noun = firstNoun(after.slice(0, 50));
    if (noun && !FOREIGN.test(after.slice(0, noun[1]))) return [end + noun[0], end + noun[1]];
  }
  // `over the past 6 months she has had low back pain`.
  if (
    /\b(?:for|over|during|in|within)\s+(?:(?:the|at least|more than|approximately|about)\s+)*(?:past|last)?\s*$/.test(
      before,
    )
  ) {
    const noun = firstNoun(after.slice(0, 70));
    if (
      noun &&
      !FOREIGN.test(after.slice(0, noun[1])) &&
      /\b(?:has had|have had|having|been|experienc\w+|suffer\w+|complain\w+|with)\b/.test(after.slice(0, noun[0]))
    )
      return [end + noun[0], end + noun[1]];
  }
  if (!LEAD.test(before) && !/^\s*(?:duration|in duration)\b/.test(after)) return undefined;
  return lastNoun(text, clause, start, start) ?? subject(text, clause, start);
}

function careIn(words: string, isHistory: boolean): boolean {
  return isHistory ? /\b(?:relief|treat\w+|therapy|medication|smok\w+)\b/.test(words) : FOREIGN.test(words);
}

/** `low back pain, worse with extension, for 7 months`: what stands between the commas says when it hurts, not since when. */
const INSERTED =
  /,\s*(?:which is |that is |it is )?(?:worse(?:ned)?|better|improved|relieved|aggravated|exacerbated|increased|provoked) (?:with|by|when|on|at|in|after|upon|during)\b[^;.:]{0,80},(?=\s*(?:(?:for|x|of|since|present|lasting|ongoing|going|over|times)\b|[>~]))/g;

/** The nearest complaint before `to`, unless other matter (care, relief, worsening) stands between it and the duration. */
function lastNoun(text: string, from: number, start: number, to: number): [number, number] | undefined {
  let found: [number, number] | undefined;
  NOUN.lastIndex = from;
  for (let hit = NOUN.exec(text); hit && hit.index < to; hit = NOUN.exec(text))
    found = [hit.index, hit.index + hit[0].length];
  if (!found || FOREIGN.test(text.slice(found[1], start).replace(INSERTED, ','))) return undefined;
  if (
    /^(?:condition|problem)/.test(text.slice(found[0])) &&
    /\b(?:heart|thyroid|medical|skin)\s$/.test(text.slice(0, found[0]))
  )
    return undefined;
  return found;
}

function firstNoun(text: string): [number, number] | undefined {
  NOUN.lastIndex = 0;
  const hit = NOUN.exec(text);
  return hit ? [hit.index, hit.index + hit[0].length] : undefined;
}

/** `it began three weeks ago`, `Duration: 6 months`, `Onset: two years ago`: the complaint is not named again. */
function subject(text: string, clause: number, start: number): [number, number] | undefined {
  const hit =
    /(?:^|\s)(?:(?:duration|onset)(?: of (?:pain|symptoms))?\s*(?:[:-]|is|of|was)|(?:it|this|these|which|that|they) (?:has|have|had|first|originally|initially|began|started|was first)\b[\w ,]{0,40})/.exec(
      text.slice(clause, start),
    );
  if (!hit || FOREIGN.test(hit[0]) || WORSE.test(hit[0])) return undefined;
  return [clause + hit.index, clause + hit.index + hit[0].length];
}

const SINCE =
  /\b(?:since|began|started|onset(?: was| date)?:?|developed|dat(?:es|ing) back to|first noticed)\s+(?:(?:in|on|of|about|around|approximately|or|early|late|mid|the|his|her|their|a|an|work(?:-related)?|motor|vehicle|car|auto|accident|mva|injury|fall|collision|incident|lifting|date|year|month|some ?time|summer|spring|fall|winter|gradually|insidiously|suddenly|after|following|last|back)\s+){0,8}$/;

/** `pain since March 2024`, `began on 3/4/2025`. The latest day that the words can mean counts. */
function since(chart: Chart, statement: Statement, found: Candidate[]): Fact | undefined {
  const { text } = statement;
  if (!/\b(?:since|began|started|onset|developed|dat(?:es|ing) back|first noticed)\b/.test(text)) return undefined;
  for (const date of datesIn(text, chart.dateOfService)) {
    const lead = SINCE.exec(text.slice(Math.max(0, date.start - 90), date.start));
    if (!lead) continue;
    const clause = Math.max(clauseStart(text, date.start), date.start - 140);
    const noun = lastNoun(text, clause, date.start, date.start) ?? subject(text, clause, date.start);
    if (
      !noun ||
      !isAboutPain(chart, statement, noun) ||
      isDenied(text, noun[0]) ||
      !isOurs(text, noun[0], noun[1], chart.wanted)
    )
      continue;
    const evidence = evidenceOf(chart, statement, noun[0], date.end);
    if (chart.dateOfService) {
      const days = daysBetween(date.latest, chart.dateOfService);
      if (days >= 0) add(found, statement, weeksOf(days), evidence, around(text, noun, date.start));
      else if (date.day === undefined) add(found, statement, undefined, evidence, around(text, noun, date.start));
    } else add(found, statement, undefined, evidence, around(text, noun, date.start));
    if (date.day && (!chart.dateOfService || date.day <= chart.dateOfService))
      return fact('pain.onset-date', date.day, evidence);
  }
  return undefined;
}

const CHRONIC = new RegExp(
  `\\b(acute on chronic|acute-on-chronic|chronic|sub-?acute|acute|long-?standing)\\b(?:[\\s,-]+(?!pain (?:management|clinic|program|medicine|center|specialist))[\\w/-]+){0,6}?\\s+(?:pain|radiculopathy|radiculitis|sciatica|lumbago|symptoms|backache)\\b(?! (?:management|clinic|program|medicine|center|specialist))`,
  'g',
);

function readChronic(chart: Chart, statement: Statement, tally: Tally): void {
  for (const hit of matches(statement, CHRONIC)) {
    const end = hit.index + hit[0].length;
    if (
      /post-?op|zoster|herpe|distress/.test(hit[0]) ||
      isDenied(statement.text, hit.index) ||
      isFuture(statement.text, hit.index)
    )
      continue;
    if (!isOurs(statement.text, hit.index, end, chart.wanted)) continue;
    tally.say(!/^(?:acute|sub-?acute)$/.test(hit[1]!), evidenceOf(chart, statement, hit.index, end));
  }
}

/** Several durations: those of the complaint that is treated; if they still differ by more than a third, unknown. */
function resolve(chart: Chart, found: readonly Candidate[]): Fact[] {
  const name = 'pain.duration-weeks';
  const present = found.some((one) => !one.past) ? found.filter((one) => !one.past) : found;
  let stated = present.filter((one) => one.weeks !== undefined);
  if (stated.length === 0)
    return present.length > 0 ? [fact(name, undefined, ...present.map((one) => one.evidence))] : [];
  const radicular = chart.procedures.some((one) => one.family === 'epidural');
  const fitting = stated.filter((one) => one.radicular === radicular);
  if (chart.procedures.length > 0 && fitting.length > 0 && fitting.length < stated.length) stated = fitting;
  const weeks = stated.map((one) => one.weeks!);
  const [least, most] = [Math.min(...weeks), Math.max(...weeks)];
  const evidence = stated.map((one) => one.evidence);
  if (most > Math.max(least * 1.34, least + 1)) return [{ name, value: undefined, evidence, conflict: evidence }];
  return [{ name, value: least, evidence }];
}
