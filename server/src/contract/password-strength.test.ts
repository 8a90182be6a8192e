import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passwordStrength } from './password-strength.ts';

it.each([
  ['elevenchars', 0],
  ['123456789012', 0],
  ['aaaaaaaaaaaaaa', 0],
  ['Password123456', 0],
  ['sunshinesunshine', 0],
  ['letmein123456!!', 0],
  ['testina-is-here', 0],
  ['gravel moon 7', 1],
  ['gravel moon pepper', 2],
  ['gravel moon pepper lantern', 3],
])('%s is worth %i', (password, level) => {
  const told = passwordStrength(password, 'testina');
  expect(told).toMatchObject({ level, accepted: level > 0 });
  expect(told.advice).not.toContain(password);
});

it('more letters never make an accepted password worse', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 12, maxLength: 30 }),
      fc.constantFrom(' gravel moon', ' pepper lantern'),
      (password, more) => {
        const before = passwordStrength(password, '');
        fc.pre(before.accepted);
        expect(passwordStrength(password + more, '').level).toBeGreaterThanOrEqual(before.level);
      },
    ),
  );
});
