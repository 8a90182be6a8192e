/**
 * Files of 2 GB that are no claims, on disk and through the commands themselves: each must end by itself with a clear
 * Issue, within bounded memory.
 *
 *   node --import tsx bench/scrub-bombs.ts [--size 2GB] [--folder /tmp]
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FACET_CLAIM } from '../wire/src/x12/fixtures.ts';
import { bytesOf } from './generate-claims.ts';

const args = process.argv.slice(2);
const flag = (name: string, or: string): string => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? or) : or);
const size = bytesOf(flag('--size', '2GB'));
const folder = mkdtempSync(join(flag('--folder', tmpdir()), 'interspace-bombs-'));
const command = resolve(import.meta.dirname, '..', 'bin', 'interspace.mjs');
const before = (mark: string): string => FACET_CLAIM.slice(0, FACET_CLAIM.indexOf(mark));
const LIMIT_MS = 15 * 60_000;

const BOMBS: readonly (readonly [name: string, head: string, filling: Buffer])[] = [
  ['zeros', '', Buffer.alloc(1 << 20)],
  ['one-segment', `${before('LX*1')}NTE*ADD*`, Buffer.alloc(1 << 20, 'A')],
  ['element-separators', before('SV1'), Buffer.alloc(1 << 20, '*')],
  ['segment-terminators', before('SV1'), Buffer.alloc(1 << 20, '~')],
  ['lines-of-one-claim', before('LX*1'), Buffer.from('LX*1~SV1*HC:64493*1*UN*1***1~'.repeat(36_000))],
];

/** Runs the command to its end; what it said, how long it took and the most memory it held. */
function run(verb: readonly string[]): Promise<{ exit: number | null; said: string; seconds: number; peak: number }> {
  return new Promise((done) => {
    const start = performance.now();
    const child = spawn(process.execPath, [command, ...verb], { stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT_MS });
    let said = '';
    let peak = 0;
    const keep = (chunk: Buffer): void => {
      if (said.length < 20_000) said += chunk.toString('latin1');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000);
      } catch {
        // It ended between two looks.
      }
    }, 20);
    child.on('exit', (exit) => {
      clearInterval(watch);
      done({ exit, said, seconds: (performance.now() - start) / 1000, peak });
    });
  });
}

async function main(): Promise<void> {
  for (const [name, head, filling] of BOMBS) {
    const path = join(folder, `${name}.837`);
    const file = openSync(path, 'w');
    writeSync(file, head);
    for (let written = head.length; written < size; written += filling.length) writeSync(file, filling);
    closeSync(file);
    for (const verb of [
      ['scrub', path, '--format', 'jsonl'],
      ['x12', 'check', path, '--level', '3'],
    ]) {
      const { exit, said, seconds, peak } = await run(verb);
      const codes = [...new Set(said.match(/(?:wire|cli)\/[a-z0-9]+\/[a-z0-9-]+/g))].join(', ');
      console.log(
        `${verb.slice(0, 2).join(' ').replace(path, name).padEnd(28)} ${name.padEnd(20)} exit ${exit}, ${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB at most: ${codes || said.slice(0, 200)}`,
      );
      if (exit === null || codes === '') process.exitCode = 1;
    }
    rmSync(path);
  }
}

await main().finally(() => rmSync(folder, { recursive: true, force: true }));
