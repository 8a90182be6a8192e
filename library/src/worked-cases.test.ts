import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cover } from '@interspace/core/coverage/determine';
import { preparePolicies } from '@interspace/core/coverage/prepare';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import { date } from '@interspace/core/model/date';
import type { Fact, FactValue } from '@interspace/core/model/fact';
import type { History, Session } from '@interspace/core/model/history';
import { placeOfState } from '@interspace/core/model/law/jurisdiction';
import type { LineView } from '@interspace/core/model/line-view';
import type { Agent, Procedure, Target } from '@interspace/core/model/procedure';
import { openLibrary } from './read.ts';

// Invented encounters in the manner of published worked cases: what the law as a whole says, not one criterion.
const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = preparePolicies(library);

const joints = (side: Target['side'], ...names: string[]): Target[] =>
  names.map((name) => ({ kind: 'facet-joint', name, region: 'lumbar', side, evidence: [] }));
const drug = (name: string, role: Agent['role']): Agent => ({ drug: name, role, milligrams: 10, evidence: [] });
const done = (
  family: string,
  kind: string,
  targets: Target[],
  agents: Agent[],
  attributes: Record<string, FactValue> = {},
): Procedure => ({
  id: 'p1',
  family,
  kind,
  targets,
  agents,
  attributes,
  evidence: [],
  guidance: { modality: 'fluoroscopy', contrast: true, imagesSaved: true, evidence: [] },
});
const lumbarEpidural = done(
  'epidural',
  'epidural-interlaminar',
  [{ kind: 'interspace', name: 'L4-L5', region: 'lumbar', side: undefined, evidence: [] }],
  [drug('dexamethasone-sodium-phosphate', 'steroid')],
);
const ablation = (...names: string[]) =>
  done('facet', 'facet-ablation', joints('right', ...names), [], {
    'ablation-method': 'thermal',
    'temperature-c': 85,
    'ablation.method': 'thermal',
  });
const block = (...names: string[]) =>
  done('facet', 'medial-branch-block', joints('right', ...names), [drug('lidocaine', 'anesthetic')]);
const line = (procedure: Procedure, code: string, modifiers: string[] = [], units = 1): LineView => ({
  number: 1,
  code,
  modifiers,
  units,
  diagnoses: [procedure.family === 'facet' ? 'M47.816' : 'M54.16'],
  procedure,
});
const earlier = (on: string, family: string, more: Partial<Session> = {}): Session => ({
  date: date(on),
  family,
  region: 'lumbar',
  ...more,
});
const mbb = (on: string, relief: number, kind = 'medial-branch-block'): Session =>
  earlier(on, 'facet', {
    kind,
    role: 'diagnostic',
    side: 'right',
    levels: ['L4-L5', 'L5-S1'],
    response: { painReliefPercent: relief, sameScale: true, consistentWithAgent: true },
  });

function judge(
  state: string,
  on: string,
  lines: LineView[],
  sessions: Session[],
  facts: Record<string, FactValue> = {},
) {
  const sheet = new Map<string, Fact>(
    Object.entries(facts).map(([name, value]) => [name, { name, value, evidence: [] }]),
  );
  const history: History = { complete: true, sessions };
  const context = {
    payer: 'medicare',
    state,
    ...placeOfState(law.jurisdictions, state, date(on)),
    placeOfService: '11',
    dateOfService: date(on),
  };
  const numbered = lines.map((entry, index) => ({ ...entry, number: index + 1 }));
  const procedures = [...new Set(lines.flatMap((entry) => entry.procedure ?? []))];
  const { determinations } = cover({ lines: numbered, procedures, sheet, history, context, openLedger }, law);
  return determinations.map((found) => ({
    document: found.document,
    next: found.nextEligible,
    failing: found.criteria
      .filter((entry) => entry.severity === 'block' && entry.status === 'not-met')
      .map((entry) => entry.criterion.split('/').pop()),
    status: (name: string) => found.criteria.find((entry) => entry.criterion.endsWith(`/${name}`))?.status,
  }));
}

