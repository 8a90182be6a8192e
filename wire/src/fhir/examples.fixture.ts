import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const OWN = resolve(import.meta.dirname, '../../../examples/fhir');
const SHELF = resolve(import.meta.dirname, '../../../../shared/data/fhir');

/** One of the invented documents of `examples/fhir`. */
export function example(name: string): unknown {
  return JSON.parse(readFileSync(join(OWN, `${name}.json`), 'utf8')) as unknown;
}

/** A document of its own every time, as something that a test may change. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test damages it wherever it likes
export type Loose = { [key: string]: any };
export const looseExample = (name: string): Loose => example(name) as Loose;

export const shelfIsThere = existsSync(SHELF);

/** Why the tests over published examples do not run here. */
export const SHELF_ABSENT = `the published example bundles are not beside this checkout (../shared/data/fhir)`;

/** Every JSON document of the shelf of published examples. */
export function* shelfDocuments(): Generator<{ readonly name: string; readonly json: unknown }> {
  if (!shelfIsThere) return;
  for (const folder of readdirSync(SHELF).toSorted())
    for (const file of readdirSync(join(SHELF, folder)).toSorted()) {
      if (!file.endsWith('.json')) continue;
      try {
        yield {
          name: `${folder}/${file}`,
          json: JSON.parse(readFileSync(join(SHELF, folder, file), 'utf8')) as unknown,
        };
      } catch {
        continue;
      }
    }
}
