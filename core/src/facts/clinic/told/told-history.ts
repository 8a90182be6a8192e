import type { KnownSession, Session, ToldCount, ToldHistory } from '../../../model/history.ts';
import type { Procedure } from '../../../model/procedure.ts';
import { evidenceOf, type Chart, type Statement } from '../chart.ts';
import { isAside, isDenied, isFuture } from '../clause.ts';
import { isOurs } from '../pain-words.ts';
import { proceduresToldIn, toldKindsOf, type Told } from '../prior-words.ts';
import { sameSessions } from './same-sessions.ts';
import { countsTold } from './told-counts.ts';
import { earlierDatesIn, type ToldDate } from './told-dates.ts';
import { placesTold } from './told-places.ts';
import { responsesIn } from './told-response.ts';
import { NO_HISTORY } from './no-history.ts';
import { allMatches } from '../../text/all-matches.ts';

/** What a date can belong to instead. */
const OTHER =
  /\b(?:mri|ct|x-?rays?|emg|ncs|imaging|myelogram|scan|films?|surger(?:y|ies)|fusion|laminectomy|discectomy|operation|visit|seen|accident|injury|fall|fell|onset|began|since|started|physical therapy|pt|mva|collision|diagnosed|dob|born|referred|consult\w*|labs?|signed|dictated|trauma)\b/g;
const ANOTHER_PART =
  /\b(?:knees?|hips?|shoulders?|genicular|sacro-?iliac|si joints?|trigger points?|occipital nerve|stellate|carpal|ankle|elbow|stimulator|spinal cord)\b/;
