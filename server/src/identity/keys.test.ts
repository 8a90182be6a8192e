import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { Keys, openKeys } from './keys.ts';
import { hashPassword, isHashedAnew, passwordFits } from './passwords.ts';

const [OLD, NEW] = ['an invented key that is the older of two', 'an invented key that is the newer of two'];
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

it('what is sealed opens with the key and in its place, and nowhere else', () => {
  const keys = new Keys([OLD]);
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, place) => {
      const sealed = keys.seal(text, place);
      expect(keys.open(sealed, place)).toBe(text);
      expect(keys.open(sealed, `${place}x`)).toBeUndefined();
      expect(new Keys([NEW]).open(sealed, place)).toBeUndefined();
      if (text.length > 8) expect(sealed).not.toContain(text);
    }),
    { numRuns: 50 },
  );
});

it('a sealed text that somebody changed does not open', () => {
  const keys = new Keys([OLD]);
  const parts = keys.seal('JBSWY3DPEHPK3PXP', 'here').split(':');
  for (let at = 1; at < parts.length; at++) {
    const changed = parts.with(
      at,
      parts[at]!.replace(/^./, (letter) => (letter === 'b' ? 'c' : 'b')),
    );
    expect(keys.open(changed.join(':'), 'here'), `part ${at}`).toBeUndefined();
  }
  expect(keys.open('s1:', 'here')).toBeUndefined();
  expect(keys.open('JBSWY3DPEHPK3PXP', 'here'), 'of before the keys').toBe('JBSWY3DPEHPK3PXP');
});

it('a newer key in front: the older one still opens, and what it sealed is known as old', () => {
  const sealed = new Keys([OLD]).seal('secret', 'here');
  const both = new Keys([NEW, OLD]);
  expect(both.open(sealed, 'here')).toBe('secret');
  expect([both.isCurrent(sealed), both.isCurrent(both.seal('secret', 'here'))]).toEqual([false, true]);
});

it('a password fits its hash with the key that was mixed in, and hashes of before the keys fit still', async () => {
  const [first, both, other] = [new Keys([OLD]), new Keys([NEW, OLD]), new Keys([NEW])];
  const keyed = await hashPassword('four invented words here', first);
  expect(await passwordFits('four invented words here', keyed, first)).toBe(true);
  expect(await passwordFits('four invented words her', keyed, first)).toBe(false);
  expect(await passwordFits('four invented words here', keyed, both)).toBe(true);
  expect(await passwordFits('four invented words here', keyed, other), 'the key is not here').toBe(false);
  expect([isHashedAnew(keyed, first), isHashedAnew(keyed, both)]).toEqual([true, false]);
  const plain = await hashPassword('four invented words here');
  expect(await passwordFits('four invented words here', plain, other)).toBe(true);
  expect(isHashedAnew(plain, other)).toBe(false);
  // Without the key the hash is not that of the password.
  const bare = keyed.replace(/^k:[0-9a-f]{8}:/, '');
  expect(await passwordFits('four invented words here', bare, first)).toBe(false);
});

it('the file of keys is made once, for its owner only; the environment goes before it', () => {
  const home = mkdtempSync(join(tmpdir(), 'interspace-keys-'));
  folders.push(home);
  const sealed = openKeys(home, undefined).seal('secret', 'here');
  const file = join(home, 'secret-keys');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8').trim().length).toBeGreaterThanOrEqual(43);
  expect(openKeys(home, '').open(sealed, 'here')).toBe('secret');
  expect(openKeys(home, `${NEW}, ${OLD}`).open(sealed, 'here')).toBeUndefined();
  expect(() => openKeys(home, 'too short')).toThrow(/32/);
});
