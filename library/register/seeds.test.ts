import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { claimFromForm } from '../../cli/src/input/form.ts';
import { date } from '../../core/src/model/date.ts';
import { isInForce } from '../../core/src/model/period.ts';
import { ReviewInput, type ReviewInputDocument } from '../../core/src/model/review-input.ts';
import type { Review } from '../../core/src/model/review.ts';
import { prepareLibrary } from '../../core/src/review/prepare.ts';
import { review } from '../../core/src/review/review.ts';
import { parseCsv } from '../src/csv.ts';
import { openLibrary } from '../src/read.ts';
import { staleLibrary } from '../src/upkeep/stale.ts';

// The documents that the project began from hold statements that are wrong or out of date. Each has a row in seeds.csv and
// a test here that the right thing is said. All encounters are invented.
const directory = fileURLToPath(new URL('..', import.meta.url));
const open = openLibrary(directory);
const { library } = open;
const prepared = prepareLibrary(library);

const judge = (input: ReviewInputDocument): Review => {
  const { note, claim, ...rest } = ReviewInput.parse(input);
  const documents = note === undefined ? rest.documents : [{ id: 'note', text: note }];
  return review({ ...rest, documents, ...(claim && { claim: claimFromForm(claim, rest.context) }) }, prepared);
};
const ids = (of: Review): string[] => of.findings.map(({ id }) => id);
const MEDICARE = { payer: 'medicare', state: 'OH', placeOfService: '11', claimType: 'professional' } as const;
type Line = { code: string; modifiers?: string[]; units?: number; diagnoses?: string[] };
const billed = (on: string, lines: readonly (string | Line)[], context: object = {}, more: object = {}): Review =>
  judge({
    context: { ...MEDICARE, dateOfService: on, ...context } as never,
    claim: {
      diagnoses: ['M54.16'],
      lines: lines.map((line) => ({ diagnoses: ['M54.16'], ...(typeof line === 'string' ? { code: line } : line) })),
    },
    ...more,
  });
const done = (procedure: object, context: object = {}, more: object = {}): Review =>
  judge({
    context: { ...MEDICARE, dateOfService: '2026-04-20', ...context },
    procedures: [procedure],
    ...more,
  } as never);
const codes = (of: Review): string[] => of.lines.map(({ code, modifiers }) => [code, ...modifiers].join('-'));
const valid = (code: string, on: string): boolean =>
  library.coding.codes.some((one) => one.code === code && isInForce(one, date(on)));
const record = (code: string, on = '2026-04-20') =>
  library.coding.codes.find((one) => one.code === code && isInForce(one, date(on)));
const guidance = (code: string, on: string) =>
  record(code, on)?.guidance.find((rule) => isInForce(rule, date(on)))?.rule;
const criteria = (policy: string) => library.policies.policies.find(({ id }) => id === policy)?.criteria ?? [];
const values = (policy: string) =>
  criteria(policy).flatMap(({ id, params }) =>
    Object.entries(params).flatMap(([name, list]) =>
      list.map(({ value, documents }) => ({ id, name, value, documents })),
    ),
  );
const facet = (kind: string, guided = 'fluoroscopy', more: object = {}) => ({
  family: 'facet',
  kind,
  targets: [{ kind: 'facet-joint', name: 'L4-L5', side: 'right' }],
  guidance: { modality: guided, contrast: true, imagesSaved: true },
  agents: [{ drug: 'lidocaine', millilitres: 1 }],
  intent: 'diagnostic',
  ...more,
});
const named = (kind: string, name: string, family: string) => ({
  family,
  kind,
  targets: [{ kind: 'nerve', name, side: 'right' }],
  agents: [{ drug: 'lidocaine', millilitres: 2 }],
});
const documentOf = (code: string, state = 'OH', on = '2026-03-02') =>
  billed(on, [code], { state }).determinations.map(({ document }) => document);

