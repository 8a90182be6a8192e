#!/usr/bin/env node
// The launcher: runs the bundle; on first use, or after the sources changed, it installs and builds first.
// Plain JavaScript without packages, because there may be none yet.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

const started = Date.now();
// The shell script asks for an image to start from next time; nobody below us shall think it was meant for them.
const imageFor = process.env.INTERSPACE_IMAGE_FOR;
delete process.env.INTERSPACE_IMAGE_FOR;

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`interspace: Node.js 20.19 or newer is needed; this is ${process.version}. See https://nodejs.org`);
  process.exit(2);
}

const { dist, root, sourceFingerprint, stampFile } = await import('../scripts/paths.mjs');
const { startScript } = await import('../scripts/kept-code.mjs');

/** The bundled script, when it was made from the sources as they are. */
function freshScript() {
  try {
    const stamp = readFileSync(stampFile, 'utf8');
    const end = stamp.indexOf('\n');
    const file = join(dist, `${stamp.slice(0, end)}.cjs`);
    return stamp.slice(end + 1) === sourceFingerprint() && existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

async function prepare() {
  const { install, needsInstall } = await import('../scripts/install.mjs');
  // Who works on the project keeps the development tools when the lock file moves on.
  const development = existsSync(join(root, 'node_modules', 'typescript'));
  if (needsInstall({ development })) install({ development });
  const { build } = await import('../scripts/build.mjs');
  await build();
  return join(dist, `${readFileSync(stampFile, 'utf8').split('\n', 1)[0]}.cjs`);
}

let script;
try {
  script = freshScript() ?? (await prepare());
} catch (error) {
  console.error(`interspace: could not get ready in ${root}.\n${error.message}`);
  process.exit(2);
}
// One short run meets hundreds of patterns once or twice: compiling them at the first use, not trying them in an
// interpreter before, saves a third of the time.
setFlagsFromString('--no-regexp-tier-up');
const { exports: cli, keep, mayWrite } = startScript(script);
process.exitCode = await cli.main(process.argv.slice(2));
if (keep) {
  await cli.rehearse();
  keep();
}
if (imageFor && mayWrite) {
  const { keepImage } = await import('../scripts/start-image.mjs');
  await keepImage({ script, node: imageFor, since: started, expected: cli.printed });
}
