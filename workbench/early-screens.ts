import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

interface Chunk {
  readonly type: 'chunk' | 'asset';
  readonly facadeModuleId?: string | null;
  readonly imports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

/** `/claims/$batch` as early.js asks for it: the first part, and whether a second one follows. */
const LOADED = /path: '(\/[a-z-]+)(\/\$[a-z]+)?'.*?import\('\.\.\/(features\/[^']+)'\)/g;

/** Writes into the page which files each address needs, so that they are fetched at once and not after the first ones ran. */
export function earlyScreens(routes: string): Plugin {
  return {
    name: 'early-screens',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, chunk: entry }) {
        if (!bundle) return html;
        const chunks = bundle as unknown as Readonly<Record<string, Chunk>>;
        const there = new Set([entry?.fileName, ...(entry?.imports ?? [])]);
        const filesOf = (name: string, found = new Set<string>()): Set<string> => {
          if (there.has(name) || found.has(name)) return found;
          found.add(name);
          for (const css of chunks[name]?.viteMetadata?.importedCss ?? []) found.add(css);
          for (const next of chunks[name]?.imports ?? []) filesOf(next, found);
          return found;
        };
        const screens = Object.fromEntries(
          [...readFileSync(routes, 'utf8').matchAll(LOADED)].map(([, first, second, file]) => {
            const name = Object.keys(chunks).find((one) => chunks[one]?.facadeModuleId?.endsWith(`/${file}`));
            return [`${first}${second ? '/$' : ''}`, name ? [...filesOf(name)].map((one) => `/${one}`) : []];
          }),
        );
        return [
          {
            tag: 'script',
            attrs: { type: 'application/json', id: 'screens' },
            children: JSON.stringify(screens),
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