const TESTS: Readonly<Record<string, () => void>> = {
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
  'SEED-B01': () => {
    expect([valid('0275T', '2025-12-31'), valid('0275T', '2026-01-01')]).toEqual([true, false]);
    expect(['62330', '62331'].map((code) => [valid(code, '2025-12-31'), valid(code, '2026-01-01')])).toEqual([
      [false, true],
      [false, true],
    ]);
  },
  'SEED-B02': () => {
    const gists = ['0275T', '62330', '62331'].map(
      (code) => library.coding.codes.find((one) => one.code === code)?.gist ?? '',
    );
    expect(gists.filter((gist) => /endoscop/i.test(gist))).toEqual([]);
    expect(record('62380')?.family).not.toBe('mild');
  },
  'SEED-B03': () => {
    const coded = (words: string) =>
      judge({
        context: { ...MEDICARE, dateOfService: '2026-04-20' as never },
        note: `PREOPERATIVE DIAGNOSIS: ${words}\nPROCEDURE: Right L4-L5 transforaminal epidural steroid injection under fluoroscopy\nDESCRIPTION: The needle was advanced to the right L4-L5 foramen under fluoroscopy. Contrast was injected. Dexamethasone 10 mg was injected.`,
      }).lines[0]?.diagnoses;
    expect(coded('Lumbar spinal stenosis with neurogenic claudication')).toContain('M48.062');
    expect(coded('Lumbar spinal stenosis without neurogenic claudication')).toContain('M48.061');
    expect(coded('Lumbar spinal stenosis')).toContain('M48.061');
  },
  'SEED-B04': () => {
    const leads = library.diagnoses.filter(({ codes: choices }) => choices.some(({ code }) => code === 'M48.062'));
    expect(leads.length).toBeGreaterThan(0);
    expect(leads.flatMap(({ names }) => names).filter((name) => /vascular|blood|^claudication$/.test(name))).toEqual(
      [],
    );
  },
  'SEED-B05': () => {
    const set = library.policies.codeSets.find(({ name }) => name === 'lumbar-stenosis-diagnoses');
    expect(set?.members.flatMap((member) => [...member.codes, ...member.under])).not.toContain('M43.16');
  },
  'SEED-B06': () => {
    const documents = library.policies.policies.find(({ id }) => id === 'medicare/pild')?.documents;
    expect(documents?.map(({ id, jurisdictions }) => [id, jurisdictions])).toEqual([['NCD 150.13', 'all']]);
  },
  'SEED-B07': () => {
    const fusion = library.policies.policies.flatMap(({ title, documents }) => [
      title,
      ...documents.map((one) => one.title ?? ''),
    ]);
    expect(fusion.filter((title) => /fusion/i.test(title))).toEqual([]);
  },
  'SEED-B08': () => {
    for (const state of ['OH', 'TX', 'CA', 'NY', 'FL', 'GA', 'MI'])
      expect([state, documentOf('62330', state)]).toEqual([state, ['NCD 150.13']]);
  },
  'SEED-B09': () => {
    const bare = ids(billed('2026-04-20', [{ code: '62330', diagnoses: ['M48.062'] }]));
    expect(bare).toEqual(
      expect.arrayContaining([
        'edit/study/modifier-missing',
        'edit/study/diagnosis-missing',
        'edit/study/number-missing',
        'edit/study/place',
      ]),
    );
  },
  'SEED-B10': () => expect(record('64475', '2009-12-31')?.successors).toEqual(['64493']),
  'SEED-B11': () =>
    expect(['64622', '64626'].map((code) => library.coding.codes.find((one) => one.code === code)?.successors)).toEqual(
      [['64635'], ['64633']],
    ),
  'SEED-B12': () => {
    for (const code of ['0213T', '0216T'])
      expect(billed('2026-04-20', [code]).determinations.map(({ outcome }) => outcome)).not.toContain('meets');
  },
  'SEED-B13': () => {
    const asked = (code: string, on: string, place = '22') =>
      billed(on, [code], { placeOfService: place }).authorization.some(
        ({ program, status }) => program === 'hospital-outpatient' && status === 'required',
      );
    for (const code of ['64490', '64493', '64633', '64635'])
      expect([code, asked(code, '2023-06-30'), asked(code, '2023-07-01'), asked(code, '2023-07-01', '11')]).toEqual([
        code,
        false,
        true,
        false,
      ]);
  },
  'SEED-B14': () => {
    const trial = values('medicare/scs').filter(
      ({ id, name }) => /trial/.test(`${id} ${name}`) && /duration|days|length/.test(name),
    );
    expect(
      trial.filter(({ value }) => typeof value === 'object' && 'amount' in value && value.unit === 'months'),
    ).toEqual([]);
  },
  'SEED-B15': () => {
    for (const code of [
      '63655',
      '63661',
      '63662',
      '63663',
      '63664',
      '63688',
      '95970',
      '95971',
      '95972',
      '0784T',
      '0785T',
      '0788T',
      '0789T',
    ])
      expect([code, valid(code, '2026-04-20')]).toEqual([code, true]);
  },
  'SEED-B16': () => {
    const half = values('medicare/scs').filter(({ value }) => value === 50);
    expect(half.length).toBeGreaterThan(0);
  },
  'SEED-B17': () => {
    const beside = (on: string) =>
      ids(
        billed(on, [
          { code: '64447', modifiers: ['RT'] },
          { code: '76942', modifiers: ['26'] },
        ]),
      );
    expect(beside('2026-04-20').some((id) => /^edit\/(guidance|pair)\//.test(id))).toBe(true);
    expect(guidance('64425', '2026-04-20')).toBe('separate');
  },
  'SEED-B18': () =>
    expect(library.edits.addOns.flatMap(({ rows }) => rows).find(({ addOn }) => addOn === '64421')?.primaries).toEqual([
      '64420',
    ]),
  'SEED-B19': () => {
    expect(codes(done(named('sympathetic-block', 'impar', 'sympathetic')))).not.toContain('64520');
    expect(record('64520')?.family).toBe('sympathetic');
  },
  'SEED-B20': () => {
    const limits = values('medicare/acupuncture').map(({ value }) => value);
    expect(limits).toEqual(expect.arrayContaining([12, 20]));
    expect(
      criteria('medicare/acupuncture').some(
        ({ id, finding }) => finding.severity === 'block' && /visit|limit|frequency|year|twenty/.test(id),
      ),
    ).toBe(true);
  },
  'SEED-B21': () => {
    expect(['20560', '20561'].map((code) => record(code)?.family)).toEqual(['dry-needling', 'dry-needling']);
    expect(
      ids(
        billed('2026-04-20', [
          { code: '97810', diagnoses: ['M54.50'] },
          { code: '20560', diagnoses: ['M54.50'] },
        ]),
      ).some((id) => id.startsWith('edit/pair/')),
    ).toBe(true);
  },
  'SEED-B22': () =>
    expect(
      ids(
        billed('2026-04-20', [
          { code: '64615', diagnoses: ['G43.709'] },
          { code: 'J0585', units: 155, diagnoses: ['G43.709'] },
        ]),
      ),
    ).toContain('edit/drug/waste-not-told'),
  'SEED-B23': () => {
    const found = done({
      family: 'botulinum',
      kind: 'toxin-migraine',
      targets: [],
      attributes: { indication: 'chronic-migraine' },
      agents: [{ drug: 'onabotulinumtoxin-a', units: 155, wasted: 45, singleDose: true }],
    });
    const drug = found.lines
      .filter(({ code }) => code === 'J0585')
      .map(({ modifiers, units }) => [modifiers.join(), units]);
    expect(drug).toEqual([
      ['', 155],
      ['JW', 45],
    ]);
  },
  'SEED-B24': () => {
    for (const code of ['64617', '64653', '67345', '46505', '95873', '95874'])
      expect([code, valid(code, '2026-04-20')]).toEqual([code, true]);
    const drugs = library.drugs.flatMap(({ billing }) => billing.map(({ code }) => code));
    expect(drugs).toEqual(expect.arrayContaining(['J0585', 'J0586', 'J0587', 'J0588', 'J0589']));
  },
  'SEED-B25': () => {
    const found = billed('2026-04-20', [{ code: '64616', modifiers: ['RT'], diagnoses: ['M79.18'] }]);
    expect(found.determinations.map(({ outcome }) => outcome)).not.toContain('meets');
  },
  'SEED-B26': () => {
    const asked = (on: string, lines: Line[], context: object) =>
      billed(on, lines, context)
        .authorization.filter(({ status }) => status !== 'not-required')
        .map(({ program }) => program);
    const toxin = [
      { code: '64615', diagnoses: ['G43.709'] },
      { code: 'J0585', units: 155, modifiers: ['JZ'], diagnoses: ['G43.709'] },
    ];
    expect(asked('2020-06-30', toxin, { placeOfService: '22' })).not.toContain('hospital-outpatient');
    expect(asked('2020-07-01', toxin, { placeOfService: '22' })).toContain('hospital-outpatient');
    expect(library.programs.programs.some(({ program }) => program === 'surgical-center-demonstration')).toBe(true);
  },
  'SEED-B27': () =>
    expect(library.edits.studies.find(({ codes: own }) => own.includes('62330'))?.places).toEqual(['19', '22', '24']),
  'SEED-B28': () => {
    expect(library.edits.units.every(({ edition, from }) => edition.length > 0 && from !== undefined)).toBe(true);
    const due = staleLibrary(directory, date('2026-11-21')).files.map(({ file }) => file);
    expect(due.filter((file) => /(pairs|units)-2024q3/.test(file ?? '')).length).toBeGreaterThan(1);
  },
};

describe('statements that were wrong in the documents the project began from', () => {
  const file = open.register.find(({ path }) => path === 'register/seeds.csv');
  const rows = parseCsv(file?.text ?? '').rows.map(({ cells }) => cells['rule'] ?? '');

  it('has a test for every row and a row for every test', () => {
    expect(rows.toSorted()).toEqual(Object.keys(TESTS).toSorted());
  });

  it.each(Object.keys(TESTS))('%s', (rule) => TESTS[rule]?.());
});
