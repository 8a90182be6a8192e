import type { Claim } from '../../model/claim.ts';
import type { Fact, FactSheet, FactValue } from '../../model/fact.ts';
import type { EngineInput } from '../../model/review-input.ts';
import { studyNumber } from '../../model/study-number.ts';
import { FactsAsked, sourceOf } from './facts-asked.ts';

const STUDY = 'encounter.clinical-trial';

/** What a form states, and what a claim tells besides its lines: the study that it names. */
export function statedFacts({ facts, claim }: Pick<EngineInput, 'facts' | 'claim'>): Fact[] {
  const stated: Fact[] = Object.entries(facts ?? {}).map(([name, value]) => ({
    name,
    value: inOneForm(name, value),
    evidence: [{ source: 'form', at: `facts.${name}`, quote: Array.isArray(value) ? value.join(', ') : String(value) }],
  }));
  const { trial } = claim ?? {};
  if (trial === undefined || stated.some((one) => one.name === STUDY)) return stated;
  const evidence = [{ source: 'claim' as const, at: 'trial', quote: trial }];
  return [...stated, { name: STUDY, value: inOneForm(STUDY, trial), evidence }];
}

/** The facts of a claim that comes alone, without form and notes; of none at all when there is no claim. */
export function factsOfClaim(claim?: Claim): FactSheet {
  return new FactsAsked([sourceOf(statedFacts({ claim }))]);
}

/** A study's number in one form, whatever the form or the claim writes before its digits. */
function inOneForm(name: string, value: FactValue): FactValue {
  return name === STUDY && typeof value === 'string' ? (studyNumber(value) ?? value) : value;
}
