import { describe, expect, it } from 'vitest';
import { date } from '../../model/date.ts';
import type { Condition } from '../../model/law/diagnosis.ts';
import type { Procedure, Target } from '../../model/procedure.ts';
import { codeDiagnoses } from './code-diagnoses.ts';
import { prepareDiagnoses } from './prepare-diagnoses.ts';

const citation = { document: 'invented', gist: 'for this test', confidence: 'high' as const };
const condition = (name: string, names: string[], codes: Condition['codes'], symptom = false): Condition => ({
  condition: name,
  title: name,
  names,
  symptom,
  codes,
  citation,
});
const law = prepareDiagnoses([
  condition(
    'radiculopathy',
    ['radiculopath*'],
    [
      { code: 'R-LS', region: ['lumbosacral'] },
      { code: 'R-C', region: ['cervical'] },
      { code: 'R-L', region: ['lumbar'] },
      { code: 'R-ANY' },
    ],
  ),
  condition(
    'disc-displacement',
    ['dis* displacement*', 'dis* herniation*'],
    [
      { code: 'DR-L', region: ['lumbar'], with: ['radiculopathy'] },
      { code: 'D-C56', region: ['cervical'], level: ['C5-C6'] },
      { code: 'D-L', region: ['lumbar'] },
    ],
  ),
  condition(
    'back-pain',
    ['low back pain'],
    [
      { code: 'B-OLD', through: date('2021-09-30') },
      { code: 'B', from: date('2021-10-01') },
    ],
    true,
  ),
  condition('crps', ['crps'], [{ code: 'CRPS-UL', part: ['upper-limb'], side: 'left' }, { code: 'CRPS' }]),
]);
const at = (kind: Target['kind'], name: string, side: Target['side']): Procedure => ({
  id: 'p1',
  family: 'epidural',
  kind: 'epidural-transforaminal',
  targets: [{ kind, name, side, evidence: [] }],
  guidance: { modality: undefined, contrast: undefined, imagesSaved: undefined, evidence: [] },
  agents: [],
  attributes: {},
  evidence: [],
});
const code = (words: string[], procedures: Procedure[] = [], on = '2026-03-02') =>
  codeDiagnoses(
    words.map((entry) => ({ words: entry, evidence: [] })),
    procedures,
    law,
    date(on),
  ).map((entry) => entry.code);

describe('codeDiagnoses', () => {
  it.each<[string, string[], Procedure[], string[]]>([
    ['region in words', ['Lumbar disk displacement'], [], ['D-L']],
    ['plural and spelling', ['lumbar disc herniations'], [], ['D-L']],
    ['two conditions make a more exact one', ['Lumbar disc herniation with radiculopathy'], [], ['DR-L']],
    ['also across statements', ['Lumbar radiculopathy', 'Lumbar disc herniation'], [], ['DR-L']],
    ['only of the same part of the spine', ['Cervical radiculopathy', 'Lumbar disc herniation'], [], ['R-C', 'D-L']],
    ['the level makes it exact', ['Cervical disc displacement C5-6'], [], ['D-C56']],
    ['the procedure tells the region', ['radiculopathy'], [at('interspace', 'L4-L5', 'left')], ['R-L']],
    ['L5-S1 is lumbosacral', ['lumbar radiculopathy'], [at('interspace', 'L5-S1', 'left')], ['R-LS']],
    ['nothing tells the region', ['radiculopathy'], [], ['R-ANY']],
    ['a symptom gives way', ['Low back pain', 'Lumbar radiculopathy'], [], ['R-L']],
    ['a symptom alone stands', ['Low back pain'], [], ['B']],
    ['side and part', ['CRPS of left upper extremity'], [], ['CRPS-UL']],
    ['side unknown falls back', ['CRPS of upper extremity'], [], ['CRPS']],
    ['what is denied is not coded', ['lumbar disc herniation without radiculopathy'], [], ['D-L']],
    [
      'nor what no sign is found of',
      ['lumbar disc herniation, no evidence of myelopathy or radiculopathy'],
      [],
      ['D-L'],
    ],
    ['nor what is denied in short', ['lumbar disc herniation w/o myelopathy or radiculopathy'], [], ['D-L']],
    ['a denial of something else stands apart', ['no relief from lumbar radiculopathy'], [], ['R-L']],
    ['words that are no condition', ['patient is well'], [], []],
    ['part of a word is not heard', ['monoradiculopathyish'], [], []],
  ])('%s', (_, words, procedures, codes) => expect(code(words, procedures)).toEqual(codes));

  it('takes the code that is valid on the date', () =>
    expect(code(['low back pain'], [], '2021-09-30')).toEqual(['B-OLD']));
  it('takes written codes as they stand', () => {
    const coded = codeDiagnoses(
      [{ code: 'M54.16', words: 'Lumbar radiculopathy', evidence: [] }],
      [],
      law,
      date('2026-03-02'),
    );
    expect(coded.map((entry) => entry.code)).toEqual(['M54.16']);
  });
});
