import { payerLine, placeByName } from '@interspace/core/model/law/jurisdiction';
import type { Library } from '@interspace/core/model/library';
import type { Issue } from '@interspace/core/model/result';
import type { Context } from '@interspace/core/model/review-input';
import { issue } from '../issues.ts';
import { didYouMean, suggestion } from './did-you-mean.ts';

/**
 * Names of payers and contractors against those of the library. A contractor that does not exist is a mistake; a payer
 * that the library does not hold is judged honestly (no policy), and only looks like a mistake when a known one is near.
 */
export function checkNames({ payer, contractor }: Context, { policies }: Library): Issue[] {
  const law = policies.jurisdictions;
  const issues: Issue[] = [];
  if (contractor !== undefined && !placeByName(law, contractor)) {
    const known = [
      ...Object.keys(law.contractors),
      ...Object.entries(law.jurisdictions).map(([area, name]) => `${name}-${area.toLowerCase()}`),
    ];
    const near = suggestion(contractor, known);
    const list = near === '' ? ` Known: ${Object.keys(law.contractors).join(', ')}.` : near;
    issues.push(
      issue('cli/option/invalid', `The library knows no contractor "${contractor}".${list}`, { at: '--mac' }),
    );
  }
  const near =
    payer === undefined || payerLine(law, payer) !== undefined
      ? undefined
      : didYouMean(
          payer,
          law.payers.flatMap(({ id, knownAs }) => [id, ...(knownAs ?? [])]),
        );
  if (near !== undefined)
    issues.push({
      ...issue(
        'cli/option/invalid',
        `The library knows no payer "${payer}", so no policy is applied. Did you mean "${near}"?`,
        { at: '--payer' },
      ),
      level: 'warning',
    });
  return issues;
}