const FAMILY: Readonly<Partial<Record<Told, string>>> = {
  epidural: 'epidural',
  'facet-diagnostic': 'facet',
  ablation: 'facet',
  'si-joint': 'si-joint',
};
const LINKED =
  /\b(?:first|second|third|initial|confirmatory|#\s?\d|same|these|this) (?:\w+ ){0,4}?(?:blocks?|injections?|mbbs?|rfas?|ablation|levels?|joints?|sides?|site|procedure|sessions?|epidural|esi|tfesi|set|diagnostic|medial)\b/;
/** These tell of the same region, not of the same levels. */
const LATEST = /\b(?:last|previous|prior|most recent|repeat(?:ed)?)\b/;
const STEROID =
  /\b(?:therapeutic|steroids?|kenalog|depo-?medrol|triamcinolone|methylprednisolone|dexamethasone|betamethasone|celestone)\b/;
const MORE = /\b(?:both|each|all|she|he|it|patient|pt|this|that|relief|improvement|which|nrs|vas|pain)\b/;

/** Cheap look: a word of ours with a number before it, or with a number or a time behind it. */
const OURS = /inject|block|epidural|esi\b|mbb|rfa|ablat|radiofreq|rhizot|neurotom|facet|medial|foramin|caudal/;
const DIGIT = /\d/;
const WHEN = /\d|\bago\b|\b(?:in|since) [a-z]+\b/;

function mayTell(text: string): boolean {
  const word = OURS.exec(text);
  if (!word) return false;
  const digit = text.search(DIGIT);
  if (digit >= 0 && (digit < word.index || OURS.test(text.slice(digit + 1)))) return true;
  return WHEN.test(text.slice(word.index + word[0].length));
}

/** What joins a stretch to the one before it. */
const LEAD = /^(?:[\s,;]|and\b|then\b)*/;

interface Occasion {
  readonly date: ToldDate;
  readonly kind: Told;
  readonly start: number;
  readonly end: number;
}

/**
 * Earlier sessions that a note tells of with their day: family, kind, levels, side, role and response as far as they
 * are said, with the quote. What is said of `the first block` or of `the same joints` is said of the places of today.
 */
export function readToldHistory(chart: Chart): ToldHistory {
  const counts = toldCounts(chart);
  const on = chart.dateOfService;
  if (on === undefined) return { sessions: [], counts };
  const sessions: KnownSession[] = [];
  for (const [index, statement] of chart.statements.entries()) {
    if (NO_HISTORY.has(statement.section.role) || !mayTell(statement.text)) continue;
    const dates = earlierDatesIn(statement.text, on);
    if (dates.length === 0 || isAside(chart.note, statement.start, statement.end, statement.text)) continue;
    const occasions = occasionsIn(chart, statement, dates);
    if (occasions.length > 0) sessions.push(...sessionsOf(chart, statement, chart.statements[index + 1], occasions));
  }
  return { sessions: sameSessions(sessions), counts };
}

function toldCounts(chart: Chart): ToldCount[] {
  return countsTold(chart).flatMap(({ kind, before, evidence }): ToldCount[] => {
    const family = FAMILY[kind];
    if (family === undefined) return [];
    const roles =
      kind === 'ablation'
        ? (['ablation'] as const)
        : kind === 'facet-diagnostic'
          ? (['diagnostic', 'therapeutic'] as const)
          : undefined;
    return [{ family, roles, count: before, evidence: [evidence] }];
  });
}

/** The dates of a sentence that belong to a procedure of ours, each with its stretch of the sentence. */
function occasionsIn(chart: Chart, { text }: Statement, dates: readonly ToldDate[]): Occasion[] {
  const told = proceduresToldIn(text).filter((one) => !text.startsWith('procedure', one.start));
  if (told.length === 0) return [];
  const own = toldKindsOf(chart.procedures);
  const others = [...allMatches(text, OTHER)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
  const found: Occasion[] = [];
  for (const [index, date] of dates.entries()) {
    const before = told.filter((one) => one.end <= date.start).at(-1);
    const after = told.find((one) => one.start >= date.end);
    const near = before ?? (after && after.start - date.end < 70 ? after : undefined);
    if (!near || isDenied(text, near.start, 40) || isFuture(text, near.start, 60)) continue;
    const between = (one: { readonly start: number; readonly end: number }) =>
      one.end <= date.start && (before ? one.start >= before.end : !/[.;]/.test(text.slice(one.end, date.start)));
    if (
      others.some(between) ||
      /\b(?:scheduled?|planned|will|authorized|pending)\b/.test(text.slice(near.end, date.start))
    )
      continue;
    const special = told.filter((one) => one.kind !== 'any' && one.end <= date.start).at(-1);
    const [only] = own;
    // `RFA of the L3 and L4 medial branches` is an ablation.
    const lesion = told.find((one) => one.kind === 'ablation' && one.end <= near.start && near.start - one.end < 60);
    const kind =
      near.kind === 'facet-diagnostic' &&
      lesion &&
      text.startsWith('medial branch', near.start) &&
      !/^.{0,24}block/.test(text.slice(near.start))
        ? 'ablation'
        : near.kind !== 'any'
          ? near.kind
          : special && near.start - special.end < 40
            ? special.kind
            : own.size === 1
              ? only!
              : 'any';
    if (FAMILY[kind] === undefined) continue;
    if (kind !== 'si-joint' && ANOTHER_PART.test(text.slice(Math.max(0, near.start - 40), near.end + 30))) continue;
    if (!isOurs(text, near.start, near.end, chart.wanted)) continue;
    const previous = found.at(-1);
    const start = previous ? cut(text, previous.date.end, date.start) : 0;
    if (previous) found[found.length - 1] = { ...previous, end: start };
    const next = dates[index + 1];
    found.push({ date, kind, start, end: next ? next.start : text.length });
  }
  const last = found.at(-1);
  if (last) found[found.length - 1] = { ...last, end: text.length };
  return found;
}

/** Where what is said of one session ends and what is said of the next begins. */
function cut(text: string, from: number, to: number): number {
  const gap = text.slice(from, to);
  const at = Math.max(gap.lastIndexOf(';'), gap.lastIndexOf(','), gap.lastIndexOf(' and '), gap.lastIndexOf(' then '));
  return from + Math.max(0, at);
}

function sessionsOf(
  chart: Chart,
  statement: Statement,
  next: Statement | undefined,
  occasions: readonly Occasion[],
): KnownSession[] {
  const goesOn =
    next !== undefined &&
    next.section === statement.section &&
    MORE.test(next.text) &&
    proceduresToldIn(next.text).every((one) => one.kind === 'any') &&
    earlierDatesIn(next.text, chart.dateOfService!).length === 0;
  let responses = responsesIn(statement.text, occasions);
  if (goesOn && responses.every((one) => one.painReliefPercent === undefined)) {
    const more = responsesIn(
      next.text,
      occasions.length === 1 || /\b(?:both|each|all|respectively)\b/.test(next.text)
        ? occasions.map(() => ({ start: 0, end: next.text.length }))
        : [],
    );
    if (more.length === occasions.length) responses = responses.map((one, index) => ({ ...more[index], ...one }));
  }
  return occasions.map((occasion, index): KnownSession => {
    const { date, kind, start } = occasion;
    const part = statement.text.slice(start, occasion.end);
    const linked = LINKED.test(statement.text);
    const shared = index > 0 ? { start: 0, end: occasions[0]!.end } : undefined;
    const places = placesTold(
      chart,
      statement,
      { start, end: occasion.end },
      kind,
      linked ? 'levels' : LATEST.test(part) ? 'region' : undefined,
      shared,
    );
    const response = responses[index] ?? {};
    const role = roleTold(chart.procedures, kind, statement.text, linked);
    const form = kindOfSession(chart.procedures, kind, statement.text, linked);
    return {
      date: date.day,
      ...(date.latest === undefined ? {} : { latest: date.latest }),
      family: FAMILY[kind]!,
      ...(form === undefined ? {} : { kind: form }),
      ...places,
      ...(role === undefined ? {} : { role }),
      ...(Object.keys(response).length > 0 ? { response } : {}),
      status: 'performed',
      source: 'told in the chart',
      evidence: [evidenceOf(chart, statement, start + LEAD.exec(part)![0].length, occasion.end)],
    };
  });
}

function roleTold(day: readonly Procedure[], kind: Told, text: string, linked: boolean): Session['role'] {
  if (kind === 'ablation') return 'ablation';
  if (/\b(?:diagnostic|confirmatory|test|comparative|prognostic)\b/.test(text)) return 'diagnostic';
  if (kind === 'epidural') return 'therapeutic';
  if (STEROID.test(text)) return 'therapeutic';
  if (/\b(?:mbbs?|medial branch)\b/.test(text)) return 'diagnostic';
  const own = day.find((one) => one.family === FAMILY[kind]);
  return linked && own?.intent === 'diagnostic' ? 'diagnostic' : undefined;
}

function kindOfSession(day: readonly Procedure[], kind: Told, text: string, linked: boolean): string | undefined {
  if (kind === 'ablation') return 'facet-ablation';
  if (kind === 'si-joint') return undefined;
  if (kind === 'epidural') {
    if (/\b(?:transforaminals?|tfesis?|nerve root|snrbs?)\b/.test(text)) return 'epidural-transforaminal';
    if (/\bcaudals?\b/.test(text)) return 'epidural-caudal';
    if (/\b(?:interlaminar|ilesis?)\b/.test(text)) return 'epidural-interlaminar';
    return undefined;
  }
  if (/\bintra-?articular\b/.test(text)) return 'facet-injection';
  if (/\b(?:mbbs?|medial branch)\b/.test(text)) return 'medial-branch-block';
  const own = day.find((one) => one.family === 'facet');
  if (linked && own?.attributes['facet-technique'] === 'medial-branch') return 'medial-branch-block';
  return /\bfacet (?:joint )?injections?\b/.test(text) ? 'facet-injection' : undefined;
}
