import { expect, it } from 'vitest';
import { readTable, type TableFile } from '@interspace/core/edits/agency/layout';
import { date } from '@interspace/core/model/date';
import { AdjustmentLists, type AdjustmentKind } from './adjustment-lists.ts';
import { TableWriter } from './table-writer.ts';

const FIELDS = ['code', 'list', 'start', 'stop'] as const;

/** Rows as the importer keeps them, by their code. */
function edition(name: string, from: string, ...rows: string[]): TableFile {
  const cells = rows.map((row) => row.split(' ')).toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  const writer = new TableWriter();
  for (const [at, field] of FIELDS.entries())
    writer.addTexts(
      field,
      cells.map((row) => row[at] ?? ''),
    );
  const effective = { from: date(from) };
  const about = { kind: 'carc-rarc', edition: name, effective, counts: {}, sources: [] };
  const file = readTable(writer.toBytes({ ...about, attributes: { fields: FIELDS } }).buffer);
  if (typeof file === 'string') throw new Error(file);
  return file;
}

const first = edition(
  'first',
  '2020-01-01',
  'CO Group',
  '1 CARC 1995-01-01',
  '15 CARC 1995-01-01 2018-05-01',
  '16 CARC 1/1/1995 5/1/2018',
  '17 CARC soon later',
  'M1 RARC 1997-01-01',
);
const second = edition(
  'second',
  '2024-01-01',
  'CO Group',
  '1 CARC 1995-01-01',
  '15 CARC 1995-01-01 2019-05-01',
  '300 CARC 2023-07-01',
);

it.each<[name: string, kind: AdjustmentKind, code: string, on: string | undefined, said: string | undefined]>([
  ['a code of the list', 'reason', '1', '2021-03-01', undefined],
  ['a code of no list', 'reason', '999', '2021-03-01', 'It is not on the imported list first, of 2020-01-01.'],
  [
    'a code of no list, before the first list',
    'reason',
    '999',
    '2011-03-01',
    'It is not on the imported list first, of 2020-01-01, newer than the decision.',
  ],
  ['a remark where a reason belongs', 'reason', 'M1', '2021-03-01', 'It is not on the imported list first'],
  ['a group', 'group', 'CO', '2021-03-01', undefined],
  ['a group of no list', 'group', 'CR', '2021-03-01', 'It is not on the imported list first, of 2020-01-01.'],
  ['the day on which a code ended', 'reason', '16', '2018-05-01', undefined],
  ['the day after it ended', 'reason', '16', '2018-05-02', 'It ended on 2018-05-01 (the imported list first'],
  ['what a later list says of an earlier day', 'reason', '15', '2018-05-02', undefined],
  ['the day before a code begins', 'reason', '300', '2023-06-30', 'It begins on 2023-07-01 (the imported list second'],
  ['the day on which a code begins', 'reason', '300', '2023-07-01', undefined],
  ['dates that are none', 'reason', '17', '2021-03-01', undefined],
  ['a code of an earlier list only', 'reason', '17', '2024-03-01', 'It is not on the imported list second'],
  ['no day: the newest list, and no dates', 'reason', '15', undefined, undefined],
  ['no day, and not on the newest list', 'reason', '16', undefined, 'It is not on the imported list second'],
])('answers %s', (_, kind, code, on, said) => {
  const answer = new AdjustmentLists([second, first]).ask(kind, code, on === undefined ? undefined : date(on), false);
  if (said === undefined) expect(answer).not.toHaveProperty('fault');
  else expect(answer?.fault).toContain(said);
});

it('lets a payment that is taken back repeat a code that has ended since', () => {
  const answer = new AdjustmentLists([first]).ask('reason', '16', date('2021-03-01'), true);
  expect(answer).toEqual({ edition: 'first' });
});

it('has no opinion of what its lists do not hold', () => {
  const remarks = new AdjustmentLists([edition('remarks', '2020-01-01', 'M1 RARC')]);
  expect(remarks.ask('reason', '1', date('2021-03-01'), false)).toBeUndefined();
  expect(remarks.ask('group', 'CO', date('2021-03-01'), false)).toBeUndefined();
  expect(new AdjustmentLists([]).ask('reason', '1', date('2021-03-01'), false)).toBeUndefined();
});
