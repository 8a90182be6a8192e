import { describe, expect, it } from 'vitest';
import type { Claim } from '../model/claim.ts';
import { date } from '../model/date.ts';
import type { FactSheet } from '../model/fact.ts';
import { notEvaluated } from './not-evaluated.ts';

const sedation = (value: string | undefined): FactSheet =>
  new Map([['sedation.kind', { name: 'sedation.kind', value, evidence: [] }]]);
const told = (facts: FactSheet, claim?: Claim) =>
  notEvaluated({ dateOfService: date('2026-03-02') }, [], [], claim, [], facts).join('\n');

describe('notEvaluated', () => {
  it.each(['moderate', 'deep', 'monitored-anesthesia-care', 'general'])('names codes of %s sedation', (kind) => {
    expect(told(sedation(kind))).toContain('Codes of sedation');
  });
  it.each(['none', 'local-only', 'minimal', undefined])('says nothing of sedation when it is %s', (kind) => {
    expect(told(sedation(kind))).not.toContain('sedation');
  });
  it('leaves the codes of a claim as they stand', () => {
    expect(told(sedation('deep'), { lines: [] } as unknown as Claim)).not.toContain('sedation');
  });
});
