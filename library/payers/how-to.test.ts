import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { date } from '@interspace/core/model/date';
import type { EngineInput } from '@interspace/core/model/review-input';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { lawFiles, readText } from '../src/files.ts';
import { compileLibrary } from '../src/read.ts';

const directory = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(fileURLToPath(new URL('../../docs/how-to-add-an-overlay.md', import.meta.url)), 'utf8');
const [payer = '', program = ''] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((block) => block[1] ?? '');
const own = lawFiles(directory).map((path) => readText(directory, path));
const { library, issues } = compileLibrary([
  ...own,
  { path: 'payers/example-health.yaml', text: payer },
  { path: 'programs/example-health.yaml', text: program },
]);

describe('the page on overlays', () => {
  it('shows files that the library takes as they stand', () => {
    expect(issues.filter(({ at }) => at?.includes('example-health'))).toEqual([]);
  });

  const input = (payerName: string, on: string): EngineInput => ({
    context: { payer: payerName, dateOfService: date(on) },
    documents: [],
    planned: ['64624', '62330'],
  });
  it.each([
    ['example-health', '2026-07-01', ['payer/evicore/decompression', 'payer/example-health/genicular']],
    ['example-ppo', '2026-07-01', ['payer/evicore/decompression', 'payer/example-health/genicular']],
    ['example-health', '2026-06-30', ['payer/evicore/decompression']],
    ['medicare', '2026-07-01', []],
  ])('%s on %s', (payerName, on, expected) => {
    const { findings } = review(input(payerName, on), prepareLibrary(library));
    expect(
      findings
        .map(({ id }) => id)
        .filter((id) => id.startsWith('payer/'))
        .toSorted(),
    ).toEqual(expected);
  });

  it('asks by the list, and says what the list does not name', () => {
    const { authorization } = review(input('example', '2026-07-01'), prepareLibrary(library));
    expect(authorization.map(({ status, codes }) => `${status} ${codes?.join(' ') ?? ''}`)).toEqual([
      'required 64624',
      'unknown 62330',
    ]);
  });

  it.each([
    ['position: conditions', 'position: sometimes', 'library/shape'],
    ['state: known', 'state: licensed', 'library/shape'],
    ['cite: policy', 'cite: nowhere', 'library/dangling-citation'],
    ['from: 2026-07-01 ', 'from: 2026-07-01\n    through: 2026-06-01 ', 'library/reversed-period'],
    ['follows: evicore', 'follows: nobody', 'library/dangling-payer'],
  ])('%s → %s is refused at its line', (before, after, code) => {
    const text = payer.replace(before, after);
    expect(text).not.toBe(payer);
    const broken = compileLibrary([...own, { path: 'payers/example-health.yaml', text }]);
    const found = broken.issues.filter(({ at }) => at?.startsWith('payers/example-health.yaml'));
    expect(found.map((one) => one.code)).toContain(code);
    expect(found[0]?.at).toMatch(/:\d+$/);
  });
});
