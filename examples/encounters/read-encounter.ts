import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { claimFromForm } from '../../cli/src/input/form.ts';
import { ReviewInput, type EngineInput } from '../../core/src/model/review-input.ts';

/** The folder of the encounters. */
export const ENCOUNTERS = fileURLToPath(new URL('.', import.meta.url));

/** The note that the first lines of a context file name, with what that file knows beside it. */
export function readEncounter(name: string): EngineInput {
  const text = readFileSync(join(ENCOUNTERS, name, 'context.yaml'), 'utf8');
  const note = /examples\/notes\/(\S+)/.exec(text)?.[1] ?? '';
  const { claim, ...rest } = ReviewInput.parse(parse(text));
  return {
    ...rest,
    documents: [{ id: 'note', text: readFileSync(join(ENCOUNTERS, '..', 'notes', note), 'utf8') }],
    ...(claim && { claim: claimFromForm(claim, rest.context) }),
  };
}
