import { payerLine, placeByName } from '@interspace/core/model/law/jurisdiction';
import type { Library } from '@interspace/core/model/library';
import type { Context } from '@interspace/core/model/review-input';
import { Unanswerable } from './tool.ts';

/** A contractor that does not exist is a mistake; a payer that the library does not hold is said, and judged without a policy. */
export function checkNames({ payer, contractor }: Context, { policies }: Library): string[] {
  const law = policies.jurisdictions;
  if (contractor !== undefined && !placeByName(law, contractor))
    throw new Unanswerable(
      `The library knows no contractor "${contractor}". Known: ${Object.keys(law.contractors).join(', ')}.`,
    );
  if (payer === undefined || payerLine(law, payer)) return [];
  return [
    `The library knows no payer "${payer}": no policy was applied. Known: ${law.payers.map(({ id }) => id).join(', ')}.`,
  ];
}
