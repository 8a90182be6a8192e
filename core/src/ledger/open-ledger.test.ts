import { describe, expect, it } from 'vitest';
import { date } from '../model/date.ts';
import type { SessionRule } from '../model/law/session-rule.ts';
import { openLedger } from './open-ledger.ts';

const rule: SessionRule = {
  families: ['facet'],
  regionGroups: { upper: ['cervical', 'thoracic'], lower: ['lumbar', 'sacral'] },
  windowStart: 'inclusive',
  windowStanding: 'settled',
  roles: [
    { role: 'ablation', kinds: ['facet-ablation'] },
    { role: 'diagnostic', modifier: 'KX' },
    { role: 'therapeutic' },
  ],
};
const session = (on: string, more: object = {}) => ({ date: date(on), family: 'facet', ...more });

describe('openLedger', () => {
  it('keeps only earlier sessions, latest first, with their place in the input', () => {
    const sessions = [session('2026-01-01'), session('2026-03-01'), session('2026-02-01'), session('2026-04-01')];
    const ledger = openLedger({ sessions }, rule, date('2026-03-01'));
    expect(ledger.entries.map((entry) => entry.index)).toEqual([2, 0]);
  });

  it.each([
    ['stated role wins', { role: 'diagnostic', kind: 'facet-injection', modifiers: [] }, 'diagnostic'],
    ['modifier makes it diagnostic', { kind: 'facet-injection', modifiers: ['KX'] }, 'diagnostic'],
    ['no modifier means therapeutic', { kind: 'facet-injection', modifiers: ['RT'] }, 'therapeutic'],
    ['the kind makes it an ablation', { kind: 'facet-ablation', modifiers: ['KX'] }, 'ablation'],
    ['nothing known about modifiers stays unknown', { kind: 'facet-injection' }, undefined],
    ['nothing known about the kind stays unknown', { modifiers: ['KX'] }, undefined],
  ])('%s', (_, more, role) => {
    const ledger = openLedger({ sessions: [session('2026-01-01', more)] }, rule, date('2026-03-01'));
    expect(ledger.entries[0]?.role).toBe(role);
  });

  it.each([
    [[{ family: 'facet' }], undefined, true],
    [[{ family: 'facet', roles: ['ablation'] }], ['ablation'], true],
    [[{ family: 'facet', roles: ['ablation'] }], ['ablation', 'diagnostic'], false],
    [[{ family: 'facet', roles: ['ablation'] }], undefined, false],
    [[{ family: 'epidural' }], ['ablation'], false],
  ] as const)('is closed for roles of its own families: %j %j → %s', (completeFor, roles, closed) => {
    const history = {
      sessions: [],
      completeFor: completeFor.map((one) => ({ ...one, ...('roles' in one ? { roles: [...one.roles] } : {}) })),
    };
    expect(openLedger(history as never, rule, date('2026-03-01')).completeSince(undefined, roles)).toBe(closed);
  });

  it('groups regions by the rule', () => {
    const ledger = openLedger({ sessions: [session('2026-01-01', { region: 'sacral' })] }, rule, date('2026-03-01'));
    expect(ledger.entries[0]?.group).toBe('lower');
  });

  it.each([
    [{ complete: true, sessions: [] }, '2020-01-01', true],
    [{ completeSince: date('2025-01-01'), sessions: [] }, '2025-01-01', true],
    [{ completeSince: date('2025-01-01'), sessions: [] }, '2024-12-31', false],
    [{ sessions: [] }, '2026-01-01', false],
    [undefined, '2026-01-01', false],
  ])('knows since when it is complete: %j %s → %s', (history, since, complete) => {
    expect(openLedger(history, rule, date('2026-03-01')).completeSince(date(since))).toBe(complete);
  });
});
