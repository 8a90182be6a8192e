import { describe, expect, it } from 'vitest';
import { readActiveProgram } from './active-program.ts';
import { readConservativeCare } from './conservative-care.ts';
import { chartOf, lumbarEpidural, valuesOf } from './testing.ts';

const of = (text: string) => {
  const values = valuesOf(readConservativeCare(chartOf(`HISTORY: ${text}`, [lumbarEpidural()])));
  return [
    values['care.conservative-failed'],
    values['care.conservative-weeks'],
    values['care.conservative-intolerant'],
  ];
};

describe('care that was tried', () => {
  it.each([
    ['She had physical therapy for 8 weeks without relief.', true, 8, undefined],
    ['He failed 6 weeks of physical therapy and NSAIDs.', true, 6, undefined],
    ['Failed NSAIDs, chiropractic care and home exercises.', true, undefined, undefined],
    ['The patient has failed more conservative measures.', true, undefined, undefined],
    ['The pain persists despite a 6-week course of formal PT.', true, 6, undefined],
    [
      'Refractory to conservative management including gabapentin and physical therapy over the past 3 months.',
      true,
      13,
      undefined,
    ],
    ['Conservative care has been unsuccessful.', true, undefined, undefined],
    ['Has not responded to anti-inflammatories.', true, undefined, undefined],
    ['Physical therapy twice a week for 6 weeks gave no lasting relief.', true, 6, undefined],
    ['No improvement with PT x 4 weeks.', true, 4, undefined],
    ['She completed 12 weeks of home exercise program with minimal improvement.', true, 12, undefined],
    ['He could not tolerate physical therapy because of pain.', undefined, undefined, true],
    ['Unable to participate in PT.', undefined, undefined, true],
    ['She is intolerant of NSAIDs.', undefined, undefined, 'unknown'],
    ['Physical therapy made the pain worse.', true, undefined, undefined],
    ['Ibuprofen did not help.', true, undefined, undefined],
    ['Physical therapy for several weeks without benefit.', true, 'unknown', undefined],
    ['Low back pain for 6 months despite physical therapy.', true, undefined, undefined],
    ['She had physical therapy 6 weeks ago.', undefined, undefined, undefined],
    ['Physical therapy is helping.', false, undefined, undefined],
    ['The patient has not exhausted conservative measures.', false, undefined, undefined],
    ['If conservative measures fail, we will proceed with an injection.', undefined, undefined, undefined],
    ['He will start physical therapy for 6 weeks.', undefined, undefined, undefined],
    ['Knee pain failed physical therapy for 8 weeks.', undefined, undefined, undefined],
    ['Failed back surgery syndrome.', undefined, undefined, undefined],
    ['Denies fever. Takes her blood pressure medications without problems.', undefined, undefined, undefined],
    ['The patient tolerated the procedure well.', undefined, undefined, undefined],
    ['He has heart failure and tries to exercise.', undefined, undefined, undefined],
    ['Pt failed to keep her last appointment.', undefined, undefined, undefined],
  ])('%s', (text, failed, weeks, intolerant) => expect(of(text)).toEqual([failed, weeks, intolerant]));

  it('is not read from the plan or the family', () => {
    expect(
      readConservativeCare(chartOf('PLAN: Physical therapy for 6 weeks. Consider injection if no relief with NSAIDs.')),
    ).toEqual([]);
    expect(readConservativeCare(chartOf('FAMILY HISTORY: Father failed physical therapy for back pain.'))).toEqual([]);
  });

  it('names the kinds of care', () => {
    const values = valuesOf(
      readConservativeCare(
        chartOf('HISTORY: He tried naproxen, cyclobenzaprine, chiropractic treatment and a TENS unit without relief.'),
      ),
    );
    expect(values['care.types']).toEqual(['nsaid', 'muscle-relaxant', 'chiropractic', 'tens']);
  });
});

describe('care.active-program', () => {
  it.each([
    ['She continues with a home exercise program.', true],
    ['Currently doing physical therapy for her back.', true],
    ['He participates in a home stretching routine; performs home exercises daily.', true],
    ['The patient is compliant with her HEP.', true],
    ['Home exercise program is ongoing.', true],
    ['She is not currently participating in physical therapy.', false],
    ['He completed physical therapy last year.', undefined],
    ['She will begin physical therapy.', undefined],
    ['Physical therapy was recommended.', undefined],
    ['If pain continues, physical therapy may be tried.', undefined],
  ])('%s → %s', (text, expected) =>
    expect(valuesOf(readActiveProgram(chartOf(`HISTORY: ${text}`)))['care.active-program']).toBe(expected),
  );
});
