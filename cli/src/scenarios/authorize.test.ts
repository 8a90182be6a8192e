import { describe, expect, it } from 'vitest';
import { interspace, shelf } from './run.fixture.ts';

const file = shelf({
  'note.txt':
    'DATE OF SERVICE: 05/20/2026\nPROCEDURE: Left L4-L5 transforaminal epidural steroid injection.\nDESCRIPTION: Under fluoroscopy a needle was placed in the left L4-L5 foramen. Contrast showed epidural flow. Dexamethasone 10 mg was injected.\n',
});

describe('asking before the procedure', () => {
  it('from flags', async () => {
    const { exit, out } = await interspace(
      'authorize --code 64483 --code 64484 --state OH --pos 11 --on 2026-05-20'.split(' '),
    );
    expect(exit).toBe(1);
    expect(out).toContain('ASK FIRST');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('One request for 64483 and 64484');
    expect(out).toContain('REF01 G1');
  });

  it('what the chart shows is not asked for again', async () => {
    const { out } = await interspace(['authorize', file('note.txt'), '--state', 'OH', '--pos', '11']);
    expect(out).toContain('The chart shows: Codes with units, level and side');
  });

  it('json has the answers and nothing about coverage', async () => {
    const { exit, out } = await interspace(
      'authorize --code 64615,J0585 --state NY --pos 22 --on 2026-04-10 --format json'.split(' '),
    );
    const answer = JSON.parse(out) as { authorization: { status: string; codes: string[] }[] };
    expect(exit).toBe(1);
    expect(answer.authorization.map(({ status, codes }) => [status, ...codes])).toEqual([['required', '64615']]);
    expect(Object.keys(answer)).not.toContain('determinations');
  });

  it.each([
    ['nobody asks', '--code 64483 --state NY --pos 11 --on 2026-05-20', 0],
    ['only recommended, and only blocks count', '--code 64483 --state OH --pos 11 --on 2026-05-20 --fail-on block', 0],
    ['a plan that nobody read', '--code 64483 --payer medicare-advantage --on 2026-05-20', 1],
    ['no code', '--code 6448', 2],
    ['no such date', '--code 64483 --on 2026-02-30', 2],
  ])('%s', async (_, flags, expected) => {
    expect((await interspace(['authorize', ...flags.split(' ')])).exit).toBe(expected);
  });

  it('explains programs, their findings and payers', async () => {
    for (const id of ['wiser', 'authorization/wiser/number-missing', 'payer/evicore/decompression', 'aetna']) {
      const { exit, out } = await interspace(['explain', id]);
      expect([id, exit]).toEqual([id, 0]);
      expect(out).toContain(id);
    }
  });
});
