import { date } from '../model/date.ts';
import type { FactDeclaration } from '../model/fact.ts';
import type { Clause } from '../model/law/clause.ts';
import type { Criterion, DatedValue } from '../model/law/criterion.ts';
import type { ModifierLaw } from '../model/law/edits.ts';
import type { Policy, PolicyLaw } from '../model/law/policy.ts';

/** A small invented law: two documents, two criteria, codes that do not exist. */
export const FACTS: readonly FactDeclaration[] = [
  { name: 'pain.weeks', type: 'number', unit: 'weeks', meaning: 'duration', question: 'How long?', asked: 'clinician' },
  {
    name: 'care.failed',
    type: 'boolean',
    meaning: 'care failed',
    question: 'What was the result?',
    asked: 'clinician',
  },
  { name: 'line.diagnoses', type: 'words', meaning: 'diagnoses', question: 'Which diagnosis?', asked: 'clinician' },
  { name: 'earlier.relief-percent', type: 'number', unit: 'percent', meaning: 'relief' },
  { name: 'earlier.relief-days', type: 'number', unit: 'days', meaning: 'relief' },
];

/** Left, right, both and another place. */
export const MODIFIERS: ModifierLaw = {
  means: { left: ['LT'], right: ['RT'], both: ['50'], 'other-site': ['59', 'XS'] },
  conflicts: [],
};

export const cited = { document: 'lcd', gist: 'an invented sentence' };

export function value(of: DatedValue['value'], more: Partial<DatedValue> = {}): DatedValue {
  return { value: of, cite: 'text', ...more };
}

export function criterion(id: string, require: Clause, more: Partial<Criterion> = {}): Criterion {
  return {
    id: `test/topic/${id}`,
    title: id,
    status: 'draft',
    confidence: 'high',
    standing: 'settled',
    satisfies: [],
    order: 1,
    require,
    params: {},
    citations: { text: cited },
    finding: { severity: 'block', what: `${id} is not met`, why: 'why', do: 'do' },
    file: `policies/test/topic/${id}.yaml`,
    ...more,
  };
}

export const FREQUENCY: Criterion = criterion(
  'frequency',
  {
    path: 'require',
    operator: 'count-at-most',
    selector: { same: ['region-group'], within: 'window' },
    limit: { param: 'limit' },
  },
  {
    params: { limit: [value(4)], window: [value({ amount: 12, unit: 'months' })] },
    finding: {
      severity: 'block',
      what: '{count} of {limit} in {window}: {dates}',
      why: 'why',
      do: 'wait until {next}',
    },
  },
);

export const DURATION: Criterion = criterion(
  'duration',
  { path: 'require', operator: 'at-least', fact: 'pain.weeks', limit: { param: 'least' } },
  { params: { least: [value({ amount: 4, unit: 'weeks' })] } },
);

export function policy(criteria: readonly Criterion[], more: Partial<Policy> = {}): Policy {
  return {
    id: 'test/topic',
    title: 'An invented topic',
    payers: ['payer'],
    appliesTo: { codes: 'topic-codes', families: [], kinds: ['topic-injection'] },
    session: {
      families: ['topic'],
      regionGroups: { upper: ['cervical', 'thoracic'], lower: ['lumbar', 'sacral'] },
      windowStart: 'inclusive',
      windowStanding: 'settled',
      roles: [{ role: 'diagnostic', modifier: 'KX' }, { role: 'therapeutic' }],
    },
    documents: [
      { id: 'DOC-A', article: 'ART-A', issuer: 'alpha', jurisdictions: ['J-A'], from: date('2021-01-01') },
      { id: 'DOC-B', issuer: 'beta', jurisdictions: ['J-B'], from: date('2021-06-01'), through: date('2026-04-15') },
    ],
    citations: {},
    criteria,
    file: 'policies/test/topic/policy.yaml',
    ...more,
  };
}

export function law(policies: readonly Policy[]): PolicyLaw {
  const set = (name: string, codes: string[], more: object = {}) => ({
    name,
    title: name,
    system: 'cpt-hcpcs' as const,
    confidence: 'high' as const,
    standing: 'settled' as const,
    citations: { text: cited },
    members: [{ codes, under: [], cite: 'text', ...more }],
    file: '',
  });
  return {
    policies,
    codeSets: [set('topic-codes', ['TOP01', 'TOP02']), set('good-diagnoses', ['M1.1', 'M1.2'])],
    jurisdictions: {
      payers: [
        { id: 'payer', title: 'Payer', assumed: true },
        { id: 'follower', title: 'Follower', follows: 'payer' },
        { id: 'stranger', title: 'Stranger' },
      ],
      contractors: { alpha: 'Alpha Company', beta: 'Beta Company' },
      jurisdictions: { 'J-A': 'alpha', 'J-B': 'beta' },
      states: [
        { state: 'AA', jurisdiction: 'J-A', cite: 'text' },
        { state: 'BB', jurisdiction: 'J-B', cite: 'text', through: date('2026-04-15') },
        { state: 'BB', jurisdiction: 'J-A', cite: 'text', from: date('2026-04-16') },
      ],
      parts: [],
      overlays: [],
      citations: {},
    },
    implications: [
      {
        code: 'TOP01',
        lineKind: 'procedure',
        family: 'topic',
        kinds: ['topic-injection'],
        regions: ['lumbar', 'sacral'],
        level: 1,
        facts: {},
      },
      {
        code: 'TOP02',
        lineKind: 'procedure',
        family: 'topic',
        kinds: ['topic-injection'],
        regions: ['lumbar', 'sacral'],
        level: 2,
        facts: {},
      },
      { code: 'DRUG1', lineKind: 'drug', facts: {} },
    ],
  };
}
