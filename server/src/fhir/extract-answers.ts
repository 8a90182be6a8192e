import { readReviewInput } from '@interspace/wire/fhir/review-input-from-fhir';
import { fhirIssue } from '@interspace/wire/issues';
import type { Parameters } from 'fhir/r4.js';
import { answered, refused } from './answer.ts';
import type { FhirHandler } from './deps.ts';
import { judgedInput } from './judged-input.ts';

/** `$extract`: the answers of a form as facts, each with where it comes from; nothing is stored. */
export const extractAnswers: FhirHandler = async ({ body }, deps) => {
  const read = readReviewInput(body, { today: deps.today() });
  if (!read.ok) return refused(read.issues);
  const { input, unused } = judgedInput(read.value, deps.law());
  const stated = read.value.stated.filter(({ fact }) => input.facts?.[fact] !== undefined);
  if (stated.length === 0 && unused.every(({ path }) => !path.includes('item')))
    return refused(
      [fhirIssue('wire/fhir/resource-unexpected', undefined, 'No answer to a form of ours was found.')],
      422,
    );
  const parameters: Parameters = {
    resourceType: 'Parameters',
    parameter: [
      ...stated.map(({ fact, path, origin }) => ({
        name: 'fact',
        part: [
          { name: 'name', valueString: fact },
          { name: 'value', valueString: JSON.stringify(input.facts?.[fact]) },
          { name: 'at', valueString: path },
          ...(origin === undefined ? [] : [{ name: 'origin', valueCode: origin }]),
        ],
      })),
      ...unused.map(({ path, why }) => ({
        name: 'unused',
        part: [
          { name: 'path', valueString: path },
          { name: 'why', valueString: why },
        ],
      })),
    ],
  };
  return answered(parameters);
};
