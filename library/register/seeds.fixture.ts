import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { date } from '../../core/src/model/date.ts';
import { isInForce } from '../../core/src/model/period.ts';
import { ReviewInput, type ReviewInputDocument } from '../../core/src/model/review-input.ts';
import type { Review } from '../../core/src/model/review.ts';
import { engineInputOf } from '../../core/src/review/engine-input.ts';
import { prepareLibrary } from '../../core/src/review/prepare.ts';
import { review } from '../../core/src/review/review.ts';
import { parseCsv } from '../src/csv.ts';
import { openLibrary } from '../src/read.ts';

// The documents that the project began from hold statements that are wrong or out of date. Each has a row in seeds.csv and
// a test here that the right thing is said. All encounters are invented.
export const directory = fileURLToPath(new URL('..', import.meta.url));
export const open = openLibrary(directory);
export const { library } = open;
export const prepared = prepareLibrary(library);

export const judge = (input: ReviewInputDocument): Review => review(engineInputOf(ReviewInput.parse(input)), prepared);
export const ids = (of: Review): string[] => of.findings.map(({ id }) => id);
export const MEDICARE = { payer: 'medicare', state: 'OH', placeOfService: '11', claimType: 'professional' } as const;
export type Line = { code: string; modifiers?: string[]; units?: number; diagnoses?: string[] };
export const billed = (
  on: string,
  lines: readonly (string | Line)[],
  context: object = {},
  more: object = {},
): Review =>
  judge({
    context: { ...MEDICARE, dateOfService: on, ...context },
    claim: {
      diagnoses: ['M54.16'],
      lines: lines.map((line) => ({ diagnoses: ['M54.16'], ...(typeof line === 'string' ? { code: line } : line) })),
    },
    ...more,
  });
export const done = (procedure: object, context: object = {}, more: object = {}): Review =>
  judge({
    context: { ...MEDICARE, dateOfService: '2026-04-20', ...context },
    procedures: [procedure],
    ...more,
  } as never);
export const codes = (of: Review): string[] => of.lines.map(({ code, modifiers }) => [code, ...modifiers].join('-'));
export const valid = (code: string, on: string): boolean =>
  library.coding.codes.some((one) => one.code === code && isInForce(one, date(on)));
export const record = (code: string, on = '2026-04-20') =>
  library.coding.codes.find((one) => one.code === code && isInForce(one, date(on)));
export const guidance = (code: string, on: string) =>
  record(code, on)?.guidance.find((rule) => isInForce(rule, date(on)))?.rule;
export const criteria = (policy: string) => library.policies.policies.find(({ id }) => id === policy)?.criteria ?? [];
export const values = (policy: string) =>
  criteria(policy).flatMap(({ id, params }) =>
    Object.entries(params).flatMap(([name, list]) =>
      list.map(({ value, documents }) => ({ id, name, value, documents })),
    ),
  );
export const facet = (kind: string, guided = 'fluoroscopy', more: object = {}) => ({
  family: 'facet',
  kind,
  targets: [{ kind: 'facet-joint', name: 'L4-L5', side: 'right' }],
  guidance: { modality: guided, contrast: true, imagesSaved: true },
  agents: [{ drug: 'lidocaine', millilitres: 1 }],
  intent: 'diagnostic',
  ...more,
});
export const named = (kind: string, name: string, family: string) => ({
  family,
  kind,
  targets: [{ kind: 'nerve', name, side: 'right' }],
  agents: [{ drug: 'lidocaine', millilitres: 2 }],
});
export const documentOf = (code: string, state = 'OH', on = '2026-03-02') =>
  billed(on, [code], { state }).determinations.map(({ document }) => document);

/** Runs the tests of the rows of seeds.csv that begin with a prefix; every row has a test and every test a row. */
export function testRows(prefix: string, tests: Readonly<Record<string, () => void>>): void {
  describe(`statements that were wrong in the documents the project began from (${prefix})`, () => {
    const file = open.register.find(({ path }) => path === 'register/seeds.csv');
    const rows = parseCsv(file?.text ?? '').rows.map(({ cells }) => cells['rule'] ?? '');

    it('has a test for every row and a row for every test', () => {
      expect(rows.filter((rule) => rule.startsWith(prefix)).toSorted()).toEqual(Object.keys(tests).toSorted());
    });

    it.each(Object.keys(tests))('%s', (rule) => tests[rule]?.());
  });
}
