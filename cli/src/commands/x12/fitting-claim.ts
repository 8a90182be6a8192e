import { kindOf, type Kind } from './claim-kinds.ts';
import { unfittingAccident } from './fitting-accident.ts';
import { unfittingPayers } from './fitting-other-payers.ts';
import { StatedClaim } from './stated-claim.ts';
import type { Unfit } from './unfit.ts';

/** A claim of a submission that has what its kind asks for. */
export const FittingClaim = StatedClaim.superRefine((claim, context) => {
  for (const [path, message] of unfitting(claim)) context.addIssue({ code: 'custom', path: [...path], message });
});

/** What only one kind of claim has, and what it cannot do without. */
const OWN = {
  professional: { needs: ['placeOfService'], may: ['supervising', 'onset', 'patientPaid'] },
  institutional: {
    needs: ['billType', 'admission', 'patientStatus', 'attending'],
    may: ['operating', 'statement', 'conditionCodes', 'valueCodes', 'occurrences'],
  },
} as const;
const OWN_OF_LINE = {
  professional: {
    needs: ['code', 'diagnoses'],
    may: ['unitKind', 'placeOfService', 'authorization', 'supervising', 'ordering'],
  },
  institutional: { needs: ['revenueCode'], may: [] },
} as const;
const MOST = {
  professional: { diagnoses: 12, lines: 50 },
  institutional: { diagnoses: 25, lines: 999 },
} as const;

/** An inpatient stay: hospital, swing bed, skilled nursing, religious institution. */
const INPATIENT = /^0?(11|18|21|28|41)/;

/** Where a claim is not what its kind asks for, with the words that say so. */
function* unfitting(claim: StatedClaim): Generator<Unfit> {
  if (claim.placeOfService === undefined && claim.billType === undefined)
    return yield [[], 'It needs a placeOfService (professional) or a billType (institutional)'];
  const kind = kindOf(claim);
  const other = kind === 'professional' ? 'institutional' : 'professional';
  for (const key of OWN[kind].needs) if (claim[key] === undefined) yield [[key], `${kind} claims cannot do without it`];
  for (const key of [...OWN[other].needs, ...OWN[other].may])
    if (claim[key] !== undefined) yield [[key], `Only ${other} claims have it`];
  for (const key of ['diagnoses', 'lines'] as const)
    if (claim[key].length > MOST[kind][key]) yield [[key], `At most ${MOST[kind][key]} on an 837`];
  yield* unfittingLines(claim, kind, other);
  yield* unfittingAccident(claim, kind);
  yield* unfittingPayers(claim);
  for (const [index, { transmission, control }] of (claim.attachments ?? []).entries())
    if (transmission !== 'AA' && control === undefined)
      yield [['attachments', index, 'control'], 'What is sent apart from the claim is found by its number'];
  if (kind === 'institutional') yield* unfittingBill(claim);
}

function* unfittingLines(claim: StatedClaim, kind: Kind, other: Kind): Generator<Unfit> {
  for (const [index, line] of claim.lines.entries()) {
    for (const key of OWN_OF_LINE[kind].needs)
      if (line[key] === undefined) yield [['lines', index, key], `Lines of ${kind} claims cannot do without it`];
    for (const key of [...OWN_OF_LINE[other].needs, ...OWN_OF_LINE[other].may])
      if (key !== 'code' && line[key] !== undefined)
        yield [['lines', index, key], `Only lines of ${other} claims have it`];
    if (line.diagnoses?.some((code) => !claim.diagnoses.includes(code)))
      yield [['lines', index, 'diagnoses'], 'The line points at a diagnosis that the claim does not list'];
    if (line.through !== undefined && line.through < line.date)
      yield [['lines', index, 'through'], 'The last day is before the first'];
    if (line.code === undefined && line.modifiers.length > 0)
      yield [['lines', index, 'modifiers'], 'There is no code that they could modify'];
  }
}

function* unfittingBill(claim: StatedClaim): Generator<Unfit> {
  const { billType = '', frequency, statement } = claim;
  if (INPATIENT.test(billType))
    yield [
      ['billType'],
      'An inpatient stay is not written: its hours and present-on-admission marks are not known here',
    ];
  if (frequency !== undefined && frequency !== billType.at(-1))
    yield [['frequency'], `It is told by billType, which ends in ${billType.at(-1)}`];
  if (!statement) return;
  if (statement.through < statement.from) return yield [['statement', 'through'], 'The last day is before the first'];
  for (const [index, { date, through = date }] of claim.lines.entries())
    if (date < statement.from || through > statement.through)
      yield [['lines', index, 'date'], 'The day is not among those of the statement'];
}