describe('epidural', () => {
  const first = (on: string, response: object) =>
    earlier(on, 'epidural', {
      kind: 'epidural-interlaminar',
      role: 'therapeutic',
      levels: ['L4-L5'],
      response: { sameScale: true, ...response },
    });

  it('a fifth session in twelve months is not covered until the day after the anniversary', () => {
    const sessions = ['2025-05-01', '2025-08-05', '2025-11-10', '2026-02-15'].map((on) =>
      first(on, { painReliefPercent: 70, durationDays: 95 }),
    );
    const [found] = judge('NC', '2026-04-20', [line(lumbarEpidural, '62323')], sessions);
    expect(found).toMatchObject({ document: 'L38994', next: '2026-05-02' });
    expect(found?.failing).toContain('frequency');
  });

  it('a repeat after relief that lasted five weeks, with nothing changed, is not covered', () => {
    const facts = { 'repeat.technique-changed': false, 'repeat.rationale-documented': false };
    const [found] = judge(
      'NY',
      '2026-02-20',
      [line(lumbarEpidural, '62323')],
      [first('2026-01-09', { painReliefPercent: 60, durationDays: 35 })],
      facts,
    );
    expect(found?.failing).toContain('repeat');
  });

  it.each([
    ['2026-02-20', 'met'],
    ['2026-02-14', 'not-met'],
  ])('after a failure on 2026-02-04, changed and reasoned, on %s: %s', (on, status) => {
    const facts = { 'repeat.technique-changed': true, 'repeat.rationale-documented': true };
    const [found] = judge(
      'NY',
      on,
      [line(lumbarEpidural, '62323')],
      [first('2026-02-04', { painReliefPercent: 20, durationDays: 3 })],
      facts,
    );
    expect(found?.status('repeat')).toBe(status);
  });

  it('another block on the same day is not covered', () => {
    const facet = block('L4-L5');
    const found = judge('MI', '2026-03-03', [line(lumbarEpidural, '62323'), line(facet, '64493', ['RT'])], []);
    expect(found[1]?.failing).toContain('same-session-epidural');
  });
});

describe('facet', () => {
  it('ablation after two blocks of 85 % and 90 % meets the ladder; after two intra-articular injections it does not', () => {
    const lines = [line(ablation('L4-L5', 'L5-S1'), '64635', ['RT'])];
    const [good] = judge('KY', '2026-03-02', lines, [mbb('2026-01-06', 85), mbb('2026-01-27', 90)]);
    expect(good?.failing).toEqual([]);
    expect(good?.status('ablation-diagnostics')).toBe('met');
    const [bad] = judge('KY', '2026-03-02', lines, [
      mbb('2026-01-06', 90, 'facet-injection'),
      mbb('2026-01-27', 90, 'facet-injection'),
    ]);
    expect(bad?.failing).toContain('ablation-diagnostics');
  });

  it('a third joint on one day is not covered, the first two are', () => {
    const three = ablation('L3-L4', 'L4-L5', 'L5-S1');
    const found = judge(
      'KY',
      '2026-03-02',
      [line(three, '64635', ['RT']), line(three, '64636', ['RT'], 2)],
      [mbb('2026-01-06', 85), mbb('2026-01-27', 90)],
    );
    expect(found.map((entry) => entry.status('levels'))).toEqual(['met', 'not-met']);
  });

  it.each([
    ['2026-02-13', 'not-met'],
    ['2026-02-17', 'met'],
  ])('a second block after one on 2026-02-03 of 85 %%, on %s: %s', (on, status) => {
    const facts = { 'repeat.interval-exception-documented': false };
    const [found] = judge(
      'MI',
      on,
      [line(block('L4-L5', 'L5-S1'), '64493', ['KX', 'RT'])],
      [mbb('2026-02-03', 85)],
      facts,
    );
    expect(found?.status('second-diagnostic-interval')).toBe(status);
  });

  it('without the modifier a diagnostic block counts as a therapeutic session', () => {
    const therapeutic = ['2025-05-01', '2025-08-05', '2025-11-10', '2026-01-15'].map((on) =>
      earlier(on, 'facet', { kind: 'facet-injection', role: 'therapeutic', side: 'right', levels: ['L4-L5'] }),
    );
    const bill = (...modifiers: string[]) =>
      judge('MI', '2026-02-03', [line(block('L4-L5'), '64493', modifiers)], therapeutic)[0];
    expect(bill('RT')?.failing).toContain('therapeutic-frequency');
    expect(bill('KX', 'RT')?.status('therapeutic-frequency')).toBe('not-applicable');
    expect(bill('KX', 'RT')?.status('diagnostic-frequency')).toBe('met');
  });

  it('a repeat ablation nine months after relief of 65 % for seven months needs no new block', () => {
    const before = earlier('2025-06-02', 'facet', {
      kind: 'facet-ablation',
      role: 'ablation',
      side: 'right',
      levels: ['L4-L5'],
      response: { painReliefPercent: 65, durationDays: 210, sameScale: true },
    });
    const [found] = judge('KY', '2026-03-02', [line(ablation('L4-L5'), '64635', ['RT'])], [before], {
      'pain.source-in-doubt': false,
    });
    expect(found?.failing).toEqual([]);
    expect(found?.status('ablation-repeat')).toBe('met');
    expect(found?.status('ablation-diagnostics')).toBe('not-applicable');
  });

  it.each([
    ['2026-04-15', 'L38803'],
    ['2026-05-20', 'L38801'],
  ])('in Arizona on %s is judged by %s', (on, document) => {
    expect(judge('AZ', on, [line(block('L4-L5'), '64493', ['KX', 'RT'])], [])[0]?.document).toBe(document);
  });
});
