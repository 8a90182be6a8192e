import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '../read.ts';
import { expect, test } from 'vitest';
import { explainableIds, findExplanation } from './find.ts';
import { OWN_CHECKS } from './own-checks.ts';

const byText = (one = '', other = '') => (one < other ? -1 : 1);

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { library } = openLibrary(join(root, 'library'));

test('every id that is offered is explained, by its own name or that of its finding', () => {
  const silent = [...explainableIds(library)].filter((id) => !findExplanation(library, id));
  expect(silent).toEqual([]);
});

test('every finding that core states by itself is explained, and nothing else', () => {
  const core = join(root, 'core', 'src');
  const text = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(core, file), 'utf8'))
    .join('\n');
  const edits = new Set(library.edits.rules.map(({ id }) => id));
  const named = [...text.matchAll(/'((?:note|review|coverage)\/[a-z-]+)'/g)].flatMap(([, id]) => id ?? []);
  const stated = new Set(named.filter((id) => !edits.has(id)));
  expect([...stated].toSorted(byText)).toEqual(Object.keys(OWN_CHECKS).toSorted(byText));
});

test('a criterion is told with its requirement, values, documents and sources', () => {
  const found = findExplanation(library, 'medicare/epidural/frequency');
  const headings = found?.sections.map(({ heading }) => heading);
  expect(headings).toEqual(
    expect.arrayContaining(['Requires', 'Values', 'Documents', 'When it is not met', 'Sources']),
  );
  expect(found?.file).toMatch(/frequency\.yaml$/);
});
