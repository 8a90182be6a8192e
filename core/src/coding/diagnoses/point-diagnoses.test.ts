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
const coded = (...codes: string[]) => codes.map((code) => ({ code, why: '', evidence: [] }));
const citation = { document: 'invented', gist: '', confidence: 'high' as const };
const supports = [
  { family: 'epidural', codes: ['M54.1'], citation },
  { family: 'facet', codes: ['M47.8'], citation },
];

describe('pointDiagnoses', () => {
  it('puts the reason of the line first and keeps the rest when one family was done', () => {
    const [pointed] = pointDiagnoses([line('p1')], [procedure('p1', 'epidural')], coded('M51.26', 'M54.16'), supports);
    expect(pointed?.diagnoses).toEqual(['M54.16', 'M51.26']);
  });
  it('points each family at its own reason when several were done', () => {
    const procedures = [procedure('p1', 'epidural'), procedure('p2', 'facet')];
    const pointed = pointDiagnoses([line('p1'), line('p2')], procedures, coded('M47.816', 'M54.16'), supports);
    expect(pointed.map((entry) => entry.diagnoses)).toEqual([['M54.16'], ['M47.816']]);
  });
  it('points at everything when nothing speaks for the family', () => {
    const procedures = [procedure('p1', 'epidural'), procedure('p2', 'facet')];
    expect(pointDiagnoses([line('p1')], procedures, coded('G62.9'), supports)[0]?.diagnoses).toEqual(['G62.9']);
  });
  it('holds four at most', () => {
    const many = coded('A', 'B', 'C', 'D', 'E');
    expect(pointDiagnoses([line('p1')], [procedure('p1', 'facet')], many, supports)[0]?.diagnoses).toHaveLength(4);
  });
  it('quotes the first reason where only the narrative tells it', () => {
    const evidence = [{ source: 'note' as const, document: 'n', quote: 'has sciatica', start: 3, end: 15 }];
    const told = { code: 'M54.16', why: 'Told in the narrative.', told: 'history' as const, evidence };
    const [pointed] = pointDiagnoses([line('p1')], [procedure('p1', 'epidural')], [told], supports);
    expect(pointed).toMatchObject({ diagnoses: ['M54.16'], why: 'M54.16: Told in the narrative.', evidence });
    const [drug] = pointDiagnoses([{ ...line('p1'), kind: 'drug' }], [procedure('p1', 'epidural')], [told], supports);
    expect(drug).toMatchObject({ diagnoses: ['M54.16'], why: '', evidence: [] });
  });
});
