#!/usr/bin/env node
// The launcher: runs the bundle; on first use, or after the sources changed, it installs and builds first.
// Plain JavaScript without packages, because there may be none yet.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`interspace: Node.js 20.19 or newer is needed; this is ${process.version}. See https://nodejs.org`);
  process.exit(2);
}

const { dist, root, sourceFingerprint, stampFile } = await import('../scripts/paths.mjs');

function isFresh() {
  try {
    return readFileSync(stampFile, 'utf8') === sourceFingerprint();
  } catch {
    return false;
  }
}

async function prepare() {
  const { install, needsInstall } = await import('../scripts/install.mjs');
  // Who works on the project keeps the development tools when the lock file moves on.
  const development = existsSync(join(root, 'node_modules', 'typescript'));
  if (needsInstall({ development })) install({ development });
  const { build } = await import('../scripts/build.mjs');
  await build();
}

try {
  if (!isFresh()) await prepare();
} catch (error) {
  console.error(`interspace: could not get ready in ${root}.\n${error.message}`);
  process.exit(2);
}
// One short run meets hundreds of patterns once or twice: compiling them at the first use, not trying them in an
// interpreter before, saves a third of the time.
setFlagsFromString('--no-regexp-tier-up');
const { main } = await import(pathToFileURL(join(dist, 'cli.mjs')).href);
process.exitCode = await main(process.argv.slice(2));
