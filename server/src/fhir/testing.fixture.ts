import { resolve } from 'node:path';
import { date } from '@interspace/core/model/date';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { readLibrary } from '@interspace/library/read';
import type { FhirDeps } from './deps.ts';
import { fhirLaw } from './law.ts';

let made: FhirDeps | undefined;

/** The handlers with the library of this checkout, a clock that stands still, and no network. */
export function depsWithLaw(more: Partial<FhirDeps> = {}): FhirDeps {
  made ??= fresh();
  return { ...made, ...more };
}

function fresh(): FhirDeps {
  const library = readLibrary(resolve(import.meta.dirname, '../../../library'));
  if (!library.ok) throw new Error(library.issues.map(({ message }) => message).join('\n'));
  const prepared = prepareLibrary(library.value);
  const law = fhirLaw(library.value);
  return {
    review: async (input) => review(input, prepared),
    law: () => law,
    now: () => new Date('2026-03-02T12:00:00Z'),
    today: () => date('2026-03-02'),
    fetchFhir: async () => undefined,
    label: 'Interspace: published criteria',
    baseUrl: 'https://interspace.example',
    version: '0.1.0',
  };
}
