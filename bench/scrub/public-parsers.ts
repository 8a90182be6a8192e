import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Public parsers, parse only: every segment is made into objects and counted. */
export const PUBLIC_PARSERS: Readonly<Record<string, string>> = {
  'x12-parser (parse only)': `
    const { X12parser } = require('x12-parser'); const fs = require('fs');
    const start = performance.now(); let n = 0;
    const parser = new X12parser(); parser.on('data', () => n++);
    parser.on('end', () => console.log(performance.now() - start));
    fs.createReadStream(process.argv[1], { highWaterMark: 1 << 20 }).pipe(parser);`,
  'node-x12 (stream, parse only)': `
    const { X12Parser } = require('node-x12'); const fs = require('fs');
    const start = performance.now(); let n = 0;
    const parser = new X12Parser(); parser.on('data', () => n++);
    parser.on('end', () => console.log(performance.now() - start));
    fs.createReadStream(process.argv[1], { highWaterMark: 1 << 20 }).pipe(parser);`,
};

/** Installs them into a folder of their own; false, with a word, when the registry cannot be reached. */
export function installParsers(folder: string): boolean {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const flags = ['--no-audit', '--no-fund', '--loglevel=error'];
  try {
    execFileSync('npm', ['install', ...flags, 'x12-parser@1.3.0', 'node-x12@1.7.1'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 120_000,
    });
    return true;
  } catch {
    console.log('the public parsers could not be installed; they are left out');
    return false;
  }
}

/** Milliseconds that a program prints last: the best of several runs, a process each. */
export function timed(args: readonly string[], cwd: string, runs = 3): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const done = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', timeout: 600_000 });
    if (done.status !== 0) throw new Error(done.stderr || 'the parser did not end');
    best = Math.min(best, Number(done.stdout.trim().split('\n').at(-1)));
  }
  return best;
}
