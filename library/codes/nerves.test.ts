import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { prepareCoding } from '@interspace/core/coding/prepare-coding';
import { proposeCodes } from '@interspace/core/coding/propose-codes';
import { date } from '@interspace/core/model/date';
import type { Procedure } from '@interspace/core/model/procedure';
import { openLibrary } from '../src/read.ts';
import { linesInWords, procedure } from './build-procedure.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = prepareCoding(library);

function code(done: Procedure, on = '2026-03-02') {
  return proposeCodes({ procedures: [done] }, { dateOfService: date(on) }, law);
}
const blind = { guidance: 'none' };
const pulsed = { attributes: { 'ablation.method': 'pulsed' } };
const cold = { attributes: { 'ablation.method': 'cryo' } };

describe('nerves, planes and ganglia become lines', () => {
  it.each([
    [
      'branches of one nerve are one unit',
      'peripheral-nerve-block',
      'supraorbital both, auriculotemporal both',
      blind,
      '64400-50 x1',
    ],
    [
      'two nerves of the groin share their code',
      'peripheral-nerve-block',
      'ilioinguinal left, iliohypogastric left',
      blind,
      '64425-LT x1',
    ],
    [
      'one on each side of them are both sides',
      'peripheral-nerve-block',
      'ilioinguinal left, iliohypogastric right',
      blind,
      '64425-50 x1',
    ],
    [
      'two nerves under the general code are told apart',
      'peripheral-nerve-block',
      'sural left, saphenous left',
      blind,
      '64450-LT x1; 64450-59-LT x1',
    ],
    [
      'the nerve of the adductor canal goes with the femoral one',
      'peripheral-nerve-block',
      'adductor-canal right',
      blind,
      '64447-RT x1',
    ],
    [
      'two planes of one side of the abdomen',
      'fascial-plane-block',
      'transversus-abdominis left, rectus-sheath left',
      {},
      '64486-LT x1',
    ],
    ['planes of the chest on both sides', 'fascial-plane-block', 'serratus left, pectoral right', {}, '64468 x1'],
    ['celiac plexus and splanchnic nerves', 'sympathetic-block', 'celiac midline, splanchnic midline', {}, '64530 x1'],
    [
      'destruction of a nerve with a code of its own',
      'peripheral-nerve-ablation',
      'trigeminal left',
      {},
      '64610-LT x1',
    ],
    ['pulsed treatment stands before that code', 'peripheral-nerve-ablation', 'trigeminal left', pulsed, '64999 x1'],
    [
      'freezing of two nerves is written once',
      'peripheral-nerve-ablation',
      'sural left, saphenous left',
      cold,
      '64999 x1',
    ],
    [
      'destruction of three intercostal nerves',
      'intercostal-nerve-ablation',
      'T5 left, T6 left, T7 left',
      {},
      '64620 x3',
    ],
    ['refill of a pump', 'pump-refill', '', { attributes: { 'pump.filled-by': 'clinician' } }, '62370 x1'],
    ['reading of a pump without change', 'pump-analysis', '', {}, '62367 x1'],
    [
      'a paravertebral catheter over three levels',
      'paravertebral-block',
      'T10 left, T11 left, T12 left',
      { attributes: { 'catheter.indwelling': true } },
      '64463-LT x1',
    ],
    [
      'paravertebral shots at three levels',
      'paravertebral-block',
      'T4 left, T5 left, T6 left',
      {},
      '64461-LT x1; 64462-LT x1',
    ],
  ])('%s', (_, kind, targets, more, lines) =>
    expect(linesInWords(code(procedure(kind, targets, more)).lines.filter((line) => line.kind !== 'guidance'))).toBe(
      lines,
    ),
  );

  it('before 2020 several intercostal levels are left to a coder', () => {
    const done = procedure('intercostal-nerve-block', 'T4 left, T5 left', blind);
    expect(code(done, '2019-12-31').lines).toEqual([]);
    expect(code(done, '2019-12-31').findings.map((finding) => finding.id)).toContain('coding/recipe-missing');
    expect(linesInWords(code(done, '2020-01-01').lines)).toBe('64420-LT x1; 64421-LT x1');
  });
  it('a plane without a code is not coded', () => {
    expect(code(procedure('fascial-plane-block', 'quadratus-lumborum left')).lines).toEqual([]);
  });
});
