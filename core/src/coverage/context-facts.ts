import type { FactName } from '../model/fact-name.ts';
import type { FactCollector } from './procedure-facts.ts';
import type { CoverageRequest } from './request.ts';

type EncounterFact = FactName extends infer N ? (N extends `encounter.${infer Rest}` ? Rest : never) : never;

/** What is stated about the encounter from outside the chart. */
export function addContextFacts(found: FactCollector, { context }: CoverageRequest): void {
  const put = (name: EncounterFact, value: string | undefined) =>
    found.add(`encounter.${name}`, value, [{ source: 'context', at: `context.${name}`, quote: value ?? '' }]);
  put('place-of-service', context.placeOfService);
  put('claim-type', context.claimType);
  put('state', context.state);
  put('payer', context.payer);
  put('contractor', context.contractor);
  put('date-of-service', context.dateOfService);
}
