import { expect, it } from 'vitest';
import { folded } from './fold.ts';

it('wraps prose under its beginning and brings columns closer that are too wide', () => {
  const text = [
    'T1  2026-01-02  1 line  $10.00',
    '  BLOCK line 1  62323 cannot be done at this place of service at all.',
    '               A long reason that goes on and on beyond the edge of the screen.',
    '  remark       The last segment has no terminator at all.',
    '  warn  medicare/epidural/frequency              12        12        $1,000.00',
    '           316  no policy in the library speaks about them at all',
    '  3 of 9 patients have several claims in this batch; seen together.',
    '',
  ].join('\n');
  expect(folded(text, 200)).toBe(text);
  expect(folded(text, 50).split('\n')).toEqual([
    'T1  2026-01-02  1 line  $10.00',
    '  BLOCK line 1  62323 cannot be done at this place',
    '               of service at all.',
    '               A long reason that goes on and on',
    '               beyond the edge of the screen.',
    '  remark       The last segment has no terminator',
    '               at all.',
    '  warn  medicare/epidural/frequency  12  12  $1,000.00',
    '           316  no policy in the library speaks',
    '                about them at all',
    '  3 of 9 patients have several claims in this',
    '  batch; seen together.',
    '',
  ]);
});
