import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './paths.mjs';

const why = !existsSync(join(root, '.git'))
  ? 'not a git checkout'
  : process.platform === 'win32'
    ? 'no POSIX shell'
    : undefined;
if (why !== undefined) console.log(`skipped: starting from an image (${why})`);

/** A copy of the project of which the tests may change what they like. */
let project = '';
const above = mkdtempSync(join(tmpdir(), 'interspace-image-'));

interface Run {
  readonly text: string;
  readonly status: number | null;
}

const task = ['review', 'examples/notes/tfesi-l4-l5.txt', '--state', 'OH', '--on', '2026-03-02'];

function shell(env: NodeJS.ProcessEnv = {}): Run {
  const { stdout, status } = spawnSync(join(project, 'interspace'), task, {
    cwd: project,
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, ...env },
  });
  return { text: stdout, status };
}

/** Name of the image that the next start would use. */
const image = (): string | undefined => {
  const stamp = join(project, 'dist', 'start');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n', 1)[0] : undefined;
};

describe.skipIf(why !== undefined)('starting from an image', { timeout: 240_000 }, () => {
  let ordinary: Run;

  beforeAll(() => {
    project = join(above, 'first place');
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
    for (const file of files)
      if (file !== '' && existsSync(join(root, file))) cpSync(join(root, file), join(project, file));
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    const { stdout, status } = spawnSync(process.execPath, [join(project, 'bin', 'interspace.mjs'), ...task], {
      cwd: project,
      encoding: 'utf8',
      timeout: 120_000,
    });
    ordinary = { text: stdout, status };
  }, 240_000);
  afterAll(() => rmSync(above, { recursive: true, force: true }));

  it('takes one after an ordinary start from the shell, and says the same from it', () => {
    expect(ordinary.text).toContain('CLAIM LINES');
    expect(image()).toBeUndefined();
    expect(shell()).toEqual(ordinary);
    expect(image()).toMatch(/^cli-.*\.image$/);
    const taken = statSync(join(project, 'dist', image() ?? '')).mtimeMs;
    expect(shell()).toEqual(ordinary);
    expect(statSync(join(project, 'dist', image() ?? '')).mtimeMs).toBe(taken);
  });

  it('takes another when a file of the law changed', () => {
    const before = image();
    // Neither size nor date: what can be put back stays as it was.
    chmodSync(join(project, 'library', 'package.json'), 0o600);
    expect(shell()).toEqual(ordinary);
    expect(image()).not.toBe(before);
  });

  it('leaves it alone under options for Node.js that it was not taken with', () => {
    expect(shell({ NODE_OPTIONS: '--max-old-space-size=700' })).toEqual(ordinary);
  });

  it('starts in the ordinary way from another place, and takes another there', () => {
    const before = image();
    renameSync(project, join(above, 'second place'));
    project = join(above, 'second place');
    expect(shell()).toEqual(ordinary);
    expect(shell()).toEqual(ordinary);
    expect([image() === undefined, image() === before]).toEqual([false, false]);
  });

  it('starts in the ordinary way when the image is cut short', () => {
    truncateSync(join(project, 'dist', image() ?? ''), 100_000);
    expect(shell()).toEqual(ordinary);
    expect(image()).toBeUndefined();
  });
});
