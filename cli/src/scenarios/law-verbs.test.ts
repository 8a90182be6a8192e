import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainableIds } from '@interspace/library/explain/find';
import { openLibrary } from '@interspace/library/read';
import { projectRoot } from '../root.ts';
import { interspace, shelf } from './run.fixture.ts';

const SESSIONS = ['2025-05-01', '2025-08-05', '2025-11-10', '2026-02-15']
  .map(
    (on) => `  - { date: ${on}, family: epidural, kind: epidural-transforaminal, region: lumbar, role: therapeutic }`,
  )
  .join('\n');
const file = shelf({
  'history.yaml': `complete: true\nsessions:\n${SESSIONS}\n`,
  'arizona.yaml': `context: { payer: medicare, state: AZ, placeOfService: '11', dateOfService: 2026-04-10 }\nclaim: { diagnoses: [M54.16], lines: [{ code: '62323', units: 1, diagnoses: [M54.16] }] }\n`,
  'old-code.yaml': `context: { payer: medicare, state: OH, placeOfService: '22', dateOfService: 2025-12-20 }\nclaim: { diagnoses: [M48.062], lines: [{ code: '0275T', modifiers: [Q0], units: 1, diagnoses: [M48.062] }] }\n`,
  'broken.yaml': 'claim: [',
});

test('diff tells what came between two dates, by document', async () => {
  const { exit, out } = await interspace(['library', 'diff', '2026-04-15', '2026-04-16', '--document', 'L39240']);
  expect(exit).toBe(0);
  expect(out).toContain('FROM DATE OF SERVICE 2026-04-16');
  expect(out).toMatch(/changed document L39240[\s\S]*\+ JF \(noridian\) with A58993/);
});

test('diff speaks JSON, and of nothing when nothing changed', async () => {
  const { out } = await interspace(['library', 'diff', 'library', '--format', 'json']);
  expect(JSON.parse(out)).toMatchObject({ changes: [] });
  const refused = await interspace(['library', 'diff', 'no-such-revision']);
  expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('library/revision-unknown')]);
});

test('impact tells which claims the law of two days judges differently', async () => {
  const args = [
    'library',
    'impact',
    '--claims',
    file('arizona.yaml'),
    file('old-code.yaml'),
    '--from',
    '2025-12-31',
    '--to',
    '2026-04-16',
    '--format',
    'json',
  ];
  const { exit, out } = await interspace(args);
  const told = JSON.parse(out) as {
    read: number;
    changes: { source: string; authorization: { come: { id: string }[] }; findings: { come: { id: string }[] } }[];
  };
  expect([exit, told.read]).toEqual([1, 2]);
  const [arizona, old] = told.changes;
  expect(arizona?.authorization.come.map(({ id }) => id)).toEqual(['wiser recommended']);
  expect(old?.findings.come.map(({ id }) => id)).toContain('edit/code/ended');
});

test('impact of the same law twice is nothing; a document that cannot be read is said', async () => {
  const same = await interspace(['library', 'impact', '--claims', file('arizona.yaml'), '--from', 'library']);
  expect([same.exit, same.out]).toEqual([0, expect.stringContaining('0 of 1 document')]);
  const broken = await interspace(['library', 'impact', '--claims', file('broken.yaml'), '--from', 'library']);
  expect([broken.exit, broken.out]).toEqual([2, expect.stringContaining('1 could not be read')]);
});

test('stale tells what is due on a day, and what comes next', async () => {
  const { exit, out } = await interspace(['library', 'stale', '--on', '2026-11-21']);
  expect(exit).toBe(1);
  expect(out).toMatch(/edits\/pairs-2024q3/);
  expect(out).toMatch(/Next: /);
  expect((await interspace(['library', 'stale', '--on', 'tomorrow'])).exit).toBe(2);
});

test('forecast counts, dates and asks, in text and JSON', async () => {
  const args = ['forecast', '--history', file('history.yaml'), '--state', 'GA', '--on', '2026-04-20'];
  const text = await interspace(args);
  expect(text.exit).toBe(1);
  expect(text.out).toMatch(/4 of 4 used within 12 months: 2025-05-01, 2025-08-05, 2025-11-10, 2026-02-15/);
  expect(text.out).toContain('Next eligible date 2026-05-02');
  const json = JSON.parse((await interspace([...args, '--format', 'json'])).out) as { forecasts: { next: string }[] };
  expect(json.forecasts.map(({ next }) => next)).toContain('2026-05-02');
  expect((await interspace([...args, '--format', 'markdown'])).out).toContain('# Forecast 2026-04-20');
});

test('template is a page of questions of the day and place, without requirements', async () => {
  const { exit, out } = await interspace([
    'template',
    'epidural-transforaminal',
    '--state',
    'AZ',
    '--on',
    '2026-04-16',
  ]);
  expect(exit).toBe(0);
  expect(out).toContain('Documents: L39240 with A58993');
  const asked = out.slice(0, out.indexOf('## Why it is asked'));
  expect(asked).not.toMatch(/\d+ ?%|at least|no more than|\[x\]/);
  const json = JSON.parse((await interspace(['template', '64483', '--state', 'AZ', '--format', 'json'])).out) as {
    sections: { items: { linkId: string; text: string }[] }[];
  };
  const links = json.sections.flatMap(({ items }) => items.map(({ linkId }) => linkId));
  expect(new Set(links).size).toBe(links.length);
  const unknown = await interspace(['template', 'epidurals']);
  expect([unknown.exit, unknown.err]).toEqual([2, expect.stringContaining('Did you mean "epidural"')]);
});

test('explain shows a worked example of a criterion, a document, an edit and a code', async () => {
  const times: number[] = [];
  for (const id of ['medicare/epidural/frequency', 'L39242', 'edit/code/ended', '64483']) {
    const started = Date.now();
    const { exit, out } = await interspace(['explain', id]);
    times.push(Date.now() - started);
    expect([id, exit, out]).toEqual([id, 0, expect.stringContaining('WORKED EXAMPLE')]);
  }
  // A third of a second on a quiet machine; the first run may compile the law.
  expect(Math.min(...times)).toBeLessThan(2500);
});

test('every criterion has a worked example', async () => {
  const { examplesOf } = await import('@interspace/library/cases/example-of');
  const directory = join(projectRoot(), 'library');
  const { library } = openLibrary(directory);
  const criteria = library.policies.policies.flatMap((policy) => policy.criteria.map(({ id }) => id));
  expect(criteria.every((id) => new Set(explainableIds(library)).has(id))).toBe(true);
  expect(criteria.filter((id) => examplesOf(directory, library, id).length === 0)).toEqual([]);
});

test('the page on changing the law names only what exists', () => {
  const page = readFileSync(join(projectRoot(), 'docs', 'how-to-change-the-law.md'), 'utf8');
  for (const [, path] of page.matchAll(/`(library\/[\w./-]+\.(?:yaml|csv))`/g))
    expect([path, readFileSync(join(projectRoot(), path ?? ''), 'utf8').length > 0]).toEqual([path, true]);
});
