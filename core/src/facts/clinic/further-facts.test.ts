import { describe, expect, it } from 'vitest';
import { readDisability, readUntreatedRadiculopathy, readZosterCourse } from './complaint-course.ts';
import { readExcludedTechniques } from './excluded-techniques.ts';
import { readRepeatReasons } from './repeat-reasons.ts';
import { chartOf, facetProcedure, lumbarEpidural, valuesOf } from './testing.ts';

const block = {
  ...facetProcedure('facet-injection'),
  agents: [{ drug: 'lidocaine', role: 'anesthetic' as const, evidence: [] }],
};
const complaint = (text: string) => {
  const chart = chartOf(text, [lumbarEpidural()]);
  return valuesOf([...readZosterCourse(chart), ...readUntreatedRadiculopathy(chart), ...readDisability(chart)]);
};
const repeat = (text: string) => valuesOf(readRepeatReasons(chartOf(text, [block])));
const technique = (text: string) => valuesOf(readExcludedTechniques(chartOf(text, [block])));

describe('how the complaint stands', () => {
  it.each([
    [
      'HISTORY: Acute zoster of the L4 dermatome; pain persists despite valacyclovir and gabapentin.',
      'indication.zoster-refractory',
      true,
    ],
    ['HISTORY: Shingles two weeks ago. The pain responded well to gabapentin.', 'indication.zoster-refractory', false],
    ['HISTORY: Leg pain persists despite medications.', 'indication.zoster-refractory', undefined],
    ['HISTORY: No radiculopathy.', 'pain.radiculopathy-untreated', false],
    ['HISTORY: He has an untreated lumbar radiculopathy.', 'pain.radiculopathy-untreated', true],
    ['HISTORY: The leg pain resolved after the epidural injection.', 'pain.radiculopathy-untreated', false],
    ['HISTORY: Lumbar radiculopathy.', 'pain.radiculopathy-untreated', undefined],
    ['HISTORY: She is unable to work because of the back pain.', 'course.functional-disability', true],
    ['HISTORY: He has not missed work.', 'course.functional-disability', false],
    ['HISTORY: Oswestry disability index 44.', 'course.functional-disability', undefined],
    ['FAMILY HISTORY: Mother unable to work.', 'course.functional-disability', undefined],
  ])('%s', (text, name, expected) => expect(complaint(text)[name]).toBe(expected));
});

describe('why a session follows another', () => {
  it.each([
    [
      'HISTORY: The first block on 02/20/2026 gave 85% relief for 5 hours.',
      'repeat.interval-exception-documented',
      false,
    ],
    [
      'HISTORY: The first block on 02/20/2026 gave 85% relief. Interval less than two weeks because the patient lives far away.',
      'repeat.interval-exception-documented',
      true,
    ],
    ['HISTORY: The first block on 01/20/2026 gave 85% relief.', 'repeat.interval-exception-documented', undefined],
    [
      'HISTORY: The previous blocks were negative at L3-4, so the adjacent joints are tested today.',
      'repeat.other-levels-tested',
      true,
    ],
    ['HISTORY: Back pain.', 'repeat.other-levels-tested', undefined],
    ['HISTORY: Since the ablation the pain source is in doubt.', 'facet.pain-source-in-doubt', true],
    ['HISTORY: Recurrence of the same axial pain.', 'facet.pain-source-in-doubt', false],
    ['HISTORY: The L4-5 facet cyst was aspirated once last year.', 'prior.cyst-procedure-count', 1],
    ['HISTORY: L4-5 synovial cyst, never aspirated.', 'prior.cyst-procedure-count', 0],
    ['IMAGING: L4-5 facet cyst.', 'prior.cyst-procedure-count', undefined],
  ])('%s', (text, name, expected) => expect(repeat(text)[name]).toBe(expected));
});

describe('techniques that no policy covers', () => {
  it.each([
    ['DESCRIPTION: Lidocaine was injected at each nerve.', false, false],
    ['DESCRIPTION: Hypertonic dextrose solution was injected.', true, false],
    ['DESCRIPTION: A facet dowel was placed at L4-5.', false, true],
    ['DESCRIPTION: No prolotherapy, no facet implant. Lidocaine was injected.', false, false],
  ])('%s', (text, prolotherapy, implant) => {
    const values = technique(text);
    expect([values['procedure.prolotherapy'], values['procedure.facet-implant'] ?? false]).toEqual([
      prolotherapy,
      implant,
    ]);
  });
  it('says nothing of a procedure that is not described', () =>
    expect(valuesOf(readExcludedTechniques(chartOf('PLAN: facet dowel', [facetProcedure('facet-injection')])))).toEqual(
      {},
    ));
});
