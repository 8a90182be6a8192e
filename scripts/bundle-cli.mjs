// The second pass of the bundle: the command line as one script, for a start that neither resolves nor compiles modules.
import { createHash } from 'node:crypto';
import { basename, join, relative, resolve, sep } from 'node:path';

/** What reviewing a note loads with `import()` is part of the script; every other verb stays a chunk of the first pass. */
const WITHIN = new Set(['cli/src/commands/review.ts', 'cli/src/commands/modes.ts']);

const IMPORT = /(?<![\w$.])import\((?=["'])/g;

/**
 * @param {{ bundle: typeof import('esbuild').build, options: import('esbuild').BuildOptions, root: string,
 *   dist: string, metafile: import('esbuild').Metafile }} first the first pass, its options and what it made
 * @returns {Promise<{ path: string, contents: string }>} the script, named after its content
 */
export async function bundleCli({ bundle, options, root, dist, metafile }) {
  const chunks = new Map();
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs))
    if (entryPoint) chunks.set(entryPoint, `./${relative(dist, join(root, path)).split(sep).join('/')}`);
  const elsewhere = {
    name: 'elsewhere',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path, kind, ...where }) => {
        if (kind !== 'dynamic-import' || where.pluginData === 'asked') return undefined;
        const found = await build.resolve(path, { kind, pluginData: 'asked', ...pick(where) });
        const source = relative(root, found.path).split(sep).join('/');
        const chunk = WITHIN.has(source) ? undefined : chunks.get(source);
        return chunk ? { path: chunk, external: true } : found;
      });
    },
  };
  // The parser of the command line could start other programs, and would load half of Node.js for it at each start.
  const later = {
    name: 'later',
    setup(build) {
      build.onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
        /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'later' } : undefined,
      );
      build.onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
        contents: `exports.spawn = (...all) => require(${JSON.stringify(path)}).spawn(...all);`,
      }));
    },
  };
  const { outputFiles, metafile: second } = await bundle({
    ...options,
    entryPoints: [join(root, 'cli', 'src', 'main.ts')],
    splitting: false,
    outdir: undefined,
    outExtension: {},
    chunkNames: '[name]',
    outfile: join(dist, 'cli.cjs'),
    format: 'cjs',
    define: { ...options.define, 'import.meta.url': '$url' },
    banner: {
      js: "(function(exports,require,module,__filename,$import){const $url=require('node:url').pathToFileURL(__filename).href;",
    },
    footer: { js: '})' },
    plugins: [elsewhere, later, ...(options.plugins ?? [])],
  });
  const { text } = outputFiles[0];
  // A script of its own cannot say `import()`: the launcher, which is a module, does it for it.
  const { outputs } = second;
  const wanted = Object.values(outputs).flatMap(({ imports }) =>
    imports.filter(({ kind }) => kind === 'dynamic-import'),
  );
  const found = text.match(IMPORT)?.length ?? 0;
  if (found !== wanted.length)
    throw new Error(`${found} import() in the text of the bundle, ${wanted.length} by its account`);
  // What esbuild leaves of other alphabets stands in patterns, where the escape means the same. ASCII is read faster.
  const contents = text.replace(IMPORT, '$import(').replace(/[\u007f-\uffff]/g, escaped);
  const name = createHash('sha1').update(contents).digest('hex').slice(0, 12);
  return { path: resolve(dist, `cli-${name}.cjs`), contents };
}

/** The script's name in the stamp, and the names of what is kept beside it, begin like this. */
export const nameOfScript = ({ path }) => basename(path, '.cjs');

function pick({ importer, namespace, resolveDir, with: attributes }) {
  return { importer, namespace, resolveDir, with: attributes };
}

function escaped(one) {
  return `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
