// An image of V8's heap with the bundle evaluated and the law made ready, so that the next note is reviewed at once.
// `dist/start` tells the shell script `interspace` that there is one; docs/decisions/0013-start.md says why and when.
import { spawn } from 'node:child_process';
import {
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist, root } from './paths.mjs';

const stamp = join(dist, 'start');
const beside = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Flags an image is made and used with; V8 refuses it under others. The shell script has the same. A pattern is run by
 * the interpreter, whose code is in the image, and compiled when it was run often.
 */
const FLAGS = ['--regexp-tier-up-ticks=50'];

/**
 * Takes the image and tries it: only one that reviews all examples to the same letter is used. What fails here is only
 * speed, so it is not told. Files changed later than `since` make the image old.
 *
 * @param {{ script: string, node: string, since: number, expected: (arguments: string[]) => Promise<string> }} start
 *   `node` as the shell finds it; `expected` prints into a text what the ordinary start prints
 */
export async function keepImage({ script, node, since, expected }) {
  const launcher = realpathSync(join(root, 'bin', 'interspace.mjs'));
  const name = `${basename(script, '.cjs')}-${process.pid}.image`;
  const image = join(dist, name);
  let good = false;
  try {
    const taken = await run([
      '--snapshot-blob',
      image,
      '--build-snapshot',
      beside('image-entry.cjs'),
      script,
      launcher,
      beside('image-import.cjs'),
    ]);
    if (taken.status === 0) {
      const folder = join(root, 'examples', 'notes');
      const notes = readdirSync(folder).map((note) => join(folder, note));
      const task = ['review', ...notes, '--state', 'OH', '--on', '2026-03-02', '--no-color'];
      const tried = await run(['--snapshot-blob', image, launcher, ...task]);
      good = tried.text !== '' && tried.text === (await expected(task));
    }
    if (!good) rmSync(image, { force: true });
    const lines = [good ? name : 'none', node, textOf('/etc/hostname')];
    writeFileSync(`${stamp}.${process.pid}`, `${lines.join('\n')}\n`, { flush: true });
    // A clock of files ticks only every few milliseconds.
    utimesSync(`${stamp}.${process.pid}`, new Date(since - 50), new Date(since - 50));
    renameSync(`${stamp}.${process.pid}`, stamp);
    forgetOthers(name);
  } catch {
    rmSync(image, { force: true });
  }
}

/** Images of earlier builds; one that somebody starts from right now has a minute. */
function forgetOthers(name) {
  for (const other of readdirSync(dist))
    if (/^cli-.*\.image$/.test(other) && other !== name)
      if (statSync(join(dist, other)).mtimeMs < Date.now() - 60_000) rmSync(join(dist, other), { force: true });
}

function run(args) {
  return new Promise((resolve) => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const child = spawn(process.execPath, [...FLAGS, ...args], {
      cwd: root,
      env,
      timeout: 60_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => (text += part));
    child.on('error', () => resolve({ status: 1, text: '' }));
    child.on('close', (status) => resolve({ status, text }));
  });
}

/** The shell compares the first line. */
function textOf(path) {
  try {
    return readFileSync(path, 'latin1').split('\n', 1)[0];
  } catch {
    return '';
  }
}
