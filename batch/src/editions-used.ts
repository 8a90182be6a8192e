import { kindOf } from '@interspace/core/edits/kind-of-claim';
import { tablesFor, type PreparedEdits } from '@interspace/core/edits/prepare-edits';
import type { Editions } from '@interspace/core/edits/tables/editions';
import type { ClaimType } from '@interspace/core/model/claim';
import type { Edition } from '@interspace/core/model/law/edits';
import { dayNumber, type IsoDate } from '@interspace/core/model/date';
import type { JudgedClaim } from './judge/judged-claim.ts';

const known = new WeakMap<PreparedEdits, Map<string, readonly string[]>>();

/** Which editions judged a claim and how each fits its date: what the report says instead of passing over it. */
export function editionsFor(law: PreparedEdits, { context, read }: JudgedClaim): readonly string[] {
  return editionsOf(law, kindOf(read.claim, law), context.dateOfService);
}

export function editionsOf(law: PreparedEdits, type: ClaimType, on: IsoDate | undefined): readonly string[] {
  if (on === undefined) return ['no date of service: no table was asked'];
  let kept = known.get(law);
  if (!kept) known.set(law, (kept = new Map()));
  const key = type === 'hospital-opd' ? `h${on}` : on;
  let names = kept.get(key);
  if (!names) {
    if (kept.size > 20_000) kept.clear();
    kept.set(key, (names = namesOf(law, type, on)));
  }
  return names;
}

function namesOf(law: PreparedEdits, type: ClaimType, on: IsoDate): string[] {
  const day = dayNumber(on);
  const { pairs, units } = tablesFor(law, type);
  const year = law.years.on(day);
  return [
    `pairs ${asked(pairs, day, on)}`,
    `units ${asked(units, day, on)}`,
    `add-ons ${asked(law.addOns, day, on)}`,
    year ? `diagnoses ${year.edition}` : 'diagnoses: no file of that year is imported, only known traps were looked at',
  ];
}

function asked(tables: Editions<{ readonly edition: Edition }>, day: number, on: IsoDate): string {
  const wider = tables.beyond(day);
  const others = wider ? `; other codes by ${fit(wider.edition, on)}` : '';
  return `${fit(tables.on(day)?.edition, on)}${others}`;
}

function fit(edition: Edition | undefined, on: IsoDate): string {
  if (!edition) return 'none';
  const whole = edition.complete ? '' : ', codes of the library only';
  if (on < edition.from) return `${edition.edition}${whole}, newer than the date of service`;
  if (on > edition.through) return `${edition.edition}${whole}, older than the date of service`;
  return `${edition.edition}${whole}`;
}
