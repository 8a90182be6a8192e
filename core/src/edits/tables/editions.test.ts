import { describe, expect, it } from 'vitest';
import { date, dayNumber } from '../../model/date.ts';
import { Editions } from './editions.ts';

const citation = { document: 'x', gist: 'x', confidence: 'high' } as const;
const table = (edition: string, from: string, through: string, complete: boolean) => ({
  edition: { edition, from: date(from), through: date(through), complete, citation },
});
const selection = table('selection', '2024-07-01', '2024-09-30', false);
const before = table('before', '2024-04-01', '2024-06-30', true);
const same = table('same', '2024-07-01', '2024-09-30', true);
const after = table('after', '2024-10-01', '2024-12-31', true);

/** Which answers on a day, and which is asked for what it leaves out. */
const asked = (on: string, ...tables: readonly (typeof selection)[]) => {
  const editions = new Editions(tables);
  const day = dayNumber(date(on));
  return [editions.on(day), editions.beyond(day)].map((one) => one?.edition.edition);
};

describe('a whole edition beside a selection', () => {
  it.each([
    ['of the same quarter answers alone', '2024-08-01', [selection, same], ['same', undefined]],
    ['of the same quarter answers alone on days before both', '2024-01-01', [selection, same], ['same', undefined]],
    ['of the quarter before knows the other codes', '2024-08-01', [selection, before], ['selection', 'before']],
    ['of the quarter after knows the other codes', '2024-08-01', [selection, after], ['selection', 'after']],
    ['of the quarter before is the nearer one', '2024-08-01', [selection, before, after], ['selection', 'before']],
    ['answers on its own days', '2024-11-01', [selection, after], ['after', undefined]],
    ['is not there', '2024-08-01', [selection], ['selection', undefined]],
  ])('%s', (_, on, tables, expected) => {
    expect(asked(on, ...tables)).toEqual(expected);
    expect(asked(on, ...tables.toReversed())).toEqual(expected);
  });

  it('forgets neither when the days go to and fro', () => {
    const editions = new Editions([selection, before]);
    const [june, august] = [dayNumber(date('2024-06-30')), dayNumber(date('2024-08-01'))];
    expect([editions.beyond(august), editions.beyond(june), editions.beyond(august)]).toEqual([
      before,
      undefined,
      before,
    ]);
  });
});
