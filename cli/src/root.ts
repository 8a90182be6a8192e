import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Top folder of the project, both from the sources and from the bundle. */
export function projectRoot(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'library', 'package.json'))) {
    const above = dirname(at);
    if (above === at) throw new Error('the folder `library` is missing from this installation');
    at = above;
  }
  return at;
}
