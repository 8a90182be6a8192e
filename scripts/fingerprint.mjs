import { readdirSync, statSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * Says in a few milliseconds whether anything below `places` changed: names, sizes and times of all files that
 * `wanted` accepts, as text to be compared. It is a cache key, not a digest of content: a digest would cost more time
 * than the comparison, for the library that makes it is not loaded otherwise. A place that does not exist counts as empty.
 *
 * @param {readonly string[]} places files or folders, absolute
 * @param {(name: string) => boolean} wanted
 * @returns {string}
 */
export function fingerprint(places, wanted) {
  let lines = '';
  // Every run of the command waits for this: one stat for a file that counts, none for the others.
  const note = (path, found) => (lines += `${path}\0${found.size}\0${found.mtimeMs}\n`);
  const visit = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const { name } = entry;
      if (name === 'node_modules' || name === 'dist') continue;
      const path = folder + sep + name;
      if (entry.isDirectory()) visit(path);
      else if (entry.isSymbolicLink()) see(path, name);
      else if (wanted(name)) see(path, name);
    }
  };
  const see = (path, name) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) visit(path);
    else if (found && wanted(name)) note(path, found);
  };
  for (const place of places) see(place, place);
  return lines;
}
