import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { date } from '@interspace/core/model/date';
import { payerOfFiling } from '@interspace/core/model/law/jurisdiction';
import { explainPayer } from '../src/explain/programs-and-payers.ts';
import { lawFiles, readText } from '../src/files.ts';
import { compileLibrary, openLibrary } from '../src/read.ts';

const directory = fileURLToPath(new URL('..', import.meta.url));
const { library } = openLibrary(directory);
const law = library.policies.jurisdictions;

describe('what a claim says of its payer', () => {
  it.each([
    ['MB', 'medicare'],
    ['MA', 'medicare'],
    ['16', 'medicare-advantage'],
    ['MC', 'medicaid'],
    ['BL', 'bcbs'],
    ['CI', 'commercial'],
    // A plan of Medicare or not: the indicator alone does not tell.
    ['HM', 'filing indicator HM'],
    ['WC', 'filing indicator WC'],
  ])('%s goes to %s', (indicator, payer) => {
    expect(payerOfFiling(law, indicator, date('2026-03-02'))).toBe(payer);
  });

  it('rests on a citation that was read, with its day and its confidence', () => {
    const filings = law.payers.flatMap((payer) => payer.filings ?? []);
    expect(filings).toHaveLength(6);
    for (const { indicator, cite } of filings) {
      const citation = law.citations[cite];
      expect(citation, indicator).toMatchObject({
        confidence: expect.stringMatching(/high|medium/),
        read: '2026-11-23',
      });
      expect(citation?.url, indicator).toMatch(/^https:/);
    }
  });

  it('is told to who asks about the payer', () => {
    const text = JSON.stringify(explainPayer(library, 'medicare'));
    expect(text).toContain('MB');
    expect(text).toContain('Claim filing indicators');
  });
});

// The payers and what they were read from: reading the whole law for each of these would take long.
const own = lawFiles(directory)
  .filter((path) => /^(payers|sources)\b/.test(path))
  .map((path) => readText(directory, path));
const said = (filings: string, citations = 'x: { document: D, gist: Some gist., confidence: high }') =>
  compileLibrary([
    ...own,
    {
      path: 'payers/example-health.yaml',
      text: `payer: example-health\ntitle: Example\nkind: commercial\nfilings:\n${filings}\ncitations:\n  ${citations}\n`,
    },
  ]).issues.filter(({ at }) => at?.includes('example-health'));

describe('a filing indicator of a payer file', () => {
  it('needs no more than a citation that is there', () => {
    expect(said('  - { indicator: LM, from: 2026-01-01, cite: x }')).toEqual([]);
    expect(said('  - { indicator: LM, cite: y }')[0]?.code).toBe('library/dangling-citation');
    expect(said('  - { indicator: LM }')[0]?.code).toBe('library/shape');
    expect(said('  - LM')[0]?.code).toBe('library/shape');
  });

  it('is refused on a guess, with dates turned round, and when it is another payer’s', () => {
    const low = 'x: { document: D, gist: Some gist., confidence: low }';
    expect(said('  - { indicator: LM, cite: x }', low)[0]?.code).toBe('library/value-without-citation');
    expect(said('  - { indicator: LM, cite: x }', 'x: { document: D, gist: Some gist. }')[0]?.code).toBe(
      'library/value-without-citation',
    );
    expect(said('  - { indicator: LM, from: 2026-01-01, through: 2025-01-01, cite: x }')[0]?.code).toBe(
      'library/reversed-period',
    );
    expect(said('  - { indicator: MB, cite: x }').concat(said('  - { indicator: MC, cite: x }'))).toHaveLength(2);
  });
});
