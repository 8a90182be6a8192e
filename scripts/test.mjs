// The second command: every check of the project, one after the other, and at the end `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgresql } from './find-postgresql.mjs';
import { root } from './paths.mjs';

const report = join(root, '.work', 'vitest.json');
const serverReport = join(root, '.work', 'vitest-server.json');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const node = process.execPath;

const checks = [
  { name: 'bundle', run: [node, 'scripts/build.mjs'] },
  { name: 'types', run: [bin('tsc'), '-p', 'tsconfig.json'] },
  { name: 'types of the workbench', run: [bin('tsc'), '-p', 'workbench/tsconfig.json'] },
  { name: 'lint', run: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', run: [bin('oxfmt'), '--check', '.'] },
  { name: 'walls', run: [node, 'scripts/walls.mjs'], show: true },
  { name: 'generated files are current', run: [node, '--import', 'tsx', 'scripts/generate.ts', '--check'] },
  { name: 'library check', run: [node, 'bin/interspace.mjs', 'library', 'check', '--no-color'], show: true },
  { name: 'library test', run: [node, 'bin/interspace.mjs', 'library', 'test', '--no-color'], show: true },
  { name: 'a browser to look at pages with', run: [node, 'scripts/ensure-chromium.mjs'], show: true },
  { name: 'tests', run: vitest(report), live: true, count: countTests(report) },
  // The same suite of the server against a PostgreSQL of the machine, as a practice may have one.
  {
    name: 'a PostgreSQL beside the embedded one',
    run: [node, 'scripts/ensure-postgresql.mjs'],
    show: true,
  },
  {
    name: 'tests of the server on that PostgreSQL',
    run: vitest(serverReport, 'server/src'),
    env: { INTERSPACE_TEST_DATABASE: 'server' },
    only: () => findPostgresql() !== undefined,
    live: true,
    count: countTests(serverReport),
  },
];

function vitest(into, ...files) {
  return [bin('vitest'), 'run', ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${into}`];
}

/** vitest's own closing lines are for people; the numbers come from its report. */
function countTests(report) {
  return (exit) => {
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults, success } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A file that does not even load has no failed test in it, and is a failure all the same.
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    const failed = numFailedTests + broken.length;
    return {
      passed: numPassedTests,
      failed: failed === 0 && (exit !== 0 || !success) ? 1 : failed,
      skipped: numPendingTests + numTodoTests,
    };
  };
}

function run({ name, run: [command, ...args], show, live, count, env = {}, only }) {
  if (only && !only()) return { passed: 0, failed: 0, skipped: 0 };
  const started = Date.now();
  const done = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: 40 * 60_000,
    maxBuffer: 256 << 20,
    stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    // What is caught and indented is read in logs.
    env: { ...process.env, ...(live ? {} : { FORCE_COLOR: '0', NO_COLOR: '1' }), ...env },
  });
  const result = count?.(done.status) ?? {
    passed: done.status === 0 ? 1 : 0,
    failed: done.status === 0 ? 0 : 1,
    skipped: 0,
  };
  const good = result.failed === 0;
  console.log(`${good ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (!live && (show || !good)) indent(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`);
  return result;
}

function indent(text) {
  for (const line of text.trimEnd().split('\n')) console.log(`    ${line}`);
}

mkdirSync(join(root, '.work'), { recursive: true });
rmSync(report, { force: true });
rmSync(serverReport, { force: true });
const results = checks.map(run);
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
if (total('skipped') > 0) console.log(`${total('skipped')} skipped (each says why)`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
