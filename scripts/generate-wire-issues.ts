import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { wireIssuesPage } from '../wire/src/issues-page.ts';

writeFileSync(resolve(import.meta.dirname, '../docs/reference/wire-issues.md'), wireIssuesPage());
