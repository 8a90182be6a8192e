import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { placeInWords, WIRE_ISSUES, wireIssue } from './issues.ts';

it('the reference page and the code agree', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/reference/issues.md'), 'utf8');
  for (const [code, [, message, hint]] of Object.entries(WIRE_ISSUES)) {
    expect(page).toContain(`### \`${code}\``);
    expect(page).toContain(message);
    expect(page).toContain(hint);
  }
  const listed = page.match(/(?<=### `)wire\/[^`]+/g);
  expect(listed?.toSorted()).toEqual(Object.keys(WIRE_ISSUES).toSorted());
});

it('a place reads from the outside in', () => {
  const place = {
    interchange: 1,
    group: 2,
    transaction: 3,
    loop: '2400',
    segment: 'SV1',
    ordinal: 24,
    element: 1,
    component: 2,
    offset: 1234,
  };
  expect(placeInWords(place)).toBe(
    'interchange 1, group 2, transaction 3, loop 2400, segment 24 SV1, element 1-2, byte 1234',
  );
  expect(wireIssue('wire/x12/money', place, 'More.')).toMatchObject({ level: 'error', place, at: placeInWords(place) });
});
