import { expect, it } from 'vitest';
import { emptyHistory } from '../history/history-pass.ts';
import { summarize } from '../summary.ts';
import { emptyTally } from '../tally.ts';
import { summaryAsText } from './summary-text.ts';

it.each([
  [0, 'No patient has several claims in this batch (services 2026-01-02 to 2026-03-04).'],
  [1_181, '1,181 of 1,721 patients have several claims in this batch (services 2026-01-02 to 2026-03-04); these were'],
])('says of how many patients several claims were seen: %i', (several, words) => {
  const tally = { ...emptyTally(), claims: 5_000, from: '2026-01-02', through: '2026-03-04' };
  const history = { ...emptyHistory(), claims: 5_000, patients: 1_721, several };
  expect(summaryAsText(summarize(tally, history, ['a.837'], '0'))).toContain(`\n  ${words}`);
});

it('keeps the columns of causes in line on a screen of 80, however long their names', () => {
  const cause = { severity: 'warn', findings: 123, claims: 7, charges: 123_456_00 } as const;
  const ids = [
    'edit/pair/distinct',
    'medicare/epidural/same-session-blocks',
    'medicare/epidural/diagnosis-list-others',
  ];
  const tally = { ...emptyTally(), claims: 7, causes: Object.fromEntries(ids.map((id) => [id, { ...cause }])) };
  const rows = summaryAsText(summarize(tally, emptyHistory(), ['a.837'], '0')).split('\n');
  const causes = rows.filter((row) => row.startsWith('  warn  '));
  expect(causes).toHaveLength(ids.length);
  expect(new Set(causes.map((row) => row.length))).toEqual(new Set([80]));
  expect(rows.find((row) => row.startsWith('TOP CAUSES'))).toHaveLength(80);
});
