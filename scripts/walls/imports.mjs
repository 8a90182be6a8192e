import { posix } from 'node:path';

/** `import … from 'x'`, `export … from 'x'`, `import('x')`; type-only imports count as well: they bind the rooms too. */
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

/**
 * What a source file imports, as paths of the project or names of packages.
 *
 * @param {{ path: string, text: string }} file
 */
export function importsOf({ path, text }) {
  return [...text.matchAll(IMPORT)].map((match) => {
    const name = match[1] ?? match[2];
    return { name, target: resolve(name, path) };
  });
}

function resolve(name, from) {
  if (name.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), name));
  const found = /^@interspace\/([^/]+)(?:\/(.+))?$/.exec(name);
  return found ? `${found[1]}/src/${found[2] ?? 'index'}.ts` : undefined;
}

/**
 * Circles of imports, each as the path around it. Types are erased, but a circle of types is a circle of thought:
 * it counts.
 *
 * @param {Map<string, readonly string[]>} graph
 */
export function circles(graph) {
  const state = new Map();
  const found = [];
  const trail = [];
  const visit = (path) => {
    state.set(path, 'open');
    trail.push(path);
    for (const next of graph.get(path) ?? []) {
      if (state.get(next) === 'open') found.push([...trail.slice(trail.indexOf(next)), next].join(' → '));
      else if (!state.has(next) && graph.has(next)) visit(next);
    }
    trail.pop();
    state.set(path, 'closed');
  };
  for (const path of graph.keys()) if (!state.has(path)) visit(path);
  return found;
}
