import { fileURLToPath } from 'node:url';
import { forecast } from '@interspace/core/coverage/forecast';
import { preparePolicies } from '@interspace/core/coverage/prepare';
import { questionList } from '@interspace/core/coverage/question-list';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import { addDays, date } from '@interspace/core/model/date';
import type { KnownHistory, KnownSession } from '@interspace/core/model/history';
import { resolveContext } from '@interspace/core/review/resolve-context';
import { describe, expect, it } from 'vitest';
import { openLibrary } from './read.ts';

// Invented patients under the law as it stands.
const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = preparePolicies(library);
const place = (on: string, state?: string) =>
  resolveContext(
    { context: { payer: 'medicare', ...(state === undefined ? {} : { state }) }, documents: [] },
    date(on),
    law.jurisdictions,
  ).context;
const ask = (
  sessions: KnownSession[],
  on: string,
  more: Partial<KnownHistory> = { complete: true },
  state: string | null = 'GA',
) =>
  forecast({ history: { ...more, sessions }, on: date(on), context: place(on, state ?? undefined), openLedger }, law);
const epidural = (on: string, more: Partial<KnownSession> = {}): KnownSession => ({
  date: date(on),
  family: 'epidural',
  kind: 'epidural-transforaminal',
  region: 'lumbar',
  levels: ['L4-L5'],
  side: 'right',
  role: 'therapeutic',
  response: { painReliefPercent: 60, durationDays: 100, sameScale: true },
  ...more,
});
const FOUR = ['2025-05-01', '2025-08-05', '2025-11-10', '2026-02-15'].map((on) => epidural(on));
const therapeutic = (found: ReturnType<typeof ask>) =>
  found.forecasts.find(({ act }) => act.family === 'epidural' && act.role === 'therapeutic');

describe('forecast', () => {
  it('counts what is used and finds the first day with room', () => {
    const found = therapeutic(ask(FOUR, '2026-04-20'));
    const limit = found?.limits.find(({ criterion }) => criterion === 'medicare/epidural/frequency');
    expect([limit?.used, limit?.limit, limit?.window, limit?.certain]).toEqual([4, 4, '12 months', true]);
    expect(found?.next).toBe('2026-05-02');
  });

  it('agrees with itself: on the day it names nothing is in the way, on the day before something is', () => {
    const next = therapeutic(ask(FOUR, '2026-04-20'))?.next ?? date('2000-01-01');
    expect(therapeutic(ask(FOUR, next))?.because).toEqual([]);
    expect(therapeutic(ask(FOUR, addDays(next, -1)))?.because).not.toEqual([]);
  });

  it('waits for an interval that no count knows', () => {
    const failed = epidural('2026-02-15', {
      response: { painReliefPercent: 10, durationDays: 3, functionGainPercent: 0 },
    });
    const found = therapeutic(ask([failed], '2026-02-20'));
    expect(found?.next).toBe('2026-03-01');
    expect(
      found?.needs.some(({ criterion, missing }) => criterion === 'medicare/epidural/repeat' && missing.length >= 0),
    ).toBe(true);
  });

  it('says when time alone does not help', () => {
    const block: KnownSession = {
      date: date('2026-01-05'),
      family: 'facet',
      kind: 'medial-branch-block',
      region: 'lumbar',
      levels: ['L4-L5'],
      side: 'right',
      role: 'diagnostic',
      response: { painReliefPercent: 90, sameScale: true, consistentWithAgent: true },
    };
    const ablation = ask([block], '2026-04-20').forecasts.find(({ act }) => act.role === 'ablation');
    expect([ablation?.next, ablation?.because]).toEqual([
      undefined,
      ['Two medial branch blocks before the first ablation'],
    ]);
  });

  it('is not certain while sessions may be missing', () => {
    const found = therapeutic(ask(FOUR.slice(2), '2026-04-20', {}));
    expect(found?.limits.every(({ certain }) => !certain)).toBe(true);
  });

  it('names what it does not evaluate', () => {
    const found = ask(
      [epidural('2026-02-15'), { date: date('2026-01-01'), family: 'hypnosis' }],
      '2026-04-20',
      {},
      null,
    );
    expect(found.forecasts).toEqual([]);
    expect(found.notEvaluated.join(' ')).toMatch(/Epidural.*no document.*hypnosis: no policy/s);
  });
});

describe('questionList', () => {
  const list = (procedure: string, state = 'OH', on = '2026-03-02') =>
    questionList({ procedure, on: date(on), context: place(on, state), openLedger }, law);
  const reasons = (of: ReturnType<typeof list>) =>
    (of?.questions ?? []).flatMap((one) => one.reasons.map(({ criterion }) => criterion));

  it('asks what the document of the place and day needs, and leaves out what the kind rules out', () => {
    const found = list('epidural-transforaminal');
    expect(found?.adopted.map(({ document }) => document.id)).toEqual(['L39015']);
    expect(reasons(found)).toContain('medicare/epidural/repeat');
    expect(reasons(found)).not.toContain('medicare/epidural/levels-interlaminar');
    expect(reasons(list('epidural-interlaminar'))).toContain('medicare/epidural/levels-interlaminar');
  });

  it.each(['facet', 'facet-ablation', '64635', 'medicare/facet'])('knows a procedure as %s', (word) => {
    expect(list(word)?.adopted.map(({ policy }) => policy.id)).toContain('medicare/facet');
  });

  it('does not know what nobody knows', () => expect(list('hypnosis')).toBeUndefined());

  it('asks each question once, and none that states a limit or a way to answer', () => {
    const kinds = [
      'epidural',
      'facet',
      'si-joint',
      'trigger-point',
      'acupuncture',
      'botulinum',
      'spinal-cord-stimulation',
      'mild',
    ];
    const questions = kinds.flatMap((kind) => list(kind)?.questions ?? []);
    for (const kind of kinds) {
      const own = (list(kind)?.questions ?? []).map(({ question }) => question);
      expect(new Set(own).size).toBe(own.length);
    }
    const leading = questions
      .map(({ question }) => question)
      .filter((text) =>
        /\d+ ?%|at least|more than|must|should|required|covered|please (state|confirm)|, correct\?/i.test(text),
      );
    expect(leading).toEqual([]);
  });
});
