import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { prepareCoding } from '@interspace/core/coding/prepare-coding';
import { proposeCodes } from '@interspace/core/coding/propose-codes';
import { date } from '@interspace/core/model/date';
import type { Procedure } from '@interspace/core/model/procedure';
import type { ResolvedContext } from '@interspace/core/model/resolved-context';
import { openLibrary } from '../src/read.ts';
import { agent, linesInWords, procedure } from './build-procedure.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = prepareCoding(library);

function code(procedures: Procedure | Procedure[], context: Partial<ResolvedContext> = {}) {
  const list = [procedures].flat().map((one, index) => ({ ...one, id: `p${index + 1}` }));
  return proposeCodes({ procedures: list }, { dateOfService: date('2026-03-02'), ...context }, law);
}

type Case = [what: string, done: Procedure | Procedure[], lines: string, context?: Partial<ResolvedContext>];

const diagnostic = { intent: 'diagnostic' } as const;
const therapeutic = { intent: 'therapeutic' } as const;

describe('what was done becomes lines (worked cases of the reference, lines only)', () => {
  const cases: Case[] = [
    ['C01 lumbar interlaminar', procedure('epidural-interlaminar', 'L4-L5'), '62323 x1'],
    [
      'C02 two foraminal levels of one side',
      procedure('epidural-transforaminal', 'L4-L5 left, L5-S1 left'),
      '64483-LT x1; 64484-LT x1',
    ],
    [
      'C03 one level on both sides, professional',
      procedure('epidural-transforaminal', 'L5-S1 both'),
      '64483-50 x1',
      { placeOfService: '22' },
    ],
    [
      'C04 the same at a surgical center',
      procedure('epidural-transforaminal', 'L5-S1 both'),
      '64483-RT x1; 64483-LT x1',
      { claimType: 'asc' },
    ],
    ['C16 the foramen T12-L1 is thoracic', procedure('epidural-transforaminal', 'T12-L1 left'), '64479-LT x1'],
    [
      'C17 foraminal under ultrasound',
      procedure('epidural-transforaminal', 'L4-L5 left', { guidance: 'ultrasound' }),
      '64999 x1',
    ],
    ['C19 thoracic interlaminar', procedure('epidural-interlaminar', 'T6-T7'), '62321 x1'],
    [
      'C20 selective root block',
      procedure('selective-nerve-root-block', 'root L5 right', diagnostic),
      '64483-RT-KX x1',
    ],
    ['C23 caudal under ultrasound', procedure('epidural-caudal', '', { guidance: 'ultrasound' }), '62322 x1'],
    [
      'C27 three nerves on both sides are two joints',
      procedure('medial-branch-block', 'nerve L3 both, nerve L4 both, nerve L5 both', diagnostic),
      '64493-50-KX x1; 64494-50-KX x1',
    ],
    [
      'C31 two joints ablated',
      procedure('facet-ablation', 'L4-L5 right, L5-S1 right', {
        attributes: { 'ablation.method': 'thermal', 'ablation.temperature-c': 85 },
      }),
      '64635-RT x1; 64636-RT x1',
    ],
    ['C32 on both sides', procedure('facet-ablation', 'L4-L5 both, L5-S1 both'), '64635-50 x1; 64636-50 x1'],
    [
      'C34 three joints ablated',
      procedure('facet-ablation', 'L3-L4 right, L4-L5 right, L5-S1 right'),
      '64635-RT x1; 64636-RT x2',
    ],
    [
      'C38 pulsed',
      procedure('facet-ablation', 'L4-L5 right', { attributes: { 'ablation.method': 'pulsed' } }),
      '64999 x1',
    ],
    ...([79, 80, 81] as const).map((degrees): Case => [
      `an ablation at ${degrees} C`,
      procedure('facet-ablation', 'L4-L5 right', { attributes: { 'ablation.temperature-c': degrees } }),
      degrees < 80 ? '64999 x1' : '64635-RT x1',
    ]),
    [
      'a cooled ablation, whatever its tip shows',
      procedure('facet-ablation', 'L4-L5 right', {
        attributes: { 'ablation.method': 'cooled', 'ablation.temperature-c': 60 },
      }),
      '64635-RT x1',
    ],
    [
      'C38 not above 80 C',
      procedure('facet-ablation', 'L4-L5 right', { attributes: { 'ablation.temperature-c': 42 } }),
      '64999 x1',
    ],
    [
      'C43 third occipital nerve and C3-C4',
      procedure('medial-branch-block', 'nerve TON right, nerve C3 right, nerve C4 right', diagnostic),
      '64490-RT-KX x1; 64491-RT-KX x1',
    ],
    [
      'C44 cyst rupture and foraminal injection',
      [procedure('facet-cyst-rupture', 'L4-L5 right'), procedure('epidural-transforaminal', 'root L5 right')],
      '64493-RT x1; 64483-RT x1',
    ],
    ['C50 sacroiliac joint', procedure('si-joint-injection', 'si-joint right', diagnostic), '27096-RT-KX x1'],
    [
      'C50 at a surgical center',
      procedure('si-joint-injection', 'si-joint right', diagnostic),
      'G0260-RT-KX x1',
      { claimType: 'asc' },
    ],
    ['C53 sacroiliac ablation', procedure('sacral-lateral-branch-ablation', 'si-joint right'), '64625-RT x1'],
    [
      'C55 four muscles',
      procedure('trigger-point-injection', 'trapezius, levator-scapulae, rhomboid, splenius', { guidance: 'none' }),
      '20553 x1',
    ],
    [
      'C58 occipital, both sides',
      procedure('peripheral-nerve-block', 'greater-occipital both', { guidance: 'none' }),
      '64405-50 x1',
    ],
    [
      'C59 femoral, 2026',
      procedure('peripheral-nerve-block', 'femoral left', { guidance: 'ultrasound+image' }),
      '64447-LT x1',
    ],
    [
      'C59 femoral, 2022',
      procedure('peripheral-nerve-block', 'femoral left', { guidance: 'ultrasound+image' }),
      '64447-LT x1; 76942-26 x1',
      { dateOfService: date('2022-11-01'), placeOfService: '22' },
    ],
    [
      'C61 two genicular branches',
      procedure('genicular-nerve-block', 'genicular-superolateral right, genicular-superomedial right'),
      '64454-52-RT x1',
    ],
    [
      'C62 erector spinae 2024',
      procedure('fascial-plane-block', 'erector-spinae both', { guidance: 'ultrasound+image' }),
      '64999 x1',
      { dateOfService: date('2024-12-10') },
    ],
    [
      'C62 erector spinae 2025',
      procedure('fascial-plane-block', 'erector-spinae both', { guidance: 'ultrasound+image' }),
      '64468 x1',
      { dateOfService: date('2025-02-10') },
    ],
    ['C64 ganglion impar', procedure('sympathetic-block', 'impar'), '64999 x1'],
    ['C65 decompression in 2026', procedure('lumbar-decompression', 'L3-L4'), '62330 x1'],
  ];
  it.each(cases)('%s', (_, done, lines, context) => {
    expect(linesInWords(code(done, context).lines)).toBe(lines);
  });
});

