import type { StudyRule } from '../../model/law/edits.ts';
import { isInForce } from '../../model/period.ts';
import { studyNumber } from '../../model/study-number.ts';
import { report, type Line, type Scope } from '../scope.ts';

/** Services that are paid only inside a study: number, modifier, diagnoses, place and the frame of a hospital's claim. */
export function checkStudies(scope: Scope): void {
  for (const rule of scope.law.studies) {
    const { payer } = scope.context;
    if (payer !== undefined && !rule.payers.includes(payer)) continue;
    const lines = scope.lines.filter(
      (line) => rule.codes.includes(line.raw.code) && line.raw.from !== undefined && isInForce(rule, line.raw.from),
    );
    const [first] = lines;
    if (!first) continue;
    checkNumber(scope, first);
    checkReasons(scope, rule, first);
    for (const line of lines) checkLine(scope, rule, line);
    checkHospital(scope, rule, first);
  }
}

function checkNumber(scope: Scope, line: Line): void {
  const { trial } = scope.claim;
  const at = { field: 'trial', on: line.raw.from } as const;
  if (trial === undefined || trial.trim() === '') report(scope, 'study/number-missing', at, { code: line.raw.code });
  else if (studyNumber(trial) === undefined) report(scope, 'study/number-form', at, { number: trial });
}

function checkReasons(scope: Scope, rule: StudyRule, line: Line): void {
  const { diagnoses } = scope.claim;
  if (diagnoses.length === 0) return;
  const at = { field: 'diagnoses', on: line.raw.from } as const;
  const words = { code: line.raw.code, diagnosis: rule.diagnosis, reasons: rule.reasons.join(', ') };
  if (!diagnoses.includes(rule.diagnosis)) report(scope, 'study/diagnosis-missing', at, words);
  else if (diagnoses[0] === rule.diagnosis) report(scope, 'study/diagnosis-first', at, words);
  const reasons = diagnoses.filter((code) => rule.reasons.some((reason) => code.startsWith(reason)));
  if (reasons.length === 0) report(scope, 'study/reason-missing', at, words);
  else if (reasons.every((code) => rule.doubtful.includes(code)))
    report(scope, 'study/reason-doubtful', at, { ...words, found: reasons.join(', ') });
}

function checkLine(scope: Scope, rule: StudyRule, line: Line): void {
  const { raw, place } = line;
  const wrong = raw.modifiers.filter((modifier) => rule.wrongModifiers.includes(modifier));
  const words = { code: raw.code, modifier: rule.modifier, wrong: wrong.join(', '), place: place ?? '' };
  const at = { line, field: 'modifiers' } as const;
  if (wrong.length > 0) report(scope, 'study/modifier-wrong', at, words);
  else if (!raw.modifiers.includes(rule.modifier)) report(scope, 'study/modifier-missing', at, words);
  if (scope.kind === 'professional' && place !== undefined && !rule.places.includes(place))
    report(scope, 'study/place', { line, field: 'place-of-service' }, { ...words, places: rule.places.join(', ') });
}

/** The frame of a hospital's claim is judged when the claim came with it; else it is told what belongs there. */
function checkHospital(scope: Scope, rule: StudyRule, line: Line): void {
  const { claim } = scope;
  if (claim.type !== 'hospital-opd') return;
  const on = line.raw.from;
  const number = claim.trial === undefined ? undefined : studyNumber(claim.trial)?.slice(3);
  const words = { condition: rule.conditionCode, value: rule.valueCode, number: number ?? 'the eight digits' };
  if (claim.billType === undefined) return report(scope, 'study/frame', { field: 'claim', on }, words);
  if (!rule.billTypes.some((type) => claim.billType?.replace(/^0/, '').startsWith(type)))
    report(scope, 'study/bill-type', { field: 'claim', on }, { ...words, type: claim.billType });
  if (!claim.conditionCodes?.includes(rule.conditionCode))
    report(scope, 'study/condition-code', { field: 'condition-codes', on }, words);
  const value = claim.valueCodes?.find((entry) => entry.code === rule.valueCode)?.value;
  const digits = value?.replace(/\.0*$/, '').padStart(8, '0');
  if (digits === undefined || !/^\d{8}$/.test(digits) || (number !== undefined && digits !== number))
    report(scope, 'study/value-code', { field: 'value-codes', on }, words);
}
