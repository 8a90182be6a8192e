// Bundles the command line: one script for the way from note to Review, the other verbs and heavy parts in chunks that
// load when they are needed.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleCli, nameOfScript } from './bundle-cli.mjs';
import { dist, root, sourceFingerprint, stampFile } from './paths.mjs';

/** `@interspace/core/model/date` → core/src/model/date.ts, also where npm linked no workspaces. */
const workspaces = {
  name: 'workspaces',
  setup(build) {
    build.onResolve({ filter: /^@interspace\// }, ({ path }) => {
      const [, name, ...rest] = path.split('/');
      return { path: join(root, name, 'src', `${rest.join('/') || 'index'}.ts`) };
    });
  },
};

/** What every run of the command line needs, and what must share our one copy of zod; the rest waits in node_modules. */
const BUNDLED = new Set(['commander', 'yaml', 'zod', 'fastify-type-provider-zod', '@modelcontextprotocol/sdk']);

function external() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys(dependencies).filter((name) => !BUNDLED.has(name));
}

/** Throws with esbuild's message when the sources do not bundle. Returns esbuild's account of who imports whom. */
export async function build() {
  const { build: bundle } = await import('esbuild');
  const stamp = sourceFingerprint();
  const options = {
    absWorkingDir: root,
    entryPoints: {
      cli: join(root, 'cli', 'src', 'main.ts'),
      'batch-worker': join(root, 'batch', 'src', 'worker-main.ts'),
      'engine-worker': join(root, 'server', 'src', 'engine', 'worker-main.ts'),
      'batch-job': join(root, 'server', 'src', 'batches', 'job-main.ts'),
      'law-worker': join(root, 'server', 'src', 'aside', 'law-main.ts'),
      'document-worker': join(root, 'server', 'src', 'aside', 'document-main.ts'),
      'import-worker': join(root, 'server', 'src', 'aside', 'import-main.ts'),
    },
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    minifyWhitespace: true,
    minifySyntax: true,
    external: external(),
    banner: { js: "import{createRequire as $cr}from'node:module';const require=$cr(import.meta.url);" },
    plugins: [workspaces],
    metafile: true,
    write: false,
    logLevel: 'silent',
  };
  const { outputFiles, metafile } = await bundle(options);
  const script = await bundleCli({ bundle, options, root, dist, metafile });
  write([...outputFiles, script], `${nameOfScript(script)}\n${stamp}`);
  return metafile;
}

/** The stamp that names the script goes last, all by renaming, so that nobody ever starts half a bundle. */
function write(files, stamp) {
  for (const { path, contents } of [...files, { path: stampFile, contents: stamp }]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  const current = new Set(files.map((file) => basename(file.path)));
  forgetOld(join(dist, 'chunks'), (name) => !current.has(name));
  forgetOld(dist, (name) => /^cli-[0-9a-f]+\b/.test(name) && !current.has(`${name.split(/[.-]/, 2).join('-')}.cjs`));
}

/** Files of earlier builds stay for an hour: a run that is still going may yet ask for one. */
function forgetOld(folder, isOld) {
  for (const name of statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [])
    if (isOld(name) && statSync(join(folder, name)).mtimeMs < Date.now() - 3_600_000)
      rmSync(join(folder, name), { force: true });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await build();
  } catch (error) {
    console.error(`interspace: the command line could not be built.\n${error.message}`);
    process.exitCode = 1;
  }
}
