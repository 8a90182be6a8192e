import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './paths.mjs';

/** Installing takes seconds and a registry: done where a fresh machine is the point. */
const why = !process.env['CI'] ? 'CI is not set' : !existsSync(join(root, '.git')) ? 'not a git checkout' : undefined;
if (why !== undefined) console.log(`skipped: first use from a fresh clone (${why})`);

test.skipIf(why !== undefined)(
  'a fresh clone: one line while it installs, then silence and an answer',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'interspace-first-use-'));
    try {
      const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
      for (const file of files)
        if (file !== '' && existsSync(join(root, file))) cpSync(join(root, file), join(folder, file));
      const review = () =>
        spawnSync(
          join(folder, 'interspace'),
          ['review', 'examples/notes/tfesi-l4-l5.txt', '--state', 'OH', '--on', '2026-03-02'],
          {
            cwd: folder,
            encoding: 'utf8',
            timeout: 170_000,
          },
        );
      const first = review();
      expect(first.stderr).toMatch(/^interspace: installing [^\n]* done in [^\n]*\n$/);
      expect(first.stdout).toContain('CLAIM LINES');
      const second = review();
      expect(second.stderr).toBe('');
      expect(second.stdout).toBe(first.stdout);
      expect(second.status).toBe(first.status);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  180_000,
);
