import type { IsoDate } from '../../model/date.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Procedure } from '../../model/procedure.ts';
import { anatomyOf, regionOfLevel, type Anatomy } from './anatomy-words.ts';
import { chooseDiagnosis } from './choose-diagnosis.ts';
import type { PreparedCondition, PreparedDiagnoses } from './prepare-diagnoses.ts';

/** What the chart states as a reason: a code, words, or both. */
export interface Statement {
  readonly code?: string | undefined;
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

export interface CodedDiagnosis {
  readonly code: string;
  readonly why: string;
  readonly evidence: readonly Evidence[];
}

interface Heard {
  readonly prepared: PreparedCondition;
  readonly statement: Statement;
  readonly words: string;
  readonly at: number;
}

/**
 * The ICD-10-CM codes that the chart supports, most important first: codes written in the chart as they stand, then
 * each stated condition with the most specific code that region, level and side allow. A symptom gives way to a definite condition.
 */
export function codeDiagnoses(
  statements: readonly Statement[],
  procedures: readonly Procedure[],
  law: PreparedDiagnoses,
  on: IsoDate | undefined,
): CodedDiagnosis[] {
  const written = statements.filter((statement) => statement.code !== undefined);
  if (written.length > 0)
    return distinct(
      written.map(({ code = '', words, evidence }) => ({
        code,
        why: `Written in the chart: ${words.trim() || code}.`,
        evidence,
      })),
    );
  const heard = statements.flatMap((statement) => listen(statement, law));
  const stated = new Set(heard.map(({ prepared }) => prepared.condition.condition));
  const done = anatomyOfProcedures(procedures);
  const coded = heard.flatMap(({ prepared, statement, words }) => {
    const own = anatomyOf(words);
    const choice = chooseDiagnosis(prepared.condition, completed(own, done), stated, on);
    if (!choice) return [];
    const why = `${prepared.condition.title}, stated as "${statement.words.trim()}".`;
    return [{ code: choice.code, why, evidence: statement.evidence, symptom: prepared.condition.symptom }];
  });
  const definite = coded.filter((entry) => !entry.symptom);
  const kept = definite.length > 0 ? definite : coded;
  return distinct(kept.map(({ code, why, evidence }) => ({ code, why, evidence })));
}

/** Conditions in the order in which a statement names them; inside a longer name a shorter one is not heard again. */
function listen(statement: Statement, law: PreparedDiagnoses): Heard[] {
  const words = statement.words.toLowerCase();
  const found: (Heard & { end: number })[] = [];
  for (const prepared of law) {
    for (const phrase of prepared.phrases) {
      const match = phrase.find(words);
      if (match && !isDenied(words.slice(0, match.start)))
        found.push({ prepared, statement, words, at: match.start, end: match.end });
    }
  }
  const longestFirst = found.toSorted((one, other) => other.end - other.at - (one.end - one.at) || one.at - other.at);
  const kept: typeof found = [];
  for (const entry of longestFirst) {
    const inside = kept.some((other) => entry.at >= other.at && entry.end <= other.end);
    const again = kept.some((other) => other.prepared === entry.prepared);
    if (!inside && !again) kept.push(entry);
  }
  return kept.toSorted((one, other) => one.at - other.at);
}

/** `without neurogenic claudication`, `no evidence of radiculopathy`: what is denied is no reason. */
function isDenied(before: string): boolean {
  return DENIAL.test(before);
}

const DENIAL =
  /\b(?:without|no|not|denies|negative for|absence of)\s+(?:(?:any|clear|definite|true|significant|associated|current|evidence|signs?|symptoms?|of)\s+)*(?:[\w-]+\s+(?:or|nor)\s+)?$/;

/** The region that a border region belongs to in common speech: "lumbar" includes L5-S1. */
const INNER: Readonly<Record<string, string>> = {
  lumbosacral: 'lumbar',
  cervicothoracic: 'cervical',
  thoracolumbar: 'thoracic',
};

function within(level: string, regions: readonly string[]): boolean {
  const region = regionOfLevel(level) ?? '';
  return regions.includes(region) || regions.includes(INNER[region] ?? '');
}

/** Where the words are silent, the procedure tells region, level and side. */
function completed(own: Anatomy, done: Anatomy): Anatomy {
  const regions = own.regions.length > 0 ? own.regions : done.regions;
  const levels = own.levels.length > 0 ? own.levels : done.levels.filter((level) => within(level, regions));
  return {
    regions: narrowed(regions, levels),
    levels,
    side: own.side ?? done.side,
    parts: own.parts.length > 0 ? own.parts : done.parts,
  };
}

/** "Lumbar" with L5-S1 as the only level is the lumbosacral region; with L4-L5 beside it stays lumbar. */
function narrowed(regions: readonly string[], levels: readonly string[]): readonly string[] {
  if (levels.length === 0) return regions;
  const ofLevels = [...new Set(levels.flatMap((level) => regionOfLevel(level) ?? []))];
  const [only] = ofLevels;
  if (ofLevels.length !== 1 || only === undefined || regions.includes(only)) return regions;
  const inner = INNER[only];
  return inner !== undefined && regions.includes(inner) ? [only, ...regions] : regions;
}

function anatomyOfProcedures(procedures: readonly Procedure[]): Anatomy {
  const targets = procedures.flatMap((procedure) => procedure.targets);
  const levels = targets.flatMap((target) =>
    target.kind === 'interspace' || target.kind === 'facet-joint' ? (target.name ?? []) : [],
  );
  const regions = [...new Set(levels.flatMap((level) => regionOfLevel(level) ?? []))];
  const wide = [...new Set(targets.flatMap((target) => target.region ?? []))];
  const sides = [...new Set(targets.flatMap((target) => target.side ?? []))];
  const names = targets
    .map((target) => (target.name ?? '').replaceAll('-', ' '))
    .join(' ')
    .toLowerCase();
  return {
    regions: regions.length > 0 ? regions : wide,
    levels,
    side: sides.length === 1 ? sides[0] : sides.length > 1 ? 'bilateral' : undefined,
    parts: anatomyOf(names).parts,
  };
}

function distinct(coded: readonly CodedDiagnosis[]): CodedDiagnosis[] {
  return coded.filter((entry, index) => coded.findIndex((other) => other.code === entry.code) === index);
}
