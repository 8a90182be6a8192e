import { fileURLToPath } from 'node:url';
import type { Library } from '../core/src/model/library.ts';
import { readLibrary } from '../library/src/read.ts';

/** The library of this checkout, read from its YAML; ends the process with the Issues when it does not load. */
export function loadLibrary(): Library {
  const read = readLibrary(fileURLToPath(new URL('../library', import.meta.url)));
  if (read.ok) return read.value;
  for (const issue of read.issues) console.error(`${issue.at ?? ''} ${issue.code}: ${issue.message}`);
  process.exit(2);
}
