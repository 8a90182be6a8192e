import { describe, expect, it } from 'vitest';
import { date } from '../model/date.ts';
import type { ClauseResult } from '../model/determination.ts';
import type { KnownSession } from '../model/history.ts';
import { judgeEarlier } from './earlier-facts.ts';
import { inWindow, type Match } from './match-sessions.ts';
import type { Frame, PreparedClause, Scene } from './scene.ts';

const on = date('2026-03-10');
const entry = (session: Partial<KnownSession>) => ({
  session: { date: date('2026-02-20'), family: 'facet', ...session },
  index: 0,
  group: undefined,
  role: undefined,
});
const scene = {
  on,
  fact: () => undefined,
  ledger: () => ({ windowStart: () => date('2026-02-24') }),
} as unknown as Scene;
const frame = {
  params: new Map([['window', { value: { amount: 14, unit: 'days' }, citation: {} }]]),
} as unknown as Frame;
/** Met from fourteen days on. */
const status = (at: Scene) => (Number(at.fact('earlier.days-before')?.value) >= 14 ? 'met' : 'not-met');
const where: PreparedClause = {
  status,
  judge: (at) => ({ status: status(at), missing: [] }) as unknown as ClauseResult,
};

describe('a session whose day is not known exactly', () => {
  it.each([
    ['a day', {}, 'met'],
    ['both ends long enough ago', { latest: date('2026-02-22') }, 'met'],
    ['the ends differ', { latest: date('2026-03-05') }, 'unknown'],
    ['both ends too soon', { date: date('2026-03-01'), latest: date('2026-03-05') }, 'not-met'],
  ])('is judged at both ends: %s', (_what, session, expected) =>
    expect(judgeEarlier(where, entry(session), scene).status).toBe(expected),
  );

  it.each([
    ['inside', { date: date('2026-02-24') }, ['yes']],
    ['outside', { date: date('2026-02-23') }, []],
    ['perhaps inside', { date: date('2026-02-01'), latest: date('2026-02-28') }, ['maybe']],
  ])('lies in a window: %s', (_what, session, certainties) => {
    const match: Match = { entry: entry(session), certainty: 'yes', missing: [] };
    const selector = { within: 'window', same: [] };
    expect(inWindow([match], selector, frame, scene).map((one) => one.certainty)).toEqual(certainties);
  });
});
