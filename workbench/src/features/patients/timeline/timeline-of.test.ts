import { date } from '@interspace/core/model/date';
import { describe, expect, it } from 'vitest';
import { placeOf, timelineOf, windowStart } from './timeline-of.ts';

const id = '00000000-0000-4000-8000-000000000000';
const session = (on: string, more: object = {}) => ({ id, date: date(on), family: 'epidural', ...more });
const limit = (dates: string[], more: object = {}) => ({
  criterion: 'x/frequency',
  title: 'Sessions in twelve months',
  used: dates.length,
  limit: 4,
  window: '12 months',
  dates,
  certain: true,
  ...more,
});
const forecast = (more: object) => ({
  policy: 'x',
  title: 'X',
  document: 'L1',
  family: 'epidural',
  act: 'the next one',
  because: [],
  needs: [],
  limits: [],
  ...more,
});

describe('windowStart', () => {
  it.each([
    ['12 months', '2026-09-15', '2025-09-15'],
    ['1 month', '2026-03-31', '2026-02-28'],
    ['90 days', '2026-09-15', '2026-06-17'],
    ['2 weeks', '2026-09-15', '2026-09-01'],
    ['1 year', '2024-02-29', '2023-02-28'],
    ['calendar year', '2026-09-15', undefined],
    [undefined, '2026-09-15', undefined],
  ])('%s before %s', (window, on, start) => {
    expect(windowStart(window, date(on))).toBe(start);
  });
});

describe('timelineOf', () => {
  it('orders places from the neck down and says what is not known', () => {
    const { lanes } = timelineOf({
      on: date('2026-09-15'),
      sessions: [
        session('2026-01-01', { region: 'lumbar', side: 'right' }),
        session('2026-01-02', { region: 'lumbar', side: 'left' }),
        session('2026-01-03', {}),
        session('2026-01-04', { region: 'cervical', side: 'bilateral' }),
      ],
      forecasts: [],
    });
    expect(lanes).toEqual([
      'cervical, both sides',
      'lumbar, left',
      'lumbar, right',
      'region not known, side not known',
    ]);
    expect(placeOf({ region: 'sacral', side: undefined })).toBe('sacral, side not known');
  });

  it('draws the window of a limit once, below the sessions, and makes room for the next date', () => {
    const sessions = [session('2026-01-06', { region: 'lumbar', side: 'left' })];
    const used = limit(['2026-01-06']);
    const timeline = timelineOf({
      on: date('2026-09-15'),
      sessions,
      forecasts: [
        forecast({ region: 'lumbar', limits: [used, limit([])], next: '2027-01-07' }),
        forecast({ region: 'lumbar', limits: [used], next: '2027-01-07' }),
      ],
    });
    expect(timeline.sessionLanes).toBe(1);
    expect(timeline.lanes).toHaveLength(2);
    expect(timeline.bars).toMatchObject([
      { lane: 1, from: '2025-09-15', through: '2026-09-15', next: '2027-01-07', used: 1, limit: 4 },
    ]);
    expect([timeline.from < '2025-09-15', timeline.through > '2027-01-07']).toEqual([true, true]);
  });

  it('of a patient without sessions has a span and no lanes', () => {
    const timeline = timelineOf({ on: date('2026-09-15'), sessions: [], forecasts: [] });
    expect(timeline.lanes).toEqual([]);
    expect(timeline.from < timeline.through).toBe(true);
  });
});
