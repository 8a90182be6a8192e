import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isOfLine, lineFacts, lineFactsOf } from '../../core/src/coverage/line-facts.ts';
import { FactsOfDay } from '../../core/src/coverage/facts-of-day.ts';
import { cover } from '../../core/src/coverage/determine.ts';
import type { CoverageRequest } from '../../core/src/coverage/request.ts';
import { gatherFacts } from '../../core/src/facts/gather-facts.ts';
import { openLedger } from '../../core/src/ledger/open-ledger.ts';
import { date } from '../../core/src/model/date.ts';
import type { LineView } from '../../core/src/model/line-view.ts';
import { prepareLibrary } from '../../core/src/review/prepare.ts';
import { review } from '../../core/src/review/review.ts';
import { readLibrary } from '../../library/src/read.ts';
import { ENCOUNTERS, readEncounter } from './read-encounter.ts';

const names = readdirSync(ENCOUNTERS, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const read = readLibrary(fileURLToPath(new URL('../../library', import.meta.url)));
if (!read.ok) throw new Error('the library does not load');
const library = prepareLibrary(read.value);

/** The encounter as coverage is asked about it, each line with what `procedureOf` makes of its procedure. */
function requestOf(name: string, procedureOf: <P>(procedure: P) => P): CoverageRequest {
  const input = readEncounter(name);
  const { facts, procedures, dateOfService } = gatherFacts(input, library.reader);
  const lines = review({ ...input, claim: undefined }, library).lines.map((line, index): LineView => {
    const procedure = procedures.find(({ id }) => id === line.procedure);
    return { ...line, number: index + 1, procedure: procedure && procedureOf(procedure) };
  });
  const context = {
    payer: 'medicare',
    contractor: 'cgs',
    jurisdiction: 'J15',
    placeOfService: '11',
    ...input.context,
    dateOfService: dateOfService ?? input.context.dateOfService ?? date('2026-03-02'),
  };
  return { lines, procedures, sheet: facts, history: input.history, context, openLedger };
}

describe.each(names)('%s', (name) => {
  it('is judged line by line as if no line had another one of its procedure', () => {
    const together = cover(requestOf(name, (procedure) => procedure), library.policies);
    const apart = cover(requestOf(name, (procedure) => ({ ...procedure })), library.policies);
    expect(JSON.stringify(together)).toBe(JSON.stringify(apart));
  });

  it('has one Fact for lines of one procedure, whatever the rule, unless the fact is the line\u2019s own', () => {
    const request = requestOf(name, (procedure) => procedure);
    const { implications, policies } = library.policies;
    for (const { session } of policies) {
      const day = new FactsOfDay(request, implications);
      for (const one of request.lines)
        for (const other of request.lines) {
          if (one === other || !one.procedure || one.procedure !== other.procedure) continue;
          const [mine, theirs] = [one, other].map((line) => lineFactsOf(line, request, implications, day)(session));
          if (mine?.get('procedure.region-group') !== theirs?.get('procedure.region-group')) continue;
          const all = [...lineFacts(one, request, session, implications).keys()];
          const different = all.filter((fact) => mine?.get(fact) !== theirs?.get(fact));
          expect(different.filter((fact) => !isOfLine(fact))).toEqual([]);
        }
    }
  });
});
