// The walls of the house, checked over every file: `npm run walls`. Prints the figures and what breaks them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './paths.mjs';
import { checks } from './walls/checks.mjs';

const SKIP = new Set(['node_modules', 'dist', '.git', '.work', 'coverage']);

/** Every text file of the project: path with slashes, text, lines. */
function* files(folder = root) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (SKIP.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (/\.(ts|tsx|mts|mjs|js|json|ya?ml|md|csv|txt)$|(^|\/)(interspace|run)$/.test(entry.name))
      yield { path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') };
  }
}

const house = [...files()];
let broken = 0;
for (const { name, check } of checks) {
  const { figures, problems } = check(house);
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}: ${figures}`);
  for (const problem of problems.slice(0, 20)) console.log(`    ${problem}`);
  if (problems.length > 20) console.log(`    … and ${problems.length - 20} more`);
  broken += problems.length;
}
process.exitCode = broken === 0 ? 0 : 1;
