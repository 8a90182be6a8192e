import { describe, expect, it } from 'vitest';
import { readDiagnosticImaging } from './diagnostic-imaging.ts';
import { chartOf, facetProcedure, lumbarEpidural, valuesOf } from './testing.ts';

const of = (text: string, procedures = [lumbarEpidural()]) =>
  valuesOf(readDiagnosticImaging(chartOf(text, procedures)));

describe('imaging', () => {
  it('modality, date, finding, level, side and agreement', () => {
    expect(
      of(
        'HISTORY: MRI of the lumbar spine dated 1/12/2026 shows an L4-5 disc protrusion with left foraminal stenosis.',
      ),
    ).toEqual({
      'imaging.modality': 'mri',
      'imaging.date': '2026-01-12',
      'imaging.finding': ['disc-herniation', 'foraminal-stenosis'],
      'imaging.levels': ['L4-L5'],
      'imaging.side': 'left',
      'imaging.stenosis-cause': ['disc-herniation'],
      'imaging.concordant': true,
    });
  });

  it.each([
    ['the other side', 'MRI shows a right L4-L5 disc herniation.', 'unknown'],
    ['another level', 'MRI shows a left L3-L4 disc herniation.', 'unknown'],
    ['no side', 'MRI shows an L4-L5 disc herniation.', 'unknown'],
    ['a central finding', 'CT myelogram demonstrated severe central canal stenosis at L4/5.', true],
    ['both sides', 'MRI reveals bilateral neuroforaminal stenosis at L4-5.', true],
    ['a finding that squeezes nothing', 'MRI shows left facet arthropathy at L4-5.', 'unknown'],
    ['two levels apart', 'MRI shows right-sided protrusion at L3-4 and left foraminal narrowing at L4-5.', true],
    [
      'a report over two sentences',
      'MRI of the lumbar spine was reviewed. It shows a left paracentral disc extrusion at L4-L5.',
      true,
    ],
    ['no report', 'MRI was recommended.', undefined],
    ['absence', 'MRI shows no stenosis or disc herniation at L4-5 on the left.', undefined],
    ['guidance', 'The needle was placed under CT.', undefined],
    ['another part of the body', 'MRI of the left knee shows a protrusion.', undefined],
  ])('agreement: %s', (_, text, expected) => expect(of(`HISTORY: ${text}`)['imaging.concordant']).toBe(expected));

  it('a root is squeezed at the disc above or at its own foramen', () => {
    const procedure = lumbarEpidural();
    const root = { ...procedure, targets: [{ ...procedure.targets[0]!, kind: 'nerve-root' as const, name: 'L5' }] };
    expect(of('HISTORY: MRI shows a left L4-5 disc protrusion.', [root])['imaging.concordant']).toBe(true);
    expect(of('HISTORY: MRI shows a left L2-3 disc protrusion.', [root])['imaging.concordant']).toBe('unknown');
  });

  it.each([
    [
      'IMAGING: X-rays of the lumbar spine show facet arthropathy L4-5 and L5-S1. No fracture, tumor or infection.',
      { 'imaging.modality': 'x-ray', 'imaging.other-cause': false },
    ],
    ['HISTORY: MRI shows an acute compression fracture at L2.', { 'imaging.other-cause': true }],
    [
      'HISTORY: MRI shows a synovial cyst at L4-5 compressing the left L5 nerve root.',
      { 'imaging.facet-cyst-compressing-root': true },
    ],
    [
      'HISTORY: CT dated 2025-11-02 revealed severe degenerative disc disease with foraminal stenosis at L5-S1.',
      { 'imaging.severe-degeneration': true, 'imaging.date': '2025-11-02' },
    ],
  ])('%s', (text, expected) => expect(of(text, [facetProcedure('facet-injection')])).toMatchObject(expected));

  it('a T2-weighted image names no level', () => {
    expect(of('IMAGING: T2 weighted MRI of the lumbar spine shows disc bulging.')['imaging.levels']).toBeUndefined();
  });

  it('findings of another region are left out', () => {
    expect(
      of('HISTORY: MRI of the cervical spine shows C5-6 foraminal stenosis on the right.')['imaging.finding'],
    ).toBeUndefined();
  });
});
