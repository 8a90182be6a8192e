import { describe, expect, it } from 'vitest';
import { date } from '../model/date.ts';
import type { KnownSession, ToldCount, ToldHistory } from '../model/history.ts';
import { mergeHistory } from './merge-history.ts';

const session = (on: string, more: Partial<KnownSession> = {}): KnownSession => ({
  date: date(on),
  family: 'facet',
  ...more,
});
const told = (sessions: readonly KnownSession[], counts: readonly ToldCount[] = []): ToldHistory => ({
  sessions,
  counts,
});
const blocks = (count: number): ToldCount => ({
  family: 'facet',
  roles: ['diagnostic', 'therapeutic'],
  count,
  evidence: [],
});

describe('mergeHistory', () => {
  it('leaves a history as it was given when the chart tells of no session', () => {
    const given = { complete: true, sessions: [session('2026-01-06')] };
    expect(mergeHistory(given, told([]))).toEqual({ history: given, findings: [] });
    expect(mergeHistory(undefined, told([], [blocks(0)])).history).toBeUndefined();
  });

  it('keeps one session of a day and family: what was given stands, the chart fills the rest', () => {
    const given = { sessions: [session('2026-01-06', { side: 'right' })] };
    const chart = session('2026-01-06', { side: 'right', response: { painReliefPercent: 85 } });
    const { history, findings } = mergeHistory(given, told([chart]));
    expect(history?.sessions).toHaveLength(1);
    expect(history?.sessions[0]).toMatchObject({ side: 'right', response: { painReliefPercent: 85 } });
    expect(findings).toEqual([]);
  });

  it.each([
    [{ side: 'left' as const }, { side: 'right' as const }],
    [{ response: { painReliefPercent: 85 } }, { response: { painReliefPercent: 50 } }],
    [{ levels: ['L4-L5'] }, { levels: ['L3-L4'] }],
  ])('a contradiction is a Finding and the history given stands: %j %j', (mine, theirs) => {
    const given = { sessions: [session('2026-01-06', mine)] };
    const { history, findings } = mergeHistory(given, told([session('2026-01-06', theirs)]));
    expect(findings.map((one) => one.id)).toEqual(['review/history-differs']);
    expect(history?.sessions[0]).toMatchObject(mine);
  });

  it('a session that a complete history does not hold is a Finding and counts', () => {
    const { history, findings } = mergeHistory({ complete: true, sessions: [] }, told([session('2026-01-06')]));
    expect(findings.map((one) => one.id)).toEqual(['review/history-shorter']);
    expect(history?.sessions).toHaveLength(1);
  });

  it('an uncertain day meets the day given', () => {
    const given = { sessions: [session('2025-06-15')] };
    const chart = session('2025-05-02', { latest: date('2025-07-02'), response: { painReliefPercent: 65 } });
    const { history } = mergeHistory(given, told([chart]));
    expect(history?.sessions).toHaveLength(1);
    expect(history?.sessions[0]).toMatchObject({ date: '2025-06-15', response: { painReliefPercent: 65 } });
    expect(history?.sessions[0]?.latest).toBeUndefined();
  });

  it.each([
    ['as many as it says there were', [session('2026-01-06', { role: 'diagnostic' })], [blocks(1)], true],
    ['fewer', [session('2026-01-06', { role: 'diagnostic' })], [blocks(2)], false],
    [
      'two counts that contradict each other',
      [session('2026-01-06', { role: 'diagnostic' })],
      [blocks(1), blocks(2)],
      false,
    ],
    ['no count', [session('2026-01-06', { role: 'diagnostic' })], [], false],
  ] as const)('is closed for what the chart tells completely: %s', (_what, sessions, counts, closed) => {
    const { history } = mergeHistory(undefined, told(sessions, counts));
    expect(history?.completeFor !== undefined).toBe(closed);
    expect(history?.complete).toBeUndefined();
  });
});
