import { describe, expect, it } from 'vitest';
import { readClaudication, readFlavum, readLegScore, readStudy } from './decompression-course.ts';
import { readStimulationCourse } from './stimulation-course.ts';
import { chartOf, lumbarEpidural, valuesOf } from './testing.ts';

const stimulation = (text: string) => valuesOf(readStimulationCourse(chartOf(text)));
const decompression = (text: string) => {
  const chart = chartOf(text);
  return valuesOf([readClaudication, readFlavum, readLegScore, readStudy].flatMap((read) => read(chart)));
};

describe('before and during a trial of stimulation', () => {
  it.each([
    [
      'HISTORY: She completed a 7-day spinal cord stimulator trial with 70% pain relief and improved function.',
      {
        'stimulation.trial-relief-percent': 70,
        'stimulation.trial-function-improved': true,
        'stimulation.trial-days': 7,
      },
    ],
    [
      'HISTORY: SCS trial last month. He reported 40% relief and no improvement of function.',
      { 'stimulation.trial-relief-percent': 40, 'stimulation.trial-function-improved': false },
    ],
    [
      'HISTORY: During the spinal cord stimulation trial she reduced her opioid use by 50% and was able to walk farther.',
      { 'stimulation.trial-medication-reduction-percent': 50, 'stimulation.trial-function-improved': true },
    ],
    ['PLAN: We will do a spinal cord stimulator trial. A trial needs at least 50% relief.', {}],
    [
      'HISTORY: Psychological evaluation was completed and he is cleared for spinal cord stimulation.',
      { 'stimulation.psychological-evaluation': true },
    ],
    ['PLAN: SCS trial after psychological evaluation.', {}],
    [
      'ASSESSMENT: Candidate for a stimulator; psychological evaluation was not done.',
      { 'stimulation.psychological-evaluation': false },
    ],
    [
      'HISTORY: Evaluated by our multidisciplinary team for spinal cord stimulation.',
      { 'stimulation.multidisciplinary-evaluation': true },
    ],
    [
      'HISTORY: Considering a spinal cord stimulator. SOCIAL HISTORY: Denies substance abuse.',
      { 'stimulation.substance-use-untreated': false },
    ],
    [
      'HISTORY: Stimulator evaluation.\nSOCIAL HISTORY: Active alcohol abuse.',
      { 'stimulation.substance-use-untreated': true },
    ],
    ['HISTORY: Stimulator evaluation.\nSOCIAL HISTORY: History of alcohol abuse, sober 10 years.', {}],
    [
      'HISTORY: She failed multiple medications, physical therapy, injections and surgery. Spinal cord stimulation is considered for post-laminectomy syndrome.',
      { 'stimulation.last-resort': true, 'stimulation.indication': ['failed-back-surgery'] },
    ],
    [
      'HISTORY: No pacemaker. CRPS of the left leg. Here for a stimulator.',
      { 'stimulation.pacemaker': false, 'stimulation.indication': ['crps'] },
    ],
    ['HISTORY: 70% relief after the epidural injection. Trial of gabapentin.', {}],
  ])('%s', (text, expected) => expect(stimulation(text)).toEqual(expected));
});

describe('what the procedures of the day say', () => {
  const of = (kind: string, attributes: Record<string, number | boolean> = {}) => [
    { ...lumbarEpidural(), family: 'spinal-cord-stimulation', kind, attributes },
  ];
  it.each([
    [of('scs-trial', { 'leads.count': 2 }), { 'stimulation.phase': 'trial', 'stimulation.lead-count': 2 }],
    [of('scs-generator', { 'generator.replaced': true }), { 'stimulation.phase': 'replacement' }],
    [of('scs-generator'), { 'stimulation.phase': 'permanent' }],
    [of('scs-lead-revision'), { 'stimulation.phase': 'revision' }],
    [of('scs-lead-removal'), { 'stimulation.phase': 'removal' }],
  ])('%#', (procedures, expected) =>
    expect(valuesOf(readStimulationCourse(chartOf('PROCEDURE: Spinal cord stimulator.', procedures)))).toEqual(
      expected,
    ),
  );
});

describe('before a decompression', () => {
  it.each([
    ['HISTORY: Neurogenic claudication after 5 minutes of walking.', { 'decompression.claudication': true }],
    ['DIAGNOSIS: Lumbar stenosis without neurogenic claudication.', { 'decompression.claudication': false }],
    [
      'HISTORY: Leg pain comes with standing or walking and is relieved by sitting or bending forward.',
      { 'decompression.claudication': true },
    ],
    [
      'IMAGING: MRI shows central stenosis at L4-5 with ligamentum flavum hypertrophy of 5 mm.',
      { 'decompression.flavum-thickened': true, 'decompression.ligamentum-flavum-mm': 5 },
    ],
    ['IMAGING: The ligamentum flavum is not thickened.', { 'decompression.flavum-thickened': false }],
    ['DESCRIPTION: The needle passed the ligamentum flavum with loss of resistance.', {}],
    ['HISTORY: Enrolled in a study, NCT03072927.', { 'encounter.clinical-trial': 'NCT03072927' }],
    ['HISTORY: Leg pain while walking, VAS 70/100.', { 'decompression.leg-score': 70 }],
    ['HISTORY: Pain in the back after walking.', {}],
  ])('%s', (text, expected) => expect(decompression(text)).toEqual(expected));
});
