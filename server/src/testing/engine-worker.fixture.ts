import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let built: Promise<URL> | undefined;

/** The engine's worker bundled from the sources as they are now: a thread reads no TypeScript. Once for each test process. */
export function engineWorkerFile(): Promise<URL> {
  return (built ??= bundle());
}

async function bundle(): Promise<URL> {
  const folder = join(root, '.work', 'testing');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `engine-worker-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, 'server', 'src', 'engine', 'worker-main.ts')],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return pathToFileURL(file);
}
