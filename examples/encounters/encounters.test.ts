import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Review } from '../../core/src/model/review.ts';
import { prepareLibrary } from '../../core/src/review/prepare.ts';
import { review } from '../../core/src/review/review.ts';
import { readLibrary } from '../../library/src/read.ts';
import { condense, type Judgement } from './condense.ts';
import { ENCOUNTERS, readEncounter } from './read-encounter.ts';

const names = readdirSync(ENCOUNTERS, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const read = readLibrary(fileURLToPath(new URL('../../library', import.meta.url)));
if (!read.ok) throw new Error(read.issues.map((issue) => `${issue.at}: ${issue.message}`).join('\n'));
const library = prepareLibrary(read.value);

/** Every piece of Evidence of a Review, wherever it stands. */
function evidenceOf(value: unknown): { source?: string; quote: string; start: number; end: number }[] {
  if (Array.isArray(value)) return value.flatMap(evidenceOf);
  if (value === null || typeof value !== 'object') return [];
  if ('quote' in value && 'start' in value) return [value as never];
  return Object.values(value).flatMap(evidenceOf);
}

describe.each(names)('%s', (name) => {
  const input = readEncounter(name);
  const answer: Review = review(input, library);

  it('is judged as written beside it', () => {
    const expected = JSON.parse(readFileSync(join(ENCOUNTERS, name, 'expected.json'), 'utf8')) as Judgement;
    expect(condense(answer)).toEqual(expected);
  });

  it('quotes the note exactly', () => {
    const text = input.documents[0]?.text ?? '';
    for (const { quote, start, end } of evidenceOf(answer)) expect(text.slice(start, end)).toBe(quote);
  });

  it('is the same bytes again', () => expect(JSON.stringify(review(input, library))).toBe(JSON.stringify(answer)));
});
