import { expect, it } from 'vitest';
import type { Claim } from '../model/claim.ts';
import type { JurisdictionLaw } from '../model/law/jurisdiction.ts';
import { date, type IsoDate } from '../model/date.ts';
import { resolveContext } from './resolve-context.ts';

const LAW: JurisdictionLaw = {
  payers: [
    {
      id: 'usual',
      title: 'The usual payer',
      filings: [
        { indicator: 'MB', cite: 'invented' },
        { indicator: 'MA', cite: 'invented' },
      ],
      assumed: true,
    },
    {
      id: 'private',
      title: 'A private payer',
      filings: [
        { indicator: 'CI', cite: 'invented' },
        { indicator: '15', from: date('2020-01-01'), cite: 'invented' },
      ],
    },
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

it('asks what an indicator meant on the date of service', () => {
  const payer = (on: IsoDate) =>
    resolveContext({ context: {}, documents: [], claim: claimTo('15') }, on, LAW).context.payer;
  expect([payer(date('2019-12-31')), payer(date('2020-01-01'))]).toEqual(['filing indicator 15', 'private']);
});
