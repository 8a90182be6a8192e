import { fromDayNumber } from '../../model/date.ts';
import { editionOf } from '../agency/as-law.ts';
import type { ProcedureCodeTable } from '../agency/procedure-code-table.ts';
import { IN } from '../list-bits.ts';
import { isPayer, report, type Line, type Scope } from '../scope.ts';
import { editionInWords } from '../tables/editions.ts';

/** Is the code valid on the day, does it belong on this kind of claim, does an unlisted one say what was done? */
export function checkCodes(scope: Scope): void {
  const { claim, kind } = scope;
  for (const line of scope.lines) {
    const { sheet, raw, record } = line;
    if (!sheet.own && judgeByTables(scope, line)) continue;
    if (!record) continue;
    if (line.day >= 0 && line.day > sheet.through) reportEnded(scope, line);
    else if (line.day >= 0 && line.day < sheet.from)
      report(
        scope,
        'code/not-yet-valid',
        { line, field: 'code' },
        { code: raw.code, date: raw.from ?? '', from: fromDayNumber(sheet.from), told: '' },
      );
    const { swap } = sheet;
    if (swap?.claimTypes.includes(kind) && (kind === 'professional' || isPayer(scope, 'medicare-rule-payers')))
      report(scope, 'code/other-claim-type', { line, field: 'code' }, { code: raw.code, instead: swap.instead });
    else checkStatus(scope, line);
    if (record.role === 'unlisted') {
      const described = (raw.description ?? claim.note ?? '').trim() !== '';
      report(
        scope,
        described ? 'code/unlisted' : 'code/unlisted-without-words',
        { line, field: 'code' },
        { code: raw.code },
      );
    }
  }
}

/** A code that the library does not describe, by the imported code tables and fee schedules. True when nothing else can be said. */
function judgeByTables(scope: Scope, line: Line): boolean {
  const { raw, key, day, record } = line;
  // The newest that knows the code has the last word on its dates: a code may be ended after the edition of the day came out.
  const { codes } = scope.law.agency;
  const table = day < 0 ? undefined : codes.newestThat((one) => one.validity(key, day) !== 0, day);
  const validity = table?.validity(key, day) ?? 0;
  const at = { line, field: 'code' } as const;
  const words = { code: raw.code, date: raw.from ?? '' };
  if (table && validity === 3)
    report(scope, 'code/ended', at, {
      ...words,
      through: table.row(raw.code)?.terminated ?? 'an earlier day',
      trap: told(table, line),
      successors: 'Look for the code of that day.',
    });
  else if (table && validity === 2)
    report(scope, 'code/not-yet-valid', at, {
      ...words,
      from: table.row(raw.code)?.added ?? 'a later day',
      told: told(table, line),
    });
  // A hospital's line may stand under its revenue code alone.
  else if (validity === 0 && record === undefined && (raw.code !== '' || raw.revenueCode === undefined))
    report(scope, 'code/unknown', at, { code: raw.code });
  return record === undefined;
}

/** Which edition of the code table says it. */
function told({ file }: ProcedureCodeTable, { raw }: Line): string {
  return ` Table ${editionInWords(editionOf(file), raw.from, 'professional')}.`;
}

/** How the fee schedule pays the code to a practitioner, for payers that follow it. */
function checkStatus(scope: Scope, line: Line): void {
  const { lists } = scope.law;
  const status = line.record?.status;
  if (status === undefined || status === 'A' || scope.kind !== 'professional') return;
  if (!lists['fee-schedule-payers']?.has(scope.context.payer ?? '')) return;
  const at = { line, field: 'code' } as const;
  const elsewhere = line.sheet.own && lists['paid-elsewhere-statuses']?.has(status) === true;
  if (elsewhere || lists['not-payable-statuses']?.has(status))
    report(scope, 'code/not-payable', at, { code: line.raw.code, status });
  else if (lists['contractor-statuses']?.has(status) && line.record?.role !== 'unlisted')
    report(scope, 'code/carrier-priced', at, { code: line.raw.code });
}

function reportEnded(scope: Scope, line: Line): void {
  const { record, raw } = line;
  const successors = record?.successors ?? [];
  report(
    scope,
    'code/ended',
    { line, field: 'code' },
    {
      code: raw.code,
      date: raw.from ?? '',
      through: record?.through ?? '',
      trap: record?.trap ? ` ${record.trap}` : '',
      successors:
        successors.length > 0 ? `Look at ${successors.join(', ')}.` : 'Nothing stands in its place: remove the line.',
    },
  );
}

/** A joint injection told for a joint that has a code of its own. */
export function checkSacroiliac(scope: Scope): void {
  const { lists } = scope.law;
  for (const line of scope.lines) {
    if ((line.lists & IN['joint-not-sacroiliac']) === 0 || !line.record) continue;
    const pointed = line.raw.pointers
      .map((pointer) => scope.claim.diagnoses[pointer - 1])
      .filter((code) => code !== undefined);
    const only = pointed.length > 0 && pointed.every((code) => lists['sacroiliac-diagnoses']?.has(code));
    if (!only && !/\b(sacro-?iliac|SI joint)\b/i.test(line.raw.description ?? '')) continue;
    const guided = [...(lists['sacroiliac-code'] ?? [])].join(', ');
    report(scope, 'code/joint-for-sacroiliac', { line, field: 'code' }, { code: line.raw.code, guided });
  }
}
