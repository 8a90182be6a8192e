import type { IsoDate } from '../../model/date.ts';
import type { DiagnosisSupport } from '../../model/law/diagnosis.ts';
import type { Procedure } from '../../model/procedure.ts';
import { anatomyOfEach } from './anatomy-words.ts';
import { chooseForSides } from './choose-diagnosis.ts';
import { codeTold } from './code-told.ts';
import { isCombined, isNear } from './combined.ts';
import { hearConditions } from './hear-conditions.ts';
import type { PreparedDiagnoses } from './prepare-diagnoses.ts';
import { anatomyOfProcedures, completed } from './procedure-anatomy.ts';
import type { CodedDiagnosis, Statement } from './statement.ts';

/**
 * The ICD-10-CM codes that the chart supports, most important first: codes written in the chart as they stand, then
 * each condition of a list of diagnoses with the most specific code that region, level and side allow, and only where
 * no list names one what the narrative tells. A symptom gives way to a definite condition.
 */
export function codeDiagnoses(
  statements: readonly Statement[],
  procedures: readonly Procedure[],
  law: PreparedDiagnoses,
  on: IsoDate | undefined,
  supports: readonly DiagnosisSupport[] = [],
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
  const listed = codeListed(
    statements.filter(({ told }) => told === undefined),
    procedures,
    law,
    on,
  );
  if (listed.length > 0) return listed;
  const told = statements.filter((statement) => statement.told !== undefined);
  return told.length === 0 ? [] : distinct(codeTold(told, procedures, law, on, supports));
}

function codeListed(
  statements: readonly Statement[],
  procedures: readonly Procedure[],
  law: PreparedDiagnoses,
  on: IsoDate | undefined,
): CodedDiagnosis[] {
  const heard = hearConditions(statements, law);
  if (heard.length === 0) return [];
  const done = anatomyOfProcedures(procedures);
  const anatomy = anatomyOfEach();
  const coded = heard.flatMap(({ condition, statement, words }) => {
    const { regions } = anatomy(words);
    const near = heard.filter((other) => isNear(regions, anatomy(other.words).regions));
    const stated = new Set(near.map((other) => other.condition.condition));
    const choices = chooseForSides(condition, completed(anatomy(words), done), stated, on);
    const why = `${condition.title}, stated as "${statement.words.trim()}".`;
    const { symptom } = condition;
    return choices.map((choice) => ({
      condition: condition.condition,
      choice,
      regions,
      code: choice.code,
      why,
      evidence: statement.evidence,
      symptom,
    }));
  });
  const definite = coded.filter((entry) => !entry.symptom);
  const kept = (definite.length > 0 ? definite : coded).filter((entry, _, all) => !isCombined(entry, all));
  return distinct(kept.map(({ code, why, evidence }) => ({ code, why, evidence })));
}

function distinct(coded: readonly CodedDiagnosis[]): CodedDiagnosis[] {
  return coded.filter((entry, index) => coded.findIndex((other) => other.code === entry.code) === index);
}
