import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openLibrary } from '../../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('../..', import.meta.url)));

it('the set of long global periods holds what the code tables say', () => {
  const set = library.policies.codeSets.find(({ name }) => name === 'long-global-codes');
  const listed = set?.members.flatMap(({ codes }) => codes).toSorted();
  const said = library.coding.codes
    .filter(({ global }) => global === '010' || global === '090')
    .map(({ code }) => code);
  expect(listed).toEqual([...new Set(said)].toSorted());
});
