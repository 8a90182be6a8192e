import { describe, expect, it } from 'vitest';
import { daysLeftInWords } from './days-left.ts';

describe('daysLeftInWords', () => {
  it.each([
    [90, 'approved', '90 days'],
    [14, 'approved', '14 days, ends soon'],
    [1, 'approved', '1 day, ends soon'],
    [0, 'approved', 'last day today'],
    [-1, 'expired', 'ended 1 day ago'],
    [undefined, 'approved', 'end not known'],
    [30, 'denied', '–'],
  ] as const)('%s days of one %s', (days, status, words) => {
    expect(daysLeftInWords(days, status)).toBe(words);
  });
});
