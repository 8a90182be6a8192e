import { fileURLToPath } from 'node:url';
import { cover } from '@interspace/core/coverage/determine';
import { openLedger } from '@interspace/core/ledger/open-ledger';
import type { Claim } from '@interspace/core/model/claim';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { openLibrary } from '@interspace/library/read';
import { readClaimsFromBuffer } from '@interspace/wire/x12/read-claims';
import { expect, it } from 'vitest';
import { claimsInMemory } from '../../../bench/generate-claims.ts';
import { ClaimContexts } from './claim-context.ts';
import { ClaimCoverage } from './claim-coverage.ts';
import { Kept } from './kept.ts';
import { Epochs } from './epochs.ts';

const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
const prepared = prepareLibrary(library);
const { claims } = readClaimsFromBuffer(claimsInMemory({ bytes: 120_000, faults: 0.5, seed: 7 }).file);

it('says of every claim what the whole law says, though most of it is not judged again', () => {
  const contexts = new ClaimContexts({}, prepared.policies.jurisdictions);
  const coverage = new ClaimCoverage(library, prepared);
  let findings = 0;
  for (const { claim } of claims) {
    const context = contexts.of(claim);
    const lines = claim.lines.map((line, index) => {
      const role = prepared.coding.codes.get(line.code)?.role;
      return {
        number: index + 1,
        code: line.code,
        modifiers: line.modifiers,
        units: line.units,
        diagnoses: line.pointers.flatMap((pointer) => claim.diagnoses[pointer - 1] ?? []),
        kind: role === 'drug' || role === 'guidance' || role === 'evaluation' ? role : ('procedure' as const),
      };
    });
    const whole = cover(
      { lines, procedures: [], sheet: new Map(), history: undefined, context, openLedger },
      prepared.policies,
    );
    const found = coverage.of(claim, context);
    expect(found?.findings).toEqual(whole.findings);
    expect(found?.lines.map(({ outcome }) => outcome)).toEqual(whole.determinations.map(({ outcome }) => outcome));
    findings += whole.findings.length;
  }
  expect(findings).toBeGreaterThan(20);
});

it('says the same of a claim whichever claims came before it', () => {
  const contexts = new ClaimContexts({}, prepared.policies.jurisdictions);
  const of = (claim: Claim, code: string, modifiers: readonly string[], placeOfService: string, diagnosis: string) => ({
    ...claim,
    placeOfService,
    diagnoses: [diagnosis],
    lines: [{ ...claim.lines[0]!, code, modifiers, pointers: [1] }],
  });
  const { claim } = claims[0]!;
  const variants = ['64615', '97810', '63650', '62330', '64493', '99213'].flatMap((code) =>
    [[], ['KX'], ['58']].flatMap((modifiers) =>
      ['11', '24'].flatMap((place) =>
        ['G43.719', 'M48.062', 'M54.50'].map((diagnosis) => of(claim, code, modifiers, place, diagnosis)),
      ),
    ),
  );
  const told = (list: readonly Claim[]) => {
    const coverage = new ClaimCoverage(library, prepared);
    return new Map(list.map((one) => [one, coverage.of(one, contexts.of(one))?.lines]));
  };
  const [forward, backward] = [told(variants), told(variants.toReversed())];
  for (const one of variants) expect(forward.get(one)).toEqual(backward.get(one));
  expect(new Set([...forward.values()].map((lines) => lines?.[0]?.unknown)).size).toBeGreaterThan(3);
});

it('an answer that names its day is not given for another day', () => {
  const kept = new Kept<string>(new Epochs([]));
  expect(kept.get('2026-01-01', '|a', () => 'on 2026-01-01')).toBe('on 2026-01-01');
  expect(kept.get('2026-01-02', '|a', () => 'on 2026-01-02')).toBe('on 2026-01-02');
  expect(kept.get('2026-01-01', '|a', () => 'again')).toBe('on 2026-01-01');
  expect(kept.get('2026-01-01', '|b', () => 'always')).toBe('always');
  expect(kept.get('2026-03-01', '|b', () => 'again')).toBe('always');
});
