import { expect, it } from 'vitest';
import { issue } from '../issues.ts';
import { ofPassing } from './scrub-output.ts';

it('says how to name another folder when the one for passing files is full, and only then', () => {
  const full = (at: string) =>
    issue('cli/output/not-written', 'It cannot be written: no space is left on the disk.', { at });
  const passing = { path: '/small/interspace-scrub-1-x' };
  expect(ofPassing(full('/small/interspace-scrub-1-x/history'), passing)).toMatchObject({
    at: passing.path,
    hint: 'Make room there. Name a folder for passing files in the variable TMPDIR.',
  });
  expect(ofPassing(full('/small/findings.csv'), passing)).toEqual(full('/small/findings.csv'));
});
