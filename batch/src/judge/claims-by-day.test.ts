import { fileURLToPath } from 'node:url';
import type { Claim } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import { openLibrary } from '@interspace/library/read';
import { expect, it } from 'vitest';
import { ClaimJudge } from './claim-judge.ts';

const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
const judge = new ClaimJudge(library, [], {});

/** Lines as `code-modifiers@day`. */
function claimOf(state: string, ...lines: string[]): Claim {
  return {
    id: 'C1',
    type: 'professional',
    placeOfService: '11',
    payer: { filing: 'MB' },
    billing: { npi: '1234567893', state },
    diagnoses: ['M54.16', 'M47.816', 'M54.12'],
    lines: lines.map((text, at) => {
      const [service = '', day = ''] = text.split('@');
      const [code = '', ...modifiers] = service.split('-');
      return { number: at + 1, code, modifiers, units: 1, from: date(day), pointers: [1, 2, 3] };
    }),
  };
}

it('judges each line by the document of its own day', () => {
  const said = judge.coverageOf(claimOf('WA', '64493-KX-RT@2026-04-16', '64493-KX-LT@2026-04-15'));
  expect(said!.lines.map(({ line, document }) => `${line} ${document}`)).toEqual(['1 L38801', '2 L38803']);
});

it.each([
  ['an epidural and a facet injection', ['62323', '64493-KX'], '2 medicare/facet/same-session-epidural'],
  ['two regions', ['62323', '62321'], '2 medicare/epidural/one-region'],
])('%s are one session on one day, and none on two', (_, [first, second], expected) => {
  const told = (day: string) =>
    judge
      .coverageOf(claimOf('MI', `${first}@2026-02-15`, `${second}@${day}`))!
      .findings.map(({ line, id }) => `${line} ${id}`);
  expect(told('2026-02-15')).toContain(expected);
  expect(told('2026-03-15')).not.toContain(expected);
});
