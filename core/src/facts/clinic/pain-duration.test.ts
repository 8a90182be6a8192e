import { describe, expect, it } from 'vitest';
import { readPainDuration } from './pain-duration.ts';
import { chartOf, facetProcedure, lumbarEpidural, valuesOf } from './testing.ts';

const weeks = (text: string, procedures = [lumbarEpidural()]) =>
  valuesOf(readPainDuration(chartOf(text, procedures)))['pain.duration-weeks'];

describe('pain.duration-weeks', () => {
  it.each([
    ['She has had low back pain for 6 weeks.', 6],
    ['Left leg pain x 3 months.', 13],
    ['He has a six-month history of low back pain radiating to the left leg.', 26],
    ['The patient is a 54-year-old woman with a 4 month history of left leg pain.', 17],
    ['Radicular pain for approximately 8-10 weeks.', 8],
    ['8 weeks of left leg pain.', 8],
    ['Axial low back pain, worse with extension, for 7 months.', 30],
    ['Left leg pain, relieved by sitting, x 3 months.', 13],
    ['Left leg pain, worse for 3 weeks.', undefined],
    ['Pain began about five weeks ago after lifting a box.', 5],
    ['Duration: 6 months', 26],
    ['Over the past year he has had left sciatica.', 52],
    ['Pain has been present for 1 year.', 52],
    ['She has left leg pain. It started two months ago.', 8],
    ['Chronic low back pain for years.', 104],
    ['Low back pain for several years.', 104],
    ['Low back pain for several months.', 'unknown'],
    ['Left leg pain for a few weeks.', 'unknown'],
    ['Left leg pain for less than 4 weeks.', 'unknown'],
    ['Left leg pain of more than 3 months duration.', 13],
    ['Chronic (>6 months) low back pain.', 26],
    ['Low back pain since December 2025.', 8],
    ['Low back pain since 1/5/2026.', 8],
    ['Left leg pain since March 2025 when she fell.', 48],
    ['Leg pain for 1 1/2 years.', 78],
    ['Sciatica of 30 days duration.', 4],
    ['Symptoms for 90 days.', 13],
  ])('%s → %s', (text, expected) => expect(weeks(`INDICATIONS: ${text}`)).toBe(expected));

  it.each([
    ['a relief', 'Her low back pain was relieved for 3 months after the last injection.'],
    ['a course of care', 'Low back pain treated with physical therapy for 6 weeks.'],
    ['care without pain noun', 'She completed 6 weeks of physical therapy.'],
    ['a flare', 'Low back pain has been worse over the last 2 weeks.'],
    ['another part of the body', 'He has had right knee pain for 10 years.'],
    ['an age', 'A 54-year-old man with low back pain.'],
    ['a plan', 'She will return in 6 weeks if the pain persists.'],
    ['a visit', 'Back pain is discussed at this 6-week follow-up.'],
    ['an earlier episode', 'Back pain in 2010 for 3 months, which resolved.'],
    ['another disease', 'He has atrial fibrillation. It started two months ago.'],
    ['a span that is asked about', 'Pain intensity over the past week was moderate.'],
    ['a frequency', 'She has pain and goes to therapy three times a week.'],
  ])('is not taken from %s', (_, text) => expect(weeks(`HISTORY: ${text}`)).toBeUndefined());

  it('is not taken from the family', () => {
    expect(weeks('FAMILY HISTORY: Mother has had back pain for 20 years.')).toBeUndefined();
    expect(weeks('HISTORY: His mother has had back pain for 20 years.')).toBeUndefined();
  });

  it('takes the complaint that is treated when two are told', () => {
    const text = 'HISTORY: She has had low back pain for 10 years. Left leg pain began 6 weeks ago.';
    expect(weeks(text)).toBe(6);
    expect(weeks(text, [facetProcedure('facet-injection')])).toBe(521);
  });

  it('is unknown with both quotes when statements contradict', () => {
    const [one] = readPainDuration(
      chartOf('HISTORY: Left leg pain for 6 weeks.\nASSESSMENT: Left leg pain for 6 months.', [lumbarEpidural()]),
    );
    expect(one).toMatchObject({ name: 'pain.duration-weeks', value: undefined });
    expect(one?.conflict).toHaveLength(2);
  });
});

describe('pain.chronic and pain.onset-date', () => {
  it.each([
    ['Chronic low back pain.', { 'pain.chronic': true }],
    ['Acute low back pain after a fall.', { 'pain.chronic': false }],
    ['Acute on chronic low back pain.', { 'pain.chronic': true }],
    ['Seen in the chronic pain clinic.', {}],
    ['Left leg pain began on 12/29/2025.', { 'pain.duration-weeks': 9, 'pain.onset-date': '2025-12-29' }],
  ])('%s', (text, expected) => expect(valuesOf(readPainDuration(chartOf(`HISTORY: ${text}`)))).toEqual(expected));
});
