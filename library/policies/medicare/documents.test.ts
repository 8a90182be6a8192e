import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addDays, date } from '@interspace/core/model/date';
import { placeOfState } from '@interspace/core/model/law/jurisdiction';
import { documentInForce } from '@interspace/core/model/law/policy';
import { readLibrary } from '../../src/read.ts';

const read = readLibrary(fileURLToPath(new URL('../..', import.meta.url)));
if (!read.ok) throw new Error(read.issues.map((issue) => `${issue.at}: ${issue.message}`).join('\n'));
const { policies, jurisdictions } = read.value.policies;

function documentOf(topic: string, state: string, on: string): string | undefined {
  const policy = policies.find((entry) => entry.id === `medicare/${topic}`);
  const place = placeOfState(jurisdictions, state, date(on));
  return policy && place && documentInForce(policy, place, date(on))?.id;
}

/** States of one contractor, its two documents, and the first day of each. */
const CONTRACTORS: readonly (readonly [string, string, string, string, string, string])[] = [
  ['cgs', 'KY OH', 'L39015', '2021-12-05', 'L38773', '2021-05-02'],
  ['first-coast', 'FL PR VI', 'L33906', '2021-12-12', 'L33930', '2021-04-25'],
  ['novitas', 'AR CO LA MS NM OK TX DE DC MD NJ PA', 'L36920', '2021-12-12', 'L34892', '2021-04-25'],
  ['ngs', 'IL MN WI CT ME MA NH NY RI VT', 'L39036', '2021-12-05', 'L35936', '2021-04-25'],
  ['palmetto', 'AL GA TN NC SC VA WV', 'L38994', '2021-12-05', 'L38765', '2021-04-25'],
  ['wps', 'IA KS MO NE IN MI', 'L39054', '2021-12-05', 'L38841', '2021-04-25'],
  ['noridian', 'CA HI NV AS GU MP', 'L39240', '2022-06-19', 'L38801', '2021-04-25'],
];
const JF = ['AK', 'AZ', 'ID', 'MT', 'ND', 'OR', 'SD', 'UT', 'WA', 'WY'];

describe.each(CONTRACTORS)('%s', (_, states, epidural, epiduralFrom, facet, facetFrom) => {
  it.each(states.split(' '))('judges %s by its own numbers from their first day on', (state) => {
    expect(documentOf('epidural', state, epiduralFrom)).toBe(epidural);
    expect(documentOf('facet', state, facetFrom)).toBe(facet);
    expect(documentOf('epidural', state, addDays(date(epiduralFrom), -1))).toBeUndefined();
    expect(documentOf('facet', state, addDays(date(facetFrom), -1))).toBeUndefined();
    expect(documentOf('epidural', state, '2026-11-21')).toBe(epidural);
  });
});

describe('the change of numbers of 2026-04-16', () => {
  it.each(JF)('moves %s to the numbers of the neighbouring jurisdiction', (state) => {
    expect(documentOf('epidural', state, '2026-04-15')).toBe('L39242');
    expect(documentOf('epidural', state, '2026-04-16')).toBe('L39240');
    expect(documentOf('facet', state, '2026-04-15')).toBe('L38803');
    expect(documentOf('facet', state, '2026-04-16')).toBe('L38801');
  });
});

it('every state, the district and the territories have one contractor', () => {
  const all = [...CONTRACTORS.flatMap(([, states]) => states.split(' ')), ...JF];
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(56);
  for (const state of all) expect(placeOfState(jurisdictions, state, date('2026-11-21')), state).toBeDefined();
});
