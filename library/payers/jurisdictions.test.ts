import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { date } from '@interspace/core/model/date';
import type { Fact } from '@interspace/core/model/fact';
import { payerLine, placeByName, placeOfState } from '@interspace/core/model/law/jurisdiction';
import type { EngineInput } from '@interspace/core/model/review-input';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { resolveContext } from '@interspace/core/review/resolve-context';
import { review } from '@interspace/core/review/review';
import { openLibrary } from '../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const law = library.policies.jurisdictions;
const on = date('2026-03-02');

/** Every contract of the reference with the states that it judges. */
const CONTRACTS: Readonly<Record<string, readonly [jurisdiction: string, ...states: string[]]>> = {
  '01112': ['JE', 'CA'],
  '01182': ['JE', 'CA'],
  '01212': ['JE', 'HI', 'GU', 'AS', 'MP'],
  '01312': ['JE', 'NV'],
  '02102': ['JF', 'AK'],
  '02202': ['JF', 'ID'],
  '02302': ['JF', 'OR'],
  '02402': ['JF', 'WA'],
  '03102': ['JF', 'AZ'],
  '03202': ['JF', 'MT'],
  '03302': ['JF', 'ND'],
  '03402': ['JF', 'SD'],
  '03502': ['JF', 'UT'],
  '03602': ['JF', 'WY'],
  '04112': ['JH', 'CO'],
  '04212': ['JH', 'NM'],
  '04312': ['JH', 'OK'],
  '04412': ['JH', 'TX'],
  '07102': ['JH', 'AR'],
  '07202': ['JH', 'LA'],
  '07302': ['JH', 'MS'],
  '05102': ['J5', 'IA'],
  '05202': ['J5', 'KS'],
  '05302': ['J5', 'MO'],
  '05402': ['J5', 'NE'],
  '06102': ['J6', 'IL'],
  '06202': ['J6', 'MN'],
  '06302': ['J6', 'WI'],
  '08102': ['J8', 'IN'],
  '08202': ['J8', 'MI'],
  '09102': ['JN', 'FL'],
  '09202': ['JN', 'PR'],
  '09302': ['JN', 'VI'],
  '10112': ['JJ', 'AL'],
  '10212': ['JJ', 'GA'],
  '10312': ['JJ', 'TN'],
  '11202': ['JM', 'SC'],
  '11302': ['JM', 'VA'],
  '11402': ['JM', 'WV'],
  '11502': ['JM', 'NC'],
  '12102': ['JL', 'DE'],
  '12202': ['JL', 'DC'],
  '12302': ['JL', 'MD'],
  '12402': ['JL', 'NJ'],
  '12502': ['JL', 'PA'],
  '13102': ['JK', 'CT'],
  '13202': ['JK', 'NY'],
  '13282': ['JK', 'NY'],
  '13292': ['JK', 'NY'],
  '14112': ['JK', 'ME'],
  '14212': ['JK', 'MA'],
  '14312': ['JK', 'NH'],
  '14412': ['JK', 'RI'],
  '14512': ['JK', 'VT'],
  '15102': ['J15', 'KY'],
  '15202': ['J15', 'OH'],
};

describe('jurisdictions', () => {
  it.each(Object.entries(CONTRACTS))('contract %s', (number, [jurisdiction, ...states]) => {
    for (const state of states) {
      expect(placeOfState(law, state, on)?.jurisdiction).toBe(jurisdiction);
      expect(law.states.find((entry) => entry.state === state)?.contracts).toContain(number);
    }
    expect(placeByName(law, number)?.jurisdiction).toBe(jurisdiction);
  });

  it('fifty states, the capital and eight territories, each judged by one contractor', () => {
    expect(law.states).toHaveLength(59);
    expect(new Set(law.states.map(({ state }) => state)).size).toBe(59);
    expect(new Set(Object.values(law.jurisdictions)).size).toBe(7);
  });
});

describe('Virginia', () => {
  const input = (zip?: string): EngineInput => ({
    context: { payer: 'medicare', state: 'VA' },
    documents: [],
    ...(zip === undefined
      ? {}
      : { claim: { id: 'c', type: 'professional', diagnoses: [], lines: [], facility: { state: 'VA', zip } } }),
  });
  const told = (value: boolean): Map<string, Fact> =>
    new Map([['encounter.northern-virginia', { name: 'encounter.northern-virginia', value, evidence: [] }]]);
  it.each<[string, EngineInput, Map<string, Fact>, string, number]>([
    ['Arlington by ZIP code', input('22201'), new Map(), 'JL', 0],
    ['Fairfax by ZIP code with four more', input('220301234'), new Map(), 'JL', 0],
    ['Richmond by ZIP code', input('23220'), new Map(), 'JM', 0],
    ['stated: in the north', input(), told(true), 'JL', 0],
    ['stated: elsewhere', input(), told(false), 'JM', 0],
    ['nobody says', input(), new Map(), 'JM', 1],
  ])('%s', (_, given, facts, jurisdiction, open) => {
    const resolved = resolveContext(given, on, law, facts);
    expect(resolved.context.jurisdiction).toBe(jurisdiction);
    expect(resolved.open).toHaveLength(open);
    expect(resolved.assumed.some((text) => text.includes('divided'))).toBe(open === 1);
  });

  it('is asked about in the Review', () => {
    const planned = { ...input(), planned: ['64483'], context: { payer: 'medicare', state: 'VA', dateOfService: on } };
    const { prompts } = review(planned, prepareLibrary(library));
    expect(prompts.map(({ fact }) => fact)).toContain('encounter.northern-virginia');
  });
});

describe('payers', () => {
  it.each([
    ['original-medicare', 'medicare'],
    ['uhc', 'united'],
    ['bcbs-of-mass', 'bcbs-ma'],
    ['mapd', 'medicare-advantage'],
    ['nobody-knows', undefined],
  ])('%s', (name, id) => expect(payerLine(law, name)?.id).toBe(id));

  it('names are unique, and what a payer says is cited', () => {
    const names = law.payers.flatMap(({ id, knownAs }) => [id, ...(knownAs ?? [])]);
    expect(new Set(names).size).toBe(names.length);
    for (const { cite } of law.overlays) expect(law.citations[cite]?.gist).toBeTruthy();
    for (const { kind, id } of law.payers) expect([id, kind]).not.toContain(undefined);
  });

  it('families and kinds of overlays exist', () => {
    const kinds = new Set(library.coding.recipes.flatMap((recipe) => recipe.kinds));
    const families = new Set(library.coding.codes.map(({ family }) => family));
    for (const { appliesTo, id } of law.overlays) {
      expect([id, appliesTo.kinds.filter((kind) => !kinds.has(kind))]).toEqual([id, []]);
      expect([id, appliesTo.families.filter((family) => !families.has(family))]).toEqual([id, []]);
    }
  });

  it('each of the three states is shown somewhere', () => {
    expect(new Set(law.overlays.map(({ state }) => state))).toEqual(new Set(['known', 'verify', 'licensed']));
  });
});
