// Writes the reference pages that are made from the sources; with --check it only says whether they are current.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { schemaText } from '../cli/src/commands/schema.ts';
import { daVinciPage } from './generate/da-vinci.ts';
import { glossary } from './generate/glossary.ts';
import { issuesPage } from './generate/issues.ts';
import { factNames, factsPage } from './generate/facts.ts';
import { readme } from './generate/readme.ts';
import { root } from './paths.mjs';

const PAGES: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/reference/review.schema.json': () => schemaText('review'),
  'docs/reference/review-input.schema.json': () => schemaText('input'),
  'docs/reference/submission.schema.json': () => schemaText('submission'),
  'docs/reference/issues.md': issuesPage,
  'docs/da-vinci.md': () => daVinciPage(root),
  'docs/reference/glossary.md': () => glossary(root),
  'README.md': () => readme(root),
  'docs/reference/facts.md': () => factsPage(root),
  'core/src/model/fact-name.ts': () => factNames(root),
};

const check = process.argv.includes('--check');
let stale = 0;
for (const [page, make] of Object.entries(PAGES)) {
  const path = join(root, page);
  const text = await make();
  const same = existsSync(path) && readFileSync(path, 'utf8') === text;
  if (same) continue;
  stale++;
  if (check) {
    console.log(`${page} is not current: run \`npm run generate\` and commit it.`);
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${page}`);
  }
}
if (check && stale > 0) process.exitCode = 1;
