import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '@interspace/library/read';
import { projectRoot } from '../root.ts';
import { inputFromForm } from './form.ts';

const none = new Set<string>();
const read = (text: string) => inputFromForm(text, 'form.yaml', none);

test('the documented example is read, facts and all', () => {
  const page = readFileSync(join(projectRoot(), 'docs', 'input.md'), 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const facts = new Set(openLibrary(join(projectRoot(), 'library')).library.facts.map(({ name }) => name));
  const input = inputFromForm(example, 'docs/input.md', facts);
  expect(input.issues).toEqual([]);
  expect(input.ok && Object.keys(input.value)).toEqual(
    expect.arrayContaining(['context', 'documents', 'procedures', 'claim', 'history', 'facts', 'diagnoses']),
  );
});

test('codes and places written as numbers keep their digits', () => {
  const input = read('context: { placeOfService: 02 }\nclaim: { lines: [{ code: 64483 }, { code: 0216T }] }\n');
  expect(input.ok && input.value.context.placeOfService).toBe('02');
  expect(input.ok && input.value.claim?.lines.map(({ code }) => code)).toEqual(['64483', '0216T']);
});

test('lines that name no diagnosis stand for those of the claim; dollars become cents', () => {
  const input = read(
    'claim: { diagnoses: [M54.16, M54.12], lines: [{ code: 64483, charge: 900.1 }, { code: J3301, diagnoses: [M54.12] }] }',
  );
  const lines = input.ok ? input.value.claim?.lines : [];
  expect(lines?.map(({ pointers, charge }) => [pointers, charge])).toEqual([
    [[1, 2], 90_010],
    [[2], undefined],
  ]);
});

test.each([
  ['claim:\n  lines: []\n', 'form.yaml:2', 'lines'],
  ['history:\n  sessions:\n    - { date: 2026-01-05, familly: epidural }\n', 'form.yaml:3', 'Did you mean "family"?'],
  ['context: { claimType: asC }\n', 'form.yaml:1', 'Did you mean "asc"?'],
  ['note: x\nnote: y\n', 'form.yaml:2', 'unique'],
  ['note: [x]\n', 'form.yaml:1', 'must be a string, not a list'],
  ['just words\n', 'form.yaml', 'must be an object'],
  ['note: ""\n', 'form.yaml (note)', 'no text'],
])('%j is refused at its place', (text, at, says) => {
  const input = read(text);
  expect(input.ok).toBe(false);
  expect(input.issues[0]?.at).toBe(at);
  expect(input.issues.map(({ message }) => message).join(' ')).toContain(says);
});

test('a fact that nobody declared is refused with the nearest name', () => {
  const input = inputFromForm('facts: { pain.duration-week: 3 }', 'f.yaml', new Set(['pain.duration-weeks']));
  expect(input.issues[0]).toMatchObject({ code: 'cli/input/unknown-fact' });
  expect(input.issues[0]?.message).toContain('pain.duration-weeks');
});
