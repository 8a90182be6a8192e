/** Prints the judgement of one encounter in the form of its expected.json, to be read before it is written down. */
import { loadLibrary } from '../../bench/load-library.ts';
import { prepareLibrary } from '../../core/src/review/prepare.ts';
import { review } from '../../core/src/review/review.ts';
import { condense } from './condense.ts';
import { readEncounter } from './read-encounter.ts';

const library = prepareLibrary(loadLibrary());
for (const name of process.argv.slice(2))
  process.stdout.write(`${JSON.stringify(condense(review(readEncounter(name), library)), null, 1)}\n`);
