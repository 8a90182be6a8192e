import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalledPackage, root } from './paths.mjs';

/**
 * Whether a package named by the lock file is absent from node_modules or there in another version.
 *
 * @param {{ development: boolean }} want
 */
export function needsInstall({ development }) {
  if (isInstalledPackage) return false;
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const present = readJson(join('node_modules', '.package-lock.json'))?.packages;
  if (!present) return true;
  return Object.entries(wanted).some(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return false;
    // Binaries of other platforms are optional and rightly absent.
    if (entry.optional || entry.devOptional || (entry.dev && !development)) return false;
    return entry.link ? !present[path]?.link : present[path]?.version !== entry.version;
  });
}

/**
 * `npm ci`: exactly what the lock file says, no questions, one line on standard error. Throws an Error whose message
 * can be shown as it is.
 *
 * @param {{ development: boolean, say?: (text: string) => void }} want
 */
export function install({ development, say = (text) => process.stderr.write(text) }) {
  onlyOneAtATime(() => {
    if (!needsInstall({ development })) return;
    const started = Date.now();
    say(`interspace: installing the ${development ? 'development tools' : 'packages it runs on'} (once) … `);
    const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
    const done = spawnSync('npm', development ? flags : [...flags, '--omit=dev'], {
      cwd: root,
      encoding: 'utf8',
      timeout: 900_000,
      maxBuffer: 64 << 20,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      // Started from an npm script, npm would otherwise take that run's settings for its own.
      env: { ...process.env, npm_config_omit: '', npm_config_production: '', NODE_ENV: '' },
    });
    if (done.status === 0) return void say(`done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
    say('failed\n');
    throw new Error(explain(done));
  });
}

function explain({ error, signal, status, stderr, stdout }) {
  if (error?.code === 'ENOENT') return 'npm was not found. It comes with Node.js (on Debian: apt-get install npm).';
  const said = `${stdout ?? ''}${stderr ?? ''}`
    .split('\n')
    .filter((line) => line.trim() !== '' && !/Unknown user config|complete log of this run|\.log$/.test(line));
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(said.join('\n'));
  return [
    `npm ci did not finish (${signal ?? error?.code ?? `exit ${status}`}). Its last lines:`,
    ...said.slice(-8).map((line) => `    ${line}`),
    offline
      ? 'The npm registry cannot be reached: check the network or the `registry` of your npm settings, then try again.'
      : 'Try again; if it fails the same way, run `npm ci` in the project folder to see everything.',
  ].join('\n');
}

/** Two first uses at the same moment must not empty node_modules under each other. */
function onlyOneAtATime(work) {
  mkdirSync(join(root, '.work'), { recursive: true });
  const lock = join(root, '.work', 'install.lock');
  for (;;) {
    try {
      const file = openSync(lock, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if (error?.code !== 'EEXIST') throw error;
      if (isAbandoned(lock)) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAbandoned(lock) {
  const pid = Number(readText(lock));
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  // The holder writes its number right after creating the file: an empty young file is a holder just starting.
  if (!pid) return age > 10_000;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error?.code !== 'EPERM';
  }
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function readJson(path) {
  const text = readText(join(root, path));
  return text === '' ? undefined : JSON.parse(text);
}
