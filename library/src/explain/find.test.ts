import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '../read.ts';
import { expect, test } from 'vitest';
import { explainableIds, findExplanation } from './find.ts';
import { OWN_CHECKS } from './own-checks.ts';
import { withExample } from './worked-example.ts';

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

test.each<[id: string, heading: string, told: RegExp]>([
  ['J1100', 'Billing', /^one unit for 1 mg of dexamethasone/],
  ['j3301', 'Billing', /^one unit for 10 mg of triamcinolone/],
  ['64495', 'Stands only beside', /64493, 64494/],
  ['64493', 'Units', /^1 at most on a day, whatever/],
  ['M54.16', 'Read from', /radiculopath/],
  ['M54.16', 'On lists of coverage', /\(/],
  ['M54.5', 'Billable', /^until 2021-09-30; look at/],
])('%s says under "%s" what a biller asks', (id, heading, told) => {
  const section = findExplanation(library, id)?.sections.find((one) => one.heading === heading);
  expect(section?.lines.some((line) => told.test(line))).toBe(true);
});

test.each([
  ['edit/units/day-absolute', /^C05: /],
  ['M54.5', /^C41: /],
  ['97810', /^B27: /],
])('%s is shown in a worked example that has a title', (id, title) => {
  const found = withExample(findExplanation(library, id)!, library, root);
  expect(found.sections.find(({ heading }) => heading === 'Worked example')?.lines[0]).toMatch(title);
});
