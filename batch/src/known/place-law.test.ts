import { fileURLToPath } from 'node:url';
import type { Claim } from '@interspace/core/model/claim';
import { addDays, date, type IsoDate } from '@interspace/core/model/date';
import { openLibrary } from '@interspace/library/read';
import { readClaimsFromBuffer } from '@interspace/wire/x12/read-claims';
import { expect, it } from 'vitest';
import { claimsInMemory } from '../../../bench/generate-claims.ts';
import { ClaimJudge } from '../judge/claim-judge.ts';
import { datesIn, Epochs } from '../judge/epochs.ts';

const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
const judge = new ClaimJudge(library, [], {});
const { claim } = readClaimsFromBuffer(claimsInMemory({ bytes: 2_000, seed: 3 }).file).claims[0]!;
const STATES = ['TX', 'OH', 'WA', 'FL', 'NJ', 'PR'];
const CODES = ['64493', '62321', '64635', '27096', '20553', '63650', '64615', '0275T'];
/** Every day of the last years on which some law of coverage or of programs begins or ends. */
const DAYS = datesIn(library.policies, library.programs).filter((day) => day >= '2023' && day < '2028') as IsoDate[];

function claimOn(day: IsoDate, state: string, code: string, place: string): Claim {
  const { billing, lines, facility: _, ...rest } = claim;
  const line = { ...lines[0]!, code, modifiers: [], pointers: [1], from: day };
  return {
    ...rest,
    billing: { ...billing, state, zip: '000010001' },
    placeOfService: place,
    diagnoses: ['M54.16'],
    lines: [line],
  };
}

interface Said {
  readonly day: IsoDate;
  readonly said: unknown;
}

/** Whether two days have the same said of them; where words name the day of service each names its own. */
function expectAlike(one: Said, other: Said, of: string): void {
  const [first, second] = [JSON.stringify(one.said), JSON.stringify(other.said)];
  if (first === second || first.replaceAll(one.day, 'the day') === second.replaceAll(other.day, 'the day')) return;
  expect(`${of}: ${second}`).toBe(`${of}: ${first}`);
}

it('says the same of a line on two days in a row on which no law of its own place changes', () => {
  const { coverage } = judge;
  let [alike, changed] = [0, 0];
  for (const state of STATES)
    for (const code of CODES)
      for (const day of DAYS) {
        const [before, on] = [addDays(day, -1), day].map((one) => {
          const asked = claimOn(one, state, code, '11');
          const context = judge.contextOf(asked);
          const epoch = coverage.scopeOfCode(code).epochsIn(context).of(one);
          const said = coverage.ofLine(0, coverage.requestOf(asked, context), asked);
          return { day: one, place: `${context.jurisdiction} ${context.contractor}`, epoch, said };
        });
        if (before!.place !== on!.place || before!.epoch !== on!.epoch) changed++;
        else {
          alike++;
          expectAlike(before!, on!, `${state} ${code} ${day}`);
        }
      }
  expect(alike).toBeGreaterThan(changed);
  expect(changed).toBeGreaterThan(0);
});

it('says the same of programs on two days in a row on which none that may speak in the place changes', () => {
  const { coverage } = judge;
  const always = datesIn(library.policies.jurisdictions);
  let [alike, changed] = [0, 0];
  for (const state of STATES)
    for (const code of CODES)
      for (const place of ['11', '22', '24']) {
        const context = judge.contextOf(claimOn(date('2026-01-01'), state, code, place));
        const { programs, periods } = coverage.programLaw(context);
        const epochs = new Epochs([...new Set([...always, ...datesIn(programs, periods)])].toSorted());
        for (const day of DAYS) {
          if (epochs.of(addDays(day, -1)) !== epochs.of(day)) {
            changed++;
            continue;
          }
          alike++;
          const [before, on] = [addDays(day, -1), day].map((one) => {
            const asked = claimOn(one, state, code, place);
            return { day: one, said: coverage.programsOf(asked, judge.contextOf(asked)) };
          });
          expectAlike(before!, on!, `${state} ${code} ${place} ${day}`);
        }
      }
  expect(alike).toBeGreaterThan(changed);
  expect(changed).toBeGreaterThan(0);
});
