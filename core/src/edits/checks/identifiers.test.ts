import { describe, expect, it } from 'vitest';
import { isNpi } from './identifiers.ts';

describe('isNpi', () => {
  it.each([
    ['1234567893', true],
    ['1234567890', false],
    ['2234567893', false],
    ['3234567891', false],
    ['123456789', false],
    ['12345678931', false],
    ['12345678X3', false],
  ])('%s: %s', (text, valid) => {
    expect(isNpi(text)).toBe(valid);
  });
});
