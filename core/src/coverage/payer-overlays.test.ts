import { describe, expect, it } from 'vitest';
import { date } from '../model/date.ts';
import type { FactValue } from '../model/fact.ts';
import type { JurisdictionLaw } from '../model/law/jurisdiction.ts';
import type { PayerOverlay } from '../model/law/overlay.ts';
import { indexImplications } from './code-facts.ts';
import { MODIFIERS } from './invented-law.fixture.ts';
import { payerOverlays } from './payer-overlays.ts';

const overlay = (id: string, more: Partial<PayerOverlay> = {}): PayerOverlay => ({
  id: `payer/${id}`,
  payer: id.split('/')[0] ?? '',
  title: 'A statement',
  state: 'known',
  position: 'unproven',
  appliesTo: { codes: ['TOP01'], families: [], kinds: [] },
  says: 'It is unproven.',
  conditions: [],
  do: 'Look.',
  cite: 'text',
  confidence: 'high',
  standing: 'settled',
  file: 'payers/invented.yaml',
  ...more,
});

const law = (...overlays: PayerOverlay[]): JurisdictionLaw => ({
  payers: [
    { id: 'usual', title: 'Usual', assumed: true },
    { id: 'plan', title: 'Plan', kind: 'commercial', follows: 'reviewer', knownAs: ['the-plan'] },
    { id: 'reviewer', title: 'Reviewer', kind: 'vendor' },
  ],
  contractors: {},
  jurisdictions: {},
  states: [],
  parts: [],
  overlays,
  citations: { text: { document: 'Policy 1', gist: 'A gist.' } },
});

function found(
  overlays: PayerOverlay[],
  payer: string | undefined,
  on = '2026-06-02',
  facts: Record<string, FactValue> = {},
) {
  const sheet = new Map(Object.entries(facts).map(([name, value]) => [name, { name, value, evidence: [] }]));
  const lines = [{ number: 1, code: 'TOP01', modifiers: [], units: 1, diagnoses: undefined }];
  const request = { lines, sheet, context: { payer, dateOfService: date(on) } };
  const result = payerOverlays(request, {
    jurisdictions: law(...overlays),
    implications: indexImplications([], MODIFIERS),
  });
  return result.map(({ id, severity }) => `${id} ${severity}`);
}

describe('what a payer is known to say', () => {
  const dated = overlay('plan/topic', { from: date('2026-06-02') });
  const use = overlay('plan/topic', { appliesTo: { ...dated.appliesTo, when: { fact: 'a.use', is: ['this'] } } });
  it.each<[string, string[], string[]]>([
    ['its own', found([overlay('plan/topic')], 'plan'), ['payer/plan/topic warn']],
    ['by another name of it', found([overlay('plan/topic')], 'the-plan'), ['payer/plan/topic warn']],
    ['its reviewer speaks for it', found([overlay('reviewer/topic')], 'plan'), ['payer/reviewer/topic warn']],
    [
      'its own word goes first',
      found([overlay('reviewer/topic'), overlay('plan/topic')], 'plan'),
      ['payer/plan/topic warn'],
    ],
    ['another payer', found([overlay('plan/topic')], 'reviewer'), []],
    ['nobody named a payer', found([overlay('plan/topic')], undefined), []],
    ['the day', found([dated], 'plan'), ['payer/plan/topic warn']],
    ['the day before', found([dated], 'plan', '2026-06-01'), []],
    ['a use that is stated', found([use], 'plan', '2026-06-02', { 'a.use': 'this' }), ['payer/plan/topic warn']],
    ['a use that nobody stated', found([use], 'plan'), []],
    ['to be verified', found([overlay('plan/topic', { state: 'verify' })], 'plan'), ['payer/plan/topic note']],
    ['licensed', found([overlay('plan/topic', { state: 'licensed' })], 'plan'), ['payer/plan/topic note']],
    ['not sure', found([overlay('plan/topic', { confidence: 'low' })], 'plan'), ['payer/plan/topic note']],
    [
      'conditions',
      found([overlay('plan/topic', { position: 'conditions', conditions: ['a'] })], 'plan'),
      ['payer/plan/topic note'],
    ],
  ])('%s', (_, result, expected) => expect(result).toEqual(expected));
});
