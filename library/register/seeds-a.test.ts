import { expect } from 'vitest';
import {
  billed,
  codes,
  criteria,
  documentOf,
  done,
  facet,
  guidance,
  ids,
  library,
  named,
  record,
  testRows,
  valid,
  values,
} from './seeds.fixture.ts';

testRows('SEED-A', {
  'SEED-A01': () => {
    for (const code of ['64470', '64472', '64475', '64476'])
      expect(ids(billed('2026-04-20', [code]))).toContain('edit/code/ended');
    for (const code of ['64473', '64474']) expect(record(code)?.family).toBe('fascial-plane');
    expect(valid('64473', '2024-12-31')).toBe(false);
  },
  'SEED-A02': () => {
    const [joint, nerve] = ['facet-injection', 'medial-branch-block'].map((kind) =>
      codes(done(facet(kind)))[0]?.slice(0, 5),
    );
    expect([joint, nerve]).toEqual(['64493', '64493']);
  },
  'SEED-A03': () => {
    for (const code of ['64622', '64623', '64626', '64627']) expect(valid(code, '2012-01-01')).toBe(false);
    expect([record('64624')?.family, record('64625')?.family]).not.toContain('facet');
    expect(record('64635')?.family).toBe('facet');
  },
  'SEED-A04': () => {
    const found = done(facet('medial-branch-block', 'ultrasound'));
    expect(found.lines.map(({ code }) => code)).not.toContain('64493');
    expect(found.determinations.map(({ outcome }) => outcome)).not.toContain('meets');
  },
  'SEED-A05': () => {
    expect(codes(done(facet('medial-branch-block')))[0]).toContain('KX');
    const both = { targets: [{ kind: 'facet-joint', name: 'L4-L5', side: 'bilateral' }] };
    const center = done(facet('medial-branch-block', 'fluoroscopy', both), { claimType: 'asc', placeOfService: '24' });
    const sides = center.lines.filter(({ code }) => code === '64493').flatMap(({ modifiers }) => modifiers);
    expect(sides).toEqual(expect.arrayContaining(['RT', 'LT']));
    expect(sides).not.toContain('50');
  },
  'SEED-A06': () => {
    const limits = values('medicare/facet');
    expect(limits.filter(({ name }) => name === 'limit').map(({ value }) => value)).toEqual(
      expect.arrayContaining([4, 2]),
    );
    expect(limits.filter(({ name }) => /relief/.test(name)).map(({ value }) => value)).toEqual(
      expect.arrayContaining([80, 50]),
    );
    expect(criteria('medicare/facet').some(({ id }) => /level/.test(id))).toBe(true);
  },
  'SEED-A07': () => {
    expect(record('64421')?.role).toBe('add-on');
    expect(ids(billed('2026-04-20', ['64421']))).toContain('edit/add-on/no-primary');
    expect(ids(billed('2026-04-20', ['64420', '64421']))).not.toContain('edit/add-on/no-primary');
  },
  'SEED-A08': () => {
    for (const code of ['64415', '64416', '64417', '64445', '64446', '64447', '64448']) {
      expect([code, guidance(code, '2022-12-31')]).toEqual([code, 'separate']);
      expect([code, guidance(code, '2023-01-01')]).toEqual([code, 'included']);
    }
    for (const code of ['64451', '64454', '64461', '64473', '64486', '20604', '20606', '20611', '62323', '64493'])
      expect([code, guidance(code, '2026-01-01')]).toEqual([code, 'included']);
  },
  'SEED-A09': () => expect(codes(done(named('sympathetic-block', 'impar', 'sympathetic')))).toEqual(['64999']),
  'SEED-A10': () => {
    const code = (name: string) =>
      codes(
        done({
          ...named('peripheral-nerve-block', name, 'peripheral-nerve'),
          guidance: { modality: 'fluoroscopy', contrast: true, imagesSaved: true },
        }),
      )[0]?.slice(0, 5);
    expect([code('greater-occipital'), code('lesser-occipital'), code('third-occipital')]).toEqual([
      '64405',
      '64450',
      '64490',
    ]);
  },
  'SEED-A11': () => {
    const blind = {
      family: 'epidural',
      kind: 'epidural-interlaminar',
      targets: [{ kind: 'interspace', name: 'L4-L5' }],
      guidance: { modality: 'none' },
      agents: [{ drug: 'dexamethasone-sodium-phosphate', milligrams: 10 }],
      intent: 'therapeutic',
    };
    const found = done(blind);
    expect(found.lines[0]?.code).toBe('62322');
    expect(found.determinations.map(({ outcome }) => outcome)).toEqual(['fails']);
  },
  'SEED-A12': () => {
    for (const code of ['27096', '64451', '64625', '64454', '64624', '64490', '64493', '64633', '64635'])
      expect([code, valid(code, '2026-04-20')]).toEqual([code, true]);
  },
  'SEED-A13': () => {
    for (const code of ['62320', '62322']) expect(guidance(code, '2026-04-20')).toBe('barred');
    for (const code of ['77003', '76942', '77012'])
      expect(ids(billed('2026-04-20', ['62322', code])).some((id) => /^edit\/(guidance|pair)\//.test(id))).toBe(true);
  },
  'SEED-A14': () => {
    for (const code of ['62321', '62323', '64479', '64483']) expect(documentOf(code)).toEqual(['L39015']);
    expect(billed('2026-03-02', ['64483', '64484']).determinations.map(({ document }) => document)).toEqual([
      'L39015',
      'L39015',
    ]);
  },
  'SEED-A15': () => {
    for (const code of ['64490', '64493', '64633', '64635']) expect(documentOf(code)).toEqual(['L38773']);
    const third = billed('2026-03-02', ['64493', '64494', '64495']).determinations.at(-1);
    expect([third?.document, third?.outcome]).toEqual(['L38773', 'fails']);
  },
  'SEED-A16': () => {
    const own = (policy: string) => criteria(policy).map(({ id }) => id.slice(policy.length + 1));
    expect(own('medicare/epidural')).toEqual(
      expect.arrayContaining([
        'frequency',
        'diagnostic-kx',
        'levels-transforaminal',
        'steroid-ceiling',
        'sedation',
        'same-session-blocks',
      ]),
    );
    expect(values('medicare/facet')).toEqual(
      expect.arrayContaining([expect.objectContaining({ value: { amount: 14, unit: 'days' } })]),
    );
  },
  'SEED-A17': () => {
    const repeat = (response: object, changed: object) => {
      const found = done(
        {
          family: 'epidural',
          kind: 'epidural-interlaminar',
          targets: [{ kind: 'interspace', name: 'L4-L5' }],
          guidance: { modality: 'fluoroscopy', contrast: true, imagesSaved: true },
          agents: [{ drug: 'dexamethasone-sodium-phosphate', milligrams: 10 }],
          intent: 'therapeutic',
        },
        {},
        {
          facts: changed,
          history: {
            complete: true,
            sessions: [
              {
                date: '2026-04-06',
                family: 'epidural',
                kind: 'epidural-interlaminar',
                region: 'lumbar',
                levels: ['L4-L5'],
                role: 'therapeutic',
                agents: ['dexamethasone-sodium-phosphate'],
                response,
              },
            ],
          },
        },
      );
      return found.determinations[0]?.criteria.find(({ criterion }) => criterion === 'medicare/epidural/repeat')
        ?.status;
    };
    const unchanged = {
      'repeat.technique-changed': false,
      'repeat.rationale-documented': false,
      'prior.narrative': false,
    };
    expect(repeat({ painReliefPercent: 60, durationDays: 10, functionGainPercent: 20 }, unchanged)).toBe('not-met');
    expect(
      repeat(
        { painReliefPercent: 10, durationDays: 3, functionGainPercent: 0 },
        { 'repeat.technique-changed': true, 'repeat.rationale-documented': true },
      ),
    ).toBe('met');
  },
  'SEED-A18': () => {
    const month = values('medicare/scs').filter(
      ({ value }) => JSON.stringify(value) === '{"amount":1,"unit":"months"}',
    );
    expect(month.filter(({ id }) => /trial/.test(id))).toEqual([]);
    expect(criteria('medicare/scs').length).toBeGreaterThan(0);
  },
  'SEED-A19': () => {
    const found = billed('2026-01-02', ['0275T']).findings.find(({ id }) => id === 'edit/code/ended');
    expect(`${found?.what} ${found?.do}`).toMatch(/2025-12-31.*62330/s);
    expect(documentOf('62330')).toEqual(['NCD 150.13']);
  },
  'SEED-A20': () =>
    expect(
      ids(
        billed('2026-04-20', [{ code: '62330', modifiers: ['Q0'], diagnoses: ['M43.16', 'Z00.6'] }], {
          placeOfService: '22',
        }),
      ),
    ).toContain('edit/study/reason-missing'),
  'SEED-A21': () => {
    const issuer = (id: string) =>
      library.policies.policies.flatMap(({ documents }) => documents).find((one) => one.id === id)?.issuer;
    expect(['L36920', 'L33906', 'L39054', 'L39036', 'L38994'].map(issuer)).toEqual([
      'novitas',
      'first-coast',
      'wps',
      'ngs',
      'palmetto',
    ]);
  },
  'SEED-A22': () => {
    expect(['62320', '62322', '62324', '62326'].map((code) => record(code)?.region)).toEqual([
      'cervical-thoracic',
      'lumbar-sacral',
      'cervical-thoracic',
      'lumbar-sacral',
    ]);
  },
});
