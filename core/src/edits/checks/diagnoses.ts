import type { IsoDate } from '../../model/date.ts';
import type { DiagnosisTrap } from '../../model/law/edits.ts';
import type { PreparedEdits } from '../prepare-edits.ts';
import { report, type Scope } from '../scope.ts';

/** A code that the library's short list knows not to be billable on a day. */
export function trapOn(law: PreparedEdits, code: string, on: IsoDate): DiagnosisTrap | undefined {
  const trap = law.diagnoses.get(code);
  return trap && (trap.through === undefined || on > trap.through) ? trap : undefined;
}

/** A professional claim has no room for more. */
export const MOST_DIAGNOSES = 12;

/** Are there diagnoses, does every line point at one that exists, and can each be billed on the day? */
export function checkDiagnoses(scope: Scope): void {
  const { claim, lines, law } = scope;
  const count = claim.diagnoses.length;
  if (count === 0) report(scope, 'diagnosis/none', { field: 'diagnoses' }, {});
  const institutional = claim.billType !== undefined;
  if (count > MOST_DIAGNOSES && !institutional) report(scope, 'diagnosis/too-many', { field: 'diagnoses' }, { count });
  const on = lines.find((line) => line.raw.from !== undefined)?.raw.from;
  const first = lines.find((line) => line.day >= 0);
  // Where the file of the year is imported it answers for every code; the short list stands in for it elsewhere.
  const listed = first !== undefined && law.years.on(first.day) !== undefined;
  claim.diagnoses.forEach((code, index) => {
    if (claim.diagnoses.indexOf(code) !== index)
      report(scope, 'diagnosis/repeated', { field: 'diagnoses', nth: index + 1, on }, { code });
    if (listed) return;
    const trap = on === undefined ? undefined : trapOn(law, code, on);
    if (!trap || on === undefined) return;
    report(
      scope,
      'diagnosis/not-billable',
      { field: 'diagnoses', nth: index + 1, on },
      { code, date: on, successors: trap.successors.join(', ') },
    );
  });
  // Diagnoses of an institutional claim are of the whole claim: its lines have no pointers.
  if (count === 0 || institutional) return;
  for (const line of lines) {
    const { pointers, number, code } = line.raw;
    if (pointers.length === 0)
      report(scope, 'diagnosis/pointer-missing', { line, field: 'pointers' }, { line: number, code });
    pointers.forEach((pointer, index) => {
      if (pointer < 1 || pointer > count)
        report(
          scope,
          'diagnosis/pointer-wrong',
          { line, field: 'pointers', nth: index + 1 },
          { line: number, pointer, count },
        );
    });
  }
}
