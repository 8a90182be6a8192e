import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLibrary } from '@interspace/library/read';
import { lawAsText, lawFromText } from './kept-law.ts';

const read = readLibrary(fileURLToPath(new URL('../../library', import.meta.url)));
if (!read.ok) throw new Error('the library does not load');
const text = lawAsText(read.value);

describe('the law as text', () => {
  it('says the same when it is read again', () => {
    expect(JSON.stringify(lawFromText(text))).toBe(JSON.stringify(read.value));
  });
  it('is ASCII, one part a line', () => {
    expect(/^[\n\x20-\x7e]*$/.test(text)).toBe(true);
    expect(text.split('\n')).toHaveLength(read.value.edits.pairs.length + read.value.policies.policies.length + 2);
  });
  it('gives each part once and keeps it', () => {
    const law = lawFromText(text);
    expect(law.edits.pairs[0]?.rows).toBe(law.edits.pairs[0]?.rows);
    expect(law.policies.policies[0]?.criteria).toEqual(read.value.policies.policies[0]?.criteria);
  });
});
