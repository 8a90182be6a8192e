/** Prints the judgement of one encounter in the form of its expected.json, to be read before it is written down. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { loadLibrary } from '../../bench/load-library.ts';
import { claimFromForm } from '../../cli/src/input/form.ts';
import { ReviewInput } from '../../core/src/model/review-input.ts';
import { prepareLibrary } from '../../core/src/review/prepare.ts';
import { review } from '../../core/src/review/review.ts';
import { condense } from './condense.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const library = prepareLibrary(loadLibrary());
for (const name of process.argv.slice(2)) {
  const text = readFileSync(join(here, name, 'context.yaml'), 'utf8');
  const note = /examples\/notes\/(\S+)/.exec(text)?.[1] ?? '';
  const { claim, ...rest } = ReviewInput.parse(parse(text));
  const documents = [{ id: 'note', text: readFileSync(join(here, '..', 'notes', note), 'utf8') }];
  const answer = review({ ...rest, documents, ...(claim && { claim: claimFromForm(claim, rest.context) }) }, library);
  process.stdout.write(`${JSON.stringify(condense(answer), null, 1)}\n`);
}
