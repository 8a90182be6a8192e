import { expect, it } from 'vitest';
import type { Claim } from '../model/claim.ts';
import type { JurisdictionLaw } from '../model/law/jurisdiction.ts';
import { resolveContext } from './resolve-context.ts';

const LAW: JurisdictionLaw = {
  payers: [
    { id: 'usual', title: 'The usual payer', filings: ['MB', 'MA'], assumed: true },
    { id: 'private', title: 'A private payer', filings: ['CI'] },
  ],
  contractors: {},
  jurisdictions: {},
  states: [],
  parts: [],
  overlays: [],
  citations: {},
};

function claimTo(filing: string | undefined): Claim {
  return { id: 'A', type: 'professional', diagnoses: [], lines: [], payer: { filing } };
}

it.each<readonly [given: string | undefined, filing: string | undefined, payer: string, says: RegExp | undefined]>([
  [undefined, undefined, 'usual', /not stated: judged as The usual payer/],
  [undefined, '', 'usual', /not stated/],
  [undefined, 'MB', 'usual', /from the claim: The usual payer/],
  [undefined, 'CI', 'private', /from the claim: A private payer/],
  // Nobody of the library: what is assumed where nothing is said would be a guess against what the claim says.
  [undefined, 'WC', 'filing indicator WC', /from the claim: filing indicator WC/],
  ['usual', 'CI', 'usual', undefined],
  ['private', 'MB', 'private', undefined],
  ['somebody', 'MB', 'somebody', undefined],
])('payer %s given, filing indicator %s on the claim: judged as %s', (given, filing, payer, says) => {
  const { context, assumed } = resolveContext(
    { context: { payer: given }, documents: [], claim: claimTo(filing) },
    undefined,
    LAW,
  );
  expect(context.payer).toBe(payer);
  const spoken = assumed.filter((sentence) => sentence.startsWith('Payer'));
  expect(spoken).toEqual(says === undefined ? [] : [expect.stringMatching(says)]);
});
