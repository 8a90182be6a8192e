import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../model/procedure.ts';
import type { ServiceLine } from '../../model/review.ts';
import { pointDiagnoses } from './point-diagnoses.ts';

const procedure = (id: string, family: string): Procedure => ({
  id,
  family,
  kind: family,
  targets: [],
  guidance: { modality: undefined, contrast: undefined, imagesSaved: undefined, evidence: [] },
  agents: [],
  attributes: {},
  evidence: [],
});
const line = (procedureId: string): ServiceLine => ({
  code: '99999',
  modifiers: [],
  units: 1,
  kind: 'procedure',
  diagnoses: [],
  why: '',
  evidence: [],
  procedure: procedureId,
});
const citation = { document: 'invented', gist: '', confidence: 'high' as const };
const supports = [
  { family: 'epidural', codes: ['M54.1'], citation },
  { family: 'facet', codes: ['M47.8'], citation },
];

describe('pointDiagnoses', () => {
  it('puts the reason of the line first and keeps the rest when one family was done', () => {
    const [pointed] = pointDiagnoses([line('p1')], [procedure('p1', 'epidural')], ['M51.26', 'M54.16'], supports);
    expect(pointed?.diagnoses).toEqual(['M54.16', 'M51.26']);
  });
  it('points each family at its own reason when several were done', () => {
    const procedures = [procedure('p1', 'epidural'), procedure('p2', 'facet')];
    const pointed = pointDiagnoses([line('p1'), line('p2')], procedures, ['M47.816', 'M54.16'], supports);
    expect(pointed.map((entry) => entry.diagnoses)).toEqual([['M54.16'], ['M47.816']]);
  });
  it('points at everything when nothing speaks for the family', () => {
    const procedures = [procedure('p1', 'epidural'), procedure('p2', 'facet')];
    expect(pointDiagnoses([line('p1')], procedures, ['G62.9'], supports)[0]?.diagnoses).toEqual(['G62.9']);
  });
  it('holds four at most', () => {
    const many = ['A', 'B', 'C', 'D', 'E'];
    expect(pointDiagnoses([line('p1')], [procedure('p1', 'facet')], many, supports)[0]?.diagnoses).toHaveLength(4);
  });
});
