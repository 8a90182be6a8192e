import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { indexImplications } from '@interspace/core/coverage/code-facts';
import { lineFacts } from '@interspace/core/coverage/line-facts';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import { date } from '@interspace/core/model/date';
import type { Procedure } from '@interspace/core/model/procedure';
import { openLibrary } from './read.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));

it('declares every fact that the engine derives for a line', () => {
  const [policy] = library.policies.policies;
  if (!policy) throw new Error('the library has policies');
  const procedure: Procedure = {
    id: 'p1',
    family: 'epidural',
    kind: 'epidural-transforaminal',
    targets: [{ kind: 'interspace', name: 'L4-L5', region: 'lumbar', side: 'left', evidence: [] }],
    guidance: { modality: 'fluoroscopy', contrast: true, imagesSaved: true, evidence: [] },
    agents: [{ drug: 'dexamethasone-sodium-phosphate', role: 'steroid', milligrams: 10, evidence: [] }],
    intent: 'therapeutic',
    attributes: {},
    evidence: [],
  };
  const line = { number: 1, code: '64483', modifiers: ['LT'], units: 1, diagnoses: ['M54.16'], procedure };
  const context = {
    payer: 'medicare',
    state: 'OH',
    contractor: 'cgs',
    placeOfService: '11',
    claimType: 'professional' as const,
    dateOfService: date('2026-03-02'),
  };
  const request = { lines: [line], procedures: [procedure], sheet: new Map(), history: undefined, context, openLedger };
  const derived = lineFacts(
    line,
    request,
    policy.session,
    indexImplications(library.policies.implications, library.edits.modifiers),
  );
  const declared = new Set(library.facts.map((fact) => fact.name));
  expect([...derived.keys()].filter((name) => !declared.has(name))).toEqual([]);
});
