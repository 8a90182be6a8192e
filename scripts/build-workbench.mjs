// Builds the page into dist/workbench when its sources changed. `interspace serve` calls it at its start: no other
// command has to wait for it.
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants as zlib, gzipSync } from 'node:zlib';
import { fingerprint } from './fingerprint.mjs';
import { dist, root } from './paths.mjs';

/** Folder with index.html and its assets. */
const workbenchFolder = join(dist, 'workbench');
const stampFile = join(dist, 'workbench.stamp');

function sources() {
  const places = [
    'workbench/src',
    'workbench/public',
    'workbench/index.html',
    'workbench/vite.config.ts',
    'workbench/early-screens.ts',
    'core/src/model',
    'server/src/contract',
    'package-lock.json',
    'scripts/build-workbench.mjs',
  ];
  return fingerprint(
    places.map((place) => join(root, place)),
    (name) => !/\.test\.tsx?$/.test(name),
  );
}

function workbenchIsFresh() {
  return (
    existsSync(join(workbenchFolder, 'index.html')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === sources()
  );
}

/**
 * Builds when something changed; answers the folder. A page that is being served meanwhile stays whole: the new one is
 * moved into its place in one step.
 *
 * @param {{ say?: (line: string) => void }} [options] `say` is told only when there is something to wait for.
 */
export async function buildWorkbench({ say = () => {} } = {}) {
  const stamp = sources();
  if (workbenchIsFresh()) return workbenchFolder;
  say('Building the page (once, about ten seconds) …');
  const started = Date.now();
  const fresh = `${workbenchFolder}.${process.pid}`;
  const { build } = await import('vite');
  try {
    await build({
      configFile: join(root, 'workbench', 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: fresh, emptyOutDir: true },
    });
    compress(join(fresh, 'assets'));
    mkdirSync(dist, { recursive: true });
    keepOldAssets(fresh);
    rmSync(workbenchFolder, { recursive: true, force: true });
    renameSync(fresh, workbenchFolder);
    writeFileSync(stampFile, stamp);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  say(`The page is built (${((Date.now() - started) / 1000).toFixed(1)} s).`);
  return workbenchFolder;
}

/** Beside each file the same one smaller, for whoever opens the page over a network: the server has nothing to compress then. */
function compress(folder) {
  for (const name of readdirSync(folder).filter((one) => /\.(?:js|css)$/.test(one))) {
    const bytes = readFileSync(join(folder, name));
    if (bytes.length < 1_024) continue;
    writeFileSync(
      join(folder, `${name}.br`),
      brotliCompressSync(bytes, {
        params: { [zlib.BROTLI_PARAM_QUALITY]: 9, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
    );
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

/** A page that is open, or a server that runs, may yet ask for parts of the build before: they stay for a day. */
function keepOldAssets(fresh) {
  const old = join(workbenchFolder, 'assets');
  for (const name of existsSync(old) ? readdirSync(old) : []) {
    const [from, to] = [join(old, name), join(fresh, 'assets', name)];
    const { atime, mtime } = statSync(from);
    if (existsSync(to) || mtime.getTime() < Date.now() - 86_400_000) continue;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    // As old as it is: a copy does not begin its day anew.
    utimesSync(to, atime, mtime);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    // oxlint-disable-next-line no-console
    await buildWorkbench({ say: (line) => console.error(line) });
  } catch (error) {
    console.error(`interspace: the page could not be built.\n${error.message}`);
    process.exitCode = 1;
  }
}
