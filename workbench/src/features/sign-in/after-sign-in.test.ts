import { expect, test } from 'vitest';
import { afterSignIn } from './after-sign-in.ts';

test.each([
  ['/review?record=1', '/review?record=1'],
  [undefined, '/'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/sign-in?next=/sign-in', '/'],
])('%s leads to %s', (next, where) => expect(afterSignIn(next)).toBe(where));
