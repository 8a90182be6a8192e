import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** What is said at the end; a hundred kills take minutes, and what does them must still run when somebody wants them. */
it.each([
  ['kill-scrub.ts', ['--kills', '1', '--size', '1MB'], 'every output identical'],
  ['kill-import.ts', ['--rounds', '1'], '1 imports killed, 0 tables damaged'],
])('%s', { timeout: 120_000 }, (script, args, said) => {
  const path = fileURLToPath(new URL(script, import.meta.url));
  expect(execFileSync(process.execPath, ['--import', 'tsx', path, ...args], { encoding: 'utf8' })).toContain(said);
});
