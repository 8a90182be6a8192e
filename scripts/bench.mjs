// node scripts/bench.mjs note-review [arguments]: bundles a file of bench/ as users run it (a bundle, not a loader that
// rewrites every function) and runs it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './paths.mjs';

const [name = '', ...rest] = process.argv.slice(2);
// One level below the root, as bench/ is, so that paths relative to the file stay true.
const outfile = join(root, '.work', `${name.replaceAll('/', '-')}.mjs`);
await build({
  entryPoints: [join(root, 'bench', `${name}.ts`)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'error',
});
process.exitCode = spawnSync(process.execPath, [outfile, ...rest], { cwd: root, stdio: 'inherit' }).status ?? 1;
