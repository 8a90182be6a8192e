import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const built = new Map<string, Promise<URL>>();

/** A thread or process of ours bundled from the sources as they are now: neither reads TypeScript. Once for each test process. */
export function bundledFile(name: string, source: string): Promise<URL> {
  const known = built.get(name);
  if (known) return known;
  const made = bundle(name, source);
  built.set(name, made);
  return made;
}

async function bundle(name: string, source: string): Promise<URL> {
  const folder = join(root, '.work', 'testing');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-${process.pid}.mjs`);
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
  await build({
    entryPoints: [join(root, source)],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: Object.keys(dependencies).filter((one) => one !== 'zod' && one !== 'yaml'),
    banner: { js: "import{createRequire as $cr}from'node:module';const require=$cr(import.meta.url);" },
    logLevel: 'error',
  });
  return pathToFileURL(file);
}
