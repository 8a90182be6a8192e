import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockSeconds } from '../identity/lockout.ts';
import { isTooComplex } from './json-shape.ts';
import { isLoopback, isLoopbackHost } from './loopback.ts';
import { withoutMessage } from './logs.ts';
import { RateLimiter } from './rate.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

describe('the shape of JSON, seen from its bytes', () => {
  it('is that of the parsed value, whatever stands in its strings', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.integer({ min: 0, max: 8 }), (value, depth) => {
        expect(isTooComplex(bytes(JSON.stringify(value)), { depth, values: 1e9 })).toBe(depthOf(value) > depth);
      }),
    );
  });

  it('is counted in time that grows with the text only, also when it is no JSON', () => {
    for (const text of ['"', '"\\', '\\'.repeat(1e6), '"'.repeat(1e6), '['.repeat(10) + '"'.repeat(999_999)])
      expect(isTooComplex(bytes(text))).toBe(false);
  });
});

describe('a rate', () => {
  it('never lets more through than its bucket holds and time has filled', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 });
    fc.assert(
      fc.property(pauses, (steps) => {
        let now = 0;
        const limiter = new RateLimiter({ most: 10, seconds: 1 }, () => now);
        let taken = 0;
        for (const step of steps) {
          now += step;
          if (limiter.take('a') === 0) taken++;
        }
        expect(taken).toBeLessThanOrEqual(10 + now / 100);
      }),
    );
  });

  it('says how long to wait, keeps people apart and forgets those not seen for long', () => {
    let now = 0;
    const limiter = new RateLimiter({ most: 1, seconds: 10 }, () => now, 3);
    expect([limiter.take('a'), limiter.take('a'), limiter.take('b')]).toEqual([0, 10, 0]);
    now = 5000;
    expect([limiter.isSpent('a'), limiter.take('a')]).toEqual([true, 5]);
    now = 10_001;
    expect(limiter.isSpent('a')).toBe(false);
    for (const key of ['c', 'd', 'e', 'f']) limiter.take(key);
    expect(limiter.isSpent('b')).toBe(false);
  });
});

it('a lock lasts longer each time, and never over a quarter of an hour', () => {
  const waits = Array.from({ length: 40 }, (_, failures) => lockSeconds(failures));
  expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 30, 60, 120]);
  expect(Math.max(...waits)).toBe(900);
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
});

it.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.9', true],
  ['192.168.1.7', false],
  ['1127.0.0.1', false],
  [undefined, false],
])('%s is this machine: %s', (address, expected) => expect(isLoopback(address)).toBe(expected));

it.each([
  ['localhost', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['localhost.evil.example', false],
])('listening on %s reaches this machine only: %s', (host, expected) => expect(isLoopbackHost(host)).toBe(expected));

it('an error is logged without its words, and without those of its causes', () => {
  const cause = Object.assign(new Error('Key (mrn)=(MRN-1) exists'), { code: '23505', table: 'patients' });
  const told = withoutMessage(new Error('Testina', { cause }));
  expect(JSON.stringify(told)).not.toMatch(/Testina|MRN-1/);
  expect(told).toMatchObject({ name: 'Error', cause: { code: '23505', table: 'patients' } });
});