describe('the traps around them', () => {
  const cases: Case[] = [
    ['no side, no modifier', procedure('epidural-transforaminal', 'L4-L5'), '64483 x1'],
    [
      'different sides at different levels',
      procedure('epidural-transforaminal', 'L4-L5 left, L5-S1 both'),
      '64483-50 x1; 64484-LT x1',
    ],
    ['root and foramen are one level', procedure('epidural-transforaminal', 'root L5 left, L5-S1 left'), '64483-LT x1'],
    [
      'the S1 root is lumbar or sacral',
      procedure('epidural-transforaminal', 'root L5 right, root S1 right'),
      '64483-RT x1; 64484-RT x1',
    ],
    [
      'two entries of a note are one sequence',
      [procedure('epidural-transforaminal', 'L4-L5 left'), procedure('epidural-transforaminal', 'L5-S1 left')],
      '64483-LT x1; 64484-LT x1',
    ],
    [
      'left and right entries of one level are both sides',
      [procedure('epidural-transforaminal', 'L4-L5 left'), procedure('epidural-transforaminal', 'L4-L5 right')],
      '64483-50 x1',
    ],
    [
      'three further levels',
      procedure('epidural-transforaminal', 'L2-L3 left, L3-L4 left, L4-L5 left'),
      '64483-LT x1; 64484-LT x2',
    ],
    ['C7-T1 is cervical', procedure('epidural-interlaminar', 'C7-T1'), '62321 x1'],
    ['two spaces in one region are one unit', procedure('epidural-interlaminar', 'L3-L4, L4-L5'), '62323 x1'],
    [
      'two regions',
      [procedure('epidural-interlaminar', 'C6-C7'), procedure('epidural-interlaminar', 'L4-L5')],
      '62321 x1; 62323 x1',
    ],
    ['imaging not told', procedure('epidural-interlaminar', 'L4-L5', { guidance: 'unknown' }), '62322 x1'],
    ['without imaging', procedure('epidural-interlaminar', 'C7-T1', { guidance: 'none' }), '62320 x1'],
    [
      'catheter left in',
      procedure('epidural-interlaminar', 'L3-L4', { attributes: { 'catheter.indwelling': true } }),
      '62327 x1',
    ],
    [
      'catheter left in, imaging not told',
      procedure('epidural-interlaminar', 'T8-T9', { guidance: 'unknown', attributes: { 'catheter.indwelling': true } }),
      '62324 x1',
    ],
    ['caudal without a level', procedure('epidural-caudal', ''), '62323 x1'],
    ['level left blank', procedure('epidural-transforaminal', '? cervical'), '64479 x1'],
    [
      'only contrast',
      procedure('epidural-transforaminal', 'L4-L5 right', { agents: [agent('iohexol', 'contrast')] }),
      '64999 x1',
    ],
    [
      'border of the regions, facet',
      procedure('medial-branch-block', 'T12-L1 both, L1-L2 both', diagnostic),
      '64490-50-KX x1; 64494-50-KX x1',
    ],
    [
      'four facet joints',
      procedure('facet-injection', 'L2-L3 left, L3-L4 left, L4-L5 left, L5-S1 left', therapeutic),
      '64493-LT x1; 64494-LT x1; 64495-LT x1',
    ],
    [
      'rest levels on different sides',
      procedure('facet-injection', 'L2-L3 left, L3-L4 left, L4-L5 left, L5-S1 right', therapeutic),
      '64493-LT x1; 64494-LT x1; 64495-50 x1',
    ],
    [
      'facet under ultrasound',
      procedure('facet-injection', 'C4-C5 left, C5-C6 left', { ...therapeutic, guidance: 'ultrasound' }),
      '0213T-LT x1; 0214T-LT x1',
    ],
    [
      'facet in two regions',
      procedure('facet-injection', 'C5-C6 left, L4-L5 left', therapeutic),
      '64490-LT x1; 64493-LT x1',
    ],
    [
      'thoracic nerves',
      procedure('medial-branch-block', 'nerve T8 both, nerve T9 both, nerve T10 both, nerve T11 both', diagnostic),
      '64490-50-KX x1; 64491-50-KX x1; 64492-50-KX x1',
    ],
    [
      'no KX for a plan that does not use it',
      procedure('facet-injection', 'L4-L5 left', diagnostic),
      '64493-LT x1',
      { payer: 'commercial' },
    ],
    [
      'ablation on both sides at a center',
      procedure('facet-ablation', 'L4-L5 both'),
      '64635-RT x1; 64635-LT x1',
      { claimType: 'asc' },
    ],
    [
      'sacroiliac without fluoroscopy',
      procedure('si-joint-injection', 'si-joint both', { guidance: 'none' }),
      '20552 x1',
    ],
    [
      'hip under fluoroscopy in a hospital',
      procedure('joint-injection', 'hip both'),
      '20610-50 x1; 77002-26 x1',
      { placeOfService: '22' },
    ],
    [
      'knee with a kept ultrasound image',
      procedure('joint-injection', 'knee left', { guidance: 'ultrasound+image' }),
      '20611-LT x1',
    ],
    [
      'shoulder and knee of one side',
      procedure('joint-injection', 'shoulder right, knee right', { guidance: 'none' }),
      '20610-RT x1; 20610-59-RT x1',
    ],
    [
      'two small joints of one name',
      procedure('joint-injection', 'costochondral, costochondral'),
      '20600 x2; 77002 x1',
    ],
    ['stellate under fluoroscopy', procedure('sympathetic-block', 'stellate right'), '64510-RT x1; 77003 x1'],
    [
      'superior hypogastric has no side',
      procedure('sympathetic-block', 'superior-hypogastric both'),
      '64517 x1; 77003 x1',
    ],
    [
      'third occipital belongs to the facet family',
      procedure('peripheral-nerve-block', 'third-occipital right'),
      '64490-RT x1',
    ],
    [
      'intercostal levels',
      procedure('intercostal-nerve-block', 'T4 left, T5 left, T6 left', { guidance: 'none' }),
      '64420-LT x1; 64421-LT x2',
    ],
    [
      'a nerve without its own code',
      procedure('peripheral-nerve-block', 'superior-gluteal left', { guidance: 'none' }),
      '64450-LT x1',
    ],
    [
      'same muscle on both sides counts twice',
      procedure('trigger-point-injection', 'trapezius both, levator-scapulae left', { guidance: 'none' }),
      '20553 x1',
    ],
    ['muscles not named', procedure('trigger-point-injection', '', { guidance: 'none' }), '20552 x1'],
    ['basivertebral, three bodies', procedure('basivertebral-ablation', 'L3, L4, L5'), '64628 x1; 64629 x1'],
    ['kyphoplasty across the border', procedure('kyphoplasty', 'T12, L1'), '22513 x1; 22515 x1'],
    ['discography', procedure('discography', 'L3-L4, L4-L5, L5-S1'), '62290 x3'],
    [
      'plantar nerve',
      procedure('plantar-digital-nerve-injection', 'third-space left', { guidance: 'none' }),
      '64455-LT x1',
    ],
    ['carpal tunnel', procedure('carpal-tunnel-injection', 'carpal-tunnel both', { guidance: 'none' }), '20526-50 x1'],
    [
      'lateral branches',
      procedure('sacral-lateral-branch-block', 'S1 left, S2 left, S3 left', diagnostic),
      '64451-LT-KX x1',
    ],
    ['blood patch', procedure('epidural-blood-patch', '', { guidance: 'none' }), '62273 x1'],
  ];
  it.each(cases)('%s', (_, done, lines, context) => {
    expect(linesInWords(code(done, context).lines)).toBe(lines);
  });

  it.each([
    [
      'imaging not told',
      procedure('epidural-interlaminar', 'L4-L5', { guidance: 'unknown' }),
      'coding/epidural/interlaminar/guidance',
    ],
    ['side not told', procedure('epidural-transforaminal', 'L4-L5'), 'coding/side-unknown'],
    ['level blank', procedure('epidural-transforaminal', '? lumbar left'), 'coding/level-unknown'],
    ['region unknown', procedure('epidural-interlaminar', ''), 'coding/region-unknown'],
    ['facet intent not told', procedure('facet-injection', 'L4-L5 left'), 'coding/facet/injection/intent'],
    [
      'nerve that completes no joint',
      procedure('medial-branch-block', 'nerve L3 left, nerve L4 left, nerve C5 left', diagnostic),
      'coding/nerves-left',
    ],
    ['kind without a recipe', procedure('cryoneurolysis-of-everything', 'L4-L5'), 'coding/recipe-missing'],
    ['joint not in the list', procedure('joint-injection', 'hyoid left'), 'coding/site-unknown'],
  ])('asks: %s', (_, done, id) => {
    expect(code(done).findings.map((finding) => finding.id)).toContain(id);
  });
});

describe('the border of two regions', () => {
  it('an ablation on both sides of it is shown to a coder, not joined', () => {
    const { lines, findings } = code(procedure('facet-ablation', 'T12-L1 left, L1-L2 left'));
    expect(linesInWords(lines)).toBe('64633-LT x1; 64635-LT x1');
    expect(findings.map((finding) => finding.id)).toContain('coding/two-regions');
  });
  it('ultrasound has no such rule', () => {
    const done = procedure('facet-injection', 'T12-L1 left, L1-L2 left', { ...therapeutic, guidance: 'ultrasound' });
    expect(linesInWords(code(done).lines)).toBe('0213T-LT x1; 0216T-LT x1');
  });
  it('three levels across it', () => {
    const done = procedure('facet-injection', 'T12-L1 left, L1-L2 left, L2-L3 left', therapeutic);
    expect(linesInWords(code(done).lines)).toBe('64490-LT x1; 64494-LT x1; 64495-LT x1');
  });
});
