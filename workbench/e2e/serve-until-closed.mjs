// Runs `interspace serve --demo`, or with the word `empty` a practice without any account, as long as its standard input is open: when the test that started it is gone, whatever
// the reason, the server and its database end too, and their folder is removed.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/paths.mjs';

const home = mkdtempSync(join(tmpdir(), 'interspace-e2e-'));
const places = [home];
const practice = process.argv[2] === 'empty' ? [] : ['--demo'];
const server = spawn(process.execPath, [join(root, 'bin', 'interspace.mjs'), 'serve', ...practice, '--port', '0'], {
  env: { ...process.env, INTERSPACE_HOME: home, INTERSPACE_LOG: 'warn' },
  stdio: ['ignore', 'inherit', 'pipe'],
});
server.stderr.setEncoding('utf8');
server.stderr.on('data', (text) => {
  // As root the database lives elsewhere; the server says where.
  const elsewhere = /it is in (\/\S+)\./.exec(text)?.[1];
  if (elsewhere) places.push(elsewhere);
  process.stderr.write(text);
});
const stop = () => server.kill('SIGTERM');
process.stdin.resume();
process.stdin.on('end', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
server.on('exit', (code) => {
  for (const place of places) rmSync(place, { recursive: true, force: true });
  process.exit(code ?? 1);
});
