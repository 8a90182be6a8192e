import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { JOINT_SITES } from '@interspace/core/facts/procedures/joint/site-words';
import { readLibrary } from '../src/read.ts';

const read = readLibrary(fileURLToPath(new URL('..', import.meta.url)));
if (!read.ok) throw new Error(read.issues.map((issue) => `${issue.at}: ${issue.message}`).join('\n'));
const joints = new Map(
  read.value.coding.sites.filter((site) => site.kind === 'joint').map((site) => [site.site, site]),
);

it.each(JOINT_SITES.map((site) => [site.site, site] as const))(
  '%s has a size, so that it has a code',
  (name, words) => {
    expect(joints.get(name)?.size).toMatch(/^(?:small|intermediate|major)$/);
    // The reader repeats a place only where the body has several of them.
    expect(joints.get(name)?.many ?? false).toBe(words.many ?? false);
  },
);
