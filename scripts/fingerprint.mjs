import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Says in a few milliseconds whether anything below `places` changed: names, sizes and times of all files that
 * `wanted` accepts. It is a cache key, not a digest of content. A place that does not exist counts as empty.
 *
 * @param {readonly string[]} places files or folders, absolute
 * @param {(name: string) => boolean} wanted
 * @returns {string}
 */
export function fingerprint(places, wanted) {
  const hash = createHash('sha1');
  const visit = (path, name) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return;
    if (!found.isDirectory()) {
      if (wanted(name)) hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
      return;
    }
    for (const entry of readdirSync(path).sort())
      if (entry !== 'node_modules' && entry !== 'dist') visit(join(path, entry), entry);
  };
  for (const place of places) visit(place, place);
  return hash.digest('hex');
}
