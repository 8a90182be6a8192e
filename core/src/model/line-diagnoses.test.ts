import { expect, it } from 'vitest';
import { diagnosesOfLine } from './line-diagnoses.ts';

const DIAGNOSES = ['M54.16', 'M48.061'];

it.each([
  { kind: 'professional, pointing', billType: undefined, pointers: [2, 1], found: ['M48.061', 'M54.16'] },
  { kind: 'professional, pointing at what is not there', billType: undefined, pointers: [1, 7], found: ['M54.16'] },
  { kind: 'professional, pointing at nothing', billType: undefined, pointers: [], found: [] },
  { kind: 'institutional', billType: '131', pointers: [], found: DIAGNOSES },
])('the diagnoses of a line: $kind', ({ billType, pointers, found }) => {
  expect(diagnosesOfLine({ billType, diagnoses: DIAGNOSES }, { pointers })).toEqual(found);
});
