// A browser for the tests that look at the page. In CI, as root on a Debian, its Chromium is installed when there is none;
// everywhere else nobody is surprised by an installation: those tests then skip and say so.
import { spawnSync } from 'node:child_process';
import { findChromium, NO_CHROMIUM } from './find-chromium.mjs';

const isRoot = process.getuid?.() === 0;

function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [command, ...args] of [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
  ]) {
    const { status, stderr, error } = spawnSync(command, args, { env, encoding: 'utf8', timeout: 10 * 60_000 });
    if (status !== 0) return `${command} ${args.join(' ')}: ${error?.message ?? stderr.trim().split('\n').at(-1)}`;
  }
  return undefined;
}

const before = findChromium();
const problem = before === undefined && process.env.CI && isRoot ? install() : undefined;
const found = findChromium();
if (found !== undefined) console.log(`${found}${before === undefined ? ' (installed now)' : ''}`);
else if (process.env.CI) {
  console.error(`${problem ?? 'only root can install one'}: ${NO_CHROMIUM}`);
  process.exitCode = 1;
} else console.log(NO_CHROMIUM);
