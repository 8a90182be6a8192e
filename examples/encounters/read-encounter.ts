import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ReviewInput, type EngineInput } from '../../core/src/model/review-input.ts';
import { engineInputOf } from '../../core/src/review/engine-input.ts';

/** The folder of the encounters. */
export const ENCOUNTERS = fileURLToPath(new URL('.', import.meta.url));

/** The note that the first lines of a context file name, with what that file knows beside it. */
export function readEncounter(name: string): EngineInput {
  const text = readFileSync(join(ENCOUNTERS, name, 'context.yaml'), 'utf8');
  const note = /examples\/notes\/(\S+)/.exec(text)?.[1] ?? '';
  const documents = [{ id: 'note', text: readFileSync(join(ENCOUNTERS, '..', 'notes', note), 'utf8') }];
  return engineInputOf({ ...ReviewInput.parse(parse(text)), documents });
}
