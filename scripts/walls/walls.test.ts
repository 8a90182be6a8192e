import { expect, test } from 'vitest';
import { checks } from './checks.mjs';

interface File {
  path: string;
  text: string;
}

function problems(name: string, ...house: File[]): string[] {
  return checks.find((check) => check.name === name)!.check(house).problems;
}

const file = (path: string, text: string): File => ({ path, text });

test('a circle through three files is found, a diamond is none', () => {
  const circle = [
    file('core/src/model/a.ts', "import type { B } from './b.ts';"),
    file('core/src/model/b.ts', "export { C } from '@interspace/core/model/c';"),
    file('core/src/model/c.ts', "const a = await import('./a.ts');"),
  ];
  expect(problems('no import circles', ...circle)).toHaveLength(1);
  const diamond = [
    file('core/src/model/a.ts', "import './b.ts';\nimport './c.ts';"),
    file('core/src/model/b.ts', "import './d.ts';"),
    file('core/src/model/c.ts', "import './d.ts';"),
    file('core/src/model/d.ts', ''),
  ];
  expect(problems('no import circles', ...diamond)).toEqual([]);
});

test.each([
  ['core/src/model/a.ts', '../facts/b.ts', 'plinth'],
  ['core/src/facts/a.ts', '../coding/b.ts', 'column'],
  ['core/src/coverage/operators/a.ts', '../../ledger/b.ts', 'column'],
  ['core/src/review/a.ts', '@interspace/library/read', 'core may not import library'],
  ['core/src/review/a.ts', 'yaml', 'package'],
  ['wire/src/x12/a.ts', '@interspace/core/review/review', 'only the nouns'],
  ['library/src/a.ts', '@interspace/wire/x12/b', 'library may not import wire'],
  ['core/src/facts/a.ts', '../index.ts', 'barrel'],
])('%s may not import %s', (path, target, why) => {
  expect(problems('imports go downwards', file(path, `import { x } from '${target}';`)).join('\n')).toContain(why);
});

test.each([
  ['core/src/facts/a.ts', '../model/date.ts'],
  ['core/src/review/a.ts', '../coding/propose-codes.ts'],
  ['core/src/coverage/operators/a.ts', '../evaluate.ts'],
  ['cli/src/a.ts', '@interspace/library/read'],
  ['core/src/facts/a.test.ts', '../coding/b.ts'],
])('%s may import %s', (path, target) => {
  expect(problems('imports go downwards', file(path, `import { x } from '${target}';`))).toEqual([]);
});

test.each([
  ["const code = '64483';", 'code'],
  ['const pattern = /^(0232T|J3301)$/;', 'code'],
  ["if (document === 'L36920') return;", 'document'],
  ['const today = Date.now();', 'clock'],
  ['const today = new Date();', 'clock'],
  ['const pick = Math.random();', 'chance'],
  ["import { readFileSync } from 'node:fs';", 'machine'],
  ["const who = 'Palmetto GBA';", 'contractor'],
])('core may not say %s', (text, why) => {
  expect(problems('core is pure', file('core/src/facts/a.ts', text)).join('\n')).toContain(why);
});

test.each([
  ['// such as 64483 of L36920', 'core/src/facts/a.ts'],
  ['/** The day of `new Date()` is not asked. */', 'core/src/facts/a.ts'],
  ['const day = new Date(0);', 'core/src/facts/a.ts'],
  ['const ms = 86_400_000;', 'core/src/facts/a.ts'],
  ["expect(code).toBe('64483');", 'core/src/facts/a.test.ts'],
])('core may say %s in %s', (text, path) => {
  expect(problems('core is pure', file(path, text))).toEqual([]);
});

const MODIFIERS = file(
  'library/edits/modifiers.yaml',
  "means:\n  left: [LT]\n  # two kinds\n  both: ['50']\n  anatomic: [LT, T1]\n  visit: ['24']\nlists:\n  places: ['11']\n",
);

test.each([
  ["const side = modifiers.includes('LT');", 'core/src/pricing/a.ts', 1],
  ["if (word === '50') return;", 'core/src/coverage/a.ts', 1],
  ["const thoracic = name === 'T1';", 'core/src/facts/a.ts', 0],
  ["const center = placeOfService === '24';", 'core/src/edits/a.ts', 0],
  ["const office = which === '11';", 'core/src/edits/a.ts', 0],
  ["means(law, modifier, 'left'); // LT", 'core/src/edits/a.ts', 0],
])('core asks for the meanings of modifiers: %s', (text, path, count) => {
  expect(problems('core is pure', MODIFIERS, file(path, text))).toHaveLength(count);
});

test('long files and local paths are named', () => {
  expect(problems('files are small', file('core/src/a.ts', 'x\n'.repeat(501)))).toHaveLength(2);
  expect(
    problems('files are small', file('library/a.yaml', 'x\n'.repeat(501)), file('core/src/a.ts', 'x')),
  ).toHaveLength(1);
  expect(problems('nothing of this machine', file('docs/a.md', ['', 'home', 'ann', 'notes'].join('/')))).toHaveLength(
    1,
  );
});

test('an issue code without a page entry, and an entry without a code', () => {
  const home = file('cli/src/issues.ts', "export const ISSUES = { 'cli/a/b': 1 };");
  expect(
    problems('issue codes are documented', home, file('docs/reference/issues.md', '### `cli/x/y`\n')),
  ).toHaveLength(2);
  expect(problems('issue codes are documented', home, file('docs/reference/issues.md', '### `cli/a/b`\n'))).toEqual([]);
});
