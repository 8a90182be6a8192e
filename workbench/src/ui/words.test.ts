import { expect, test } from 'vitest';
import { actInWords, payerInWords } from './words.ts';

test.each([
  [
    'facet, lumbar-sacral, ablation, facet-ablation, L4-L5 L5-S1, right (like 2026-02-11)',
    'Facet, lumbosacral, ablation, facet ablation, L4-L5 L5-S1, right, as on Feb 11, 2026',
  ],
  ['epidural, therapeutic (none yet)', 'Epidural, therapeutic, none yet'],
])('%s', (act, words) => expect(actInWords(act)).toBe(words));

test('a payer by its name', () => expect(payerInWords('medicare-advantage')).toBe('Medicare Advantage'));
