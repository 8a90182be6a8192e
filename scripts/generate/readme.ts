import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const EXAMPLE = /<!-- example: (.+) -->\n[\s\S]*?<!-- end of example -->/g;

/** The README with the output of its examples as the command line prints it today. */
export function readme(root: string): string {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  return text.replaceAll(EXAMPLE, (_, command: string) => {
    const shown = run(root, command.split(' '));
    return `<!-- example: ${command} -->\n\n\`\`\`console\n$ ./interspace ${command}\n${shown}\n\`\`\`\n\n<!-- end of example -->`;
  });
}

function run(root: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'interspace.mjs'), ...args, '--no-color'],
    {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, COLUMNS: '100' },
    },
  );
  if (error) throw error;
  if (stdout === '') throw new Error(`the example of the README printed nothing:\n${stderr}`);
  // The revision changes with every edit of the law, also with those that this example does not feel.
  return stdout.trimEnd().replace(/library [0-9a-f]{6,} ·/, 'library … ·');
}
