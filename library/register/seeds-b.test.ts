import { expect } from 'vitest';
import { date } from '../../core/src/model/date.ts';
import { staleLibrary } from '../src/upkeep/stale.ts';
import {
  billed,
  codes,
  criteria,
  directory,
  documentOf,
  done,
  guidance,
  ids,
  judge,
  library,
  type Line,
  MEDICARE,
  named,
  record,
  testRows,
  valid,
  values,
} from './seeds.fixture.ts';

testRows('SEED-B', {
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
        context: { ...MEDICARE, dateOfService: '2026-04-20' },
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
});
