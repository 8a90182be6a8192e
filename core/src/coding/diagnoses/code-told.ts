import type { IsoDate } from '../../model/date.ts';
import type { DiagnosisSupport } from '../../model/law/diagnosis.ts';
import type { Procedure } from '../../model/procedure.ts';
import { anatomyOfEach, type Anatomy } from './anatomy-words.ts';
import { chooseForSides } from './choose-diagnosis.ts';
import { isCombined, isNear, type ChosenCode } from './combined.ts';
import { hearConditions, type Heard } from './hear-conditions.ts';
import type { PreparedDiagnoses } from './prepare-diagnoses.ts';
import { anatomyOfProcedures, completed } from './procedure-anatomy.ts';
import { PLACES_TOLD, type CodedDiagnosis, type PlaceTold, type Statement } from './statement.ts';

interface Candidate extends CodedDiagnosis, ChosenCode {
  readonly told: PlaceTold;
  readonly symptom: boolean;
  /** It is a known reason for what was done. */
  readonly supports: boolean;
}

/**
 * Codes of what the narrative tells, from the most trusted place that tells a reason of what was done. A narrative
 * speaks of much else: what is of another side, region or joint than the procedure is left out, and so is
 * what is no known reason for it, unless an assessment or indication says so.
 */
export function codeTold(
  statements: readonly Statement[],
  procedures: readonly Procedure[],
  law: PreparedDiagnoses,
  on: IsoDate | undefined,
  supports: readonly DiagnosisSupport[],
): CodedDiagnosis[] {
  const anywhere = hearConditions(statements, law);
  if (anywhere.length === 0) return [];
  const done = anatomyOfProcedures(procedures);
  const reasons = reasonsOf(procedures, supports);
  const anatomy = anatomyOfEach();
  const heard = anywhere.map((one) => ({ ...one, own: anatomy(around(one)) })).filter(({ own }) => agrees(own, done));
  const stated = new Set(heard.map(({ condition }) => condition.condition));
  const candidates = heard.flatMap(({ condition, statement, own, words, at, end }): Candidate[] => {
    const { told } = statement;
    if (!told) return [];
    const choices = chooseForSides(condition, completed(own, done, anatomy(words)), stated, on);
    const said = words.slice(at, end).replaceAll(/\s+/g, ' ');
    return choices
      .filter((choice) => !choice.vague)
      .map((choice) => ({
        condition: condition.condition,
        choice,
        regions: own.regions,
        code: choice.code,
        why: `${condition.title}, told in the ${WORDS[told]} as "${said}".`,
        told,
        evidence: statement.evidence,
        symptom: condition.symptom,
        supports: reasons === undefined || reasons.some((prefix) => choice.code.startsWith(prefix)),
      }));
  });
  const definite = candidates.filter((one) => !one.symptom);
  const symptoms = candidates.filter((one) => one.symptom);
  const kept = [
    () => firstPlace(definite.filter((one) => one.supports)),
    () => firstPlace(definite.filter(({ told }) => told === 'assessment' || told === 'indication')),
    () => firstPlace(symptoms.filter((one) => one.supports)),
    () => firstPlace(symptoms.filter(({ told }) => told === 'assessment' || told === 'indication')),
  ];
  for (const choose of kept) {
    const chosen = choose().filter((one, _, all) => !isCombined(one, all));
    if (chosen.length > 0) return chosen.map(({ code, why, told, evidence }) => ({ code, why, told, evidence }));
  }
  return [];
}

const WORDS: Readonly<Record<PlaceTold, string>> = {
  assessment: 'assessment',
  indication: 'indication',
  history: 'narrative',
  title: 'title',
  imaging: 'imaging',
};

function firstPlace(candidates: readonly Candidate[]): readonly Candidate[] {
  const place = PLACES_TOLD.find((one) => candidates.some(({ told }) => told === one));
  return candidates.filter(({ told }) => told === place);
}

/** Beginnings of codes that speak for the procedures; undefined where the law does not know them for one of them. */
function reasonsOf(
  procedures: readonly Procedure[],
  supports: readonly DiagnosisSupport[],
): readonly string[] | undefined {
  const known = procedures.map(({ family }) => supports.find((entry) => entry.family === family)?.codes);
  return known.length === 0 || known.includes(undefined) ? undefined : known.flatMap((codes) => codes ?? []);
}

/** What a statement says of the place of one condition: its own part of the sentence, up to the next comma or verb. */
function around({ words, at, end }: Heard): string {
  const before = words.slice(0, at);
  const after = words.slice(end);
  const from = Math.max(0, ...[...before.matchAll(BOUND)].map((hit) => hit.index + hit[0].length));
  BOUND.lastIndex = 0;
  const to = BOUND.exec(after)?.index ?? after.length;
  BOUND.lastIndex = 0;
  // `Reflex dystrophy, right foot`: a place behind a comma is its own.
  const place = PLACE.exec(after)?.[0].length ?? 0;
  return words.slice(from, end + Math.max(to, place));
}

const PLACE = /^[,(]?\s*(?:of the |in the |on the )?(?:left|right|bilateral|both|upper|lower|[lr])\b[^,;.()\u00b7]*/;

const BOUND =
  /[,;:\u00b7()]|\.\s|\b(?:and|but|who|which|that|has|had|have|is|was|here|for|today|with|because|from|after|since|despite)\b/g;

function agrees(own: Anatomy, done: Anatomy): boolean {
  const sides = [own.side, done.side];
  if (sides.includes('left') && sides.includes('right')) return false;
  if (disjoint(own.parts.filter(isJoint), done.parts.filter(isJoint))) return false;
  return isNear(own.regions, done.regions);
}

function disjoint(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((entry) => other.includes(entry));
}

const JOINTS: ReadonlySet<string> = new Set(['shoulder', 'hip', 'knee', 'elbow', 'wrist', 'hand', 'ankle', 'thumb']);

function isJoint(part: string): boolean {
  return JOINTS.has(part);
}
