import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../import/testing/shelf.ts';
import { NotWritten, writeAtomically } from './atomic-write.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

it('replaces all of several files or none of them', () => {
  const folder = temporaryFolder();
  const [one, two] = [join(folder, 'one', 'a'), join(folder, 'two', 'a')];
  writeAtomically([
    { path: one, bytes: bytes('old') },
    { path: two, bytes: bytes('old') },
  ]);
  // The second cannot be written: a file stands where its folder should be.
  writeFileSync(join(folder, 'three'), '');
  const blocked = join(folder, 'three', 'a');
  expect(() =>
    writeAtomically([
      { path: one, bytes: bytes('new') },
      { path: blocked, bytes: bytes('new') },
    ]),
  ).toThrow(new NotWritten(blocked, undefined));
  expect([readFileSync(one, 'utf8'), readFileSync(two, 'utf8')]).toEqual(['old', 'old']);
  expect(readdirSync(join(folder, 'one'))).toEqual(['a']);
});

it('sweeps what a killed import left, and not what another one is writing', () => {
  const folder = join(temporaryFolder(), 'kind');
  mkdirSync(folder);
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const left = [
    `.a.part-${machine}-${gone}-00`,
    `.a.part-${machine}-${process.pid}-00`,
    `.a.part-elsewhere-${gone}-00`,
  ];
  for (const name of left) writeFileSync(join(folder, name), 'half');
  writeAtomically([{ path: join(folder, 'a'), bytes: bytes('whole') }]);
  expect(readdirSync(folder).toSorted()).toEqual([...left.slice(1), 'a'].toSorted());
});
