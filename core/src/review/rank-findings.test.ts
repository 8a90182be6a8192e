import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { rankFindings } from './rank-findings.ts';

const finding = (id: string, severity: Finding['severity'], line?: number): Finding => ({
  id,
  severity,
  ...(line === undefined ? {} : { line }),
  what: `${id} happened`,
  why: 'because',
  do: 'look',
  evidence: [],
});

describe('rankFindings', () => {
  it('puts blocks first, then the claim before its lines', () => {
    const ranked = rankFindings([
      finding('n', 'note'),
      finding('b2', 'block', 2),
      finding('w', 'warn'),
      finding('b', 'block'),
    ]);
    expect(ranked.map((one) => one.id)).toEqual(['b', 'b2', 'w', 'n']);
  });
  it('says a thing once', () => {
    expect(rankFindings([finding('a', 'warn', 1), finding('a', 'warn', 1), finding('a', 'warn', 2)])).toHaveLength(2);
  });
  it('does not depend on the order in which the columns spoke', () => {
    const some = [finding('a', 'warn', 1), finding('b', 'block', 2), finding('c', 'note'), finding('d', 'warn')];
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
        expect(rankFindings(shuffled)).toEqual(rankFindings(some));
      }),
    );
  });
});
