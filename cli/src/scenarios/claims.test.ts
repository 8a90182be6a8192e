import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Review } from '@interspace/core/model/review';
import { expect, test } from 'vitest';
import { projectRoot } from '../root.ts';
import { interspace, shelf } from './run.fixture.ts';

/** Two invented claims: the second bills imaging apart from an epidural injection that includes it. */
const SEGMENTS = [
  'ISA*00*          *00*          *ZZ*INVENTEDSENDER *ZZ*INVENTEDPAYER  *260303*1200*^*00501*000000001*0*T*:',
  'GS*HC*INVENTEDSENDER*INVENTEDPAYER*20260303*1200*1*X*005010X222A1',
  'ST*837*0001*005010X222A1',
  'BHT*0019*00*1*20260303*1200*CH',
  'NM1*41*2*INVENTED BILLING*****46*12345',
  'PER*IC*NOBODY*TE*5550100000',
  'NM1*40*2*INVENTED PAYER*****46*99999',
  'HL*1**20*1',
  'NM1*85*2*INVENTED PAIN CLINIC*****XX*1234567893',
  'N3*1 INVENTED STREET',
  'N4*COLUMBUS*OH*432150000',
  'REF*EI*001234567',
  'HL*2*1*22*0',
  'SBR*P*18*******MB',
  'NM1*IL*1*EXAMPLE*TESTINA****MI*1AA0AA0AA00',
  'DMG*D8*19500101*F',
  'NM1*PR*2*INVENTED PAYER*****PI*99999',
  ...claim('CLEAN', ['64483:LT*900*UN*1']),
  ...claim('APART', ['64483:LT*900*UN*1', '77003:26*100*UN*1']),
  'SE*29*0001',
  'GE*1*1',
  'IEA*1*000000001',
];

function claim(id: string, lines: readonly string[]): string[] {
  return [
    `CLM*${id}*${lines.length > 1 ? 1000 : 900}***11:B:1*Y*A*Y*Y`,
    'HI*ABK:M5416',
    ...lines.flatMap((line, index) => [`LX*${index + 1}`, `SV1*HC:${line}***1`, 'DTP*472*D8*20260302']),
  ];
}

const TEXT = `${SEGMENTS.join('~')}~`;
const file = shelf({ 'claims.837': TEXT, 'note.txt': 'LESI L4-L5' });

interface Found {
  id: string;
  seen?: string;
  findings: {
    id: string;
    line?: number;
    severity: string;
    at?: { segment: string; offset: number; length: number; loop: string };
  }[];
}

test('scrub points into the claim file, byte for byte', async () => {
  const { exit, out } = await interspace(['scrub', file('claims.837'), '--format', 'json']);
  const { claims, summary } = JSON.parse(out) as { claims: Found[]; summary: { claims: number } };
  // What other claims of the patient show comes after all claims.
  const reviews = claims.filter(({ seen }) => seen === undefined);
  expect(reviews.map(({ id }) => id)).toEqual(['CLEAN', 'APART']);
  expect(summary.claims).toBe(2);
  expect(exit).toBe(1);
  const apart = reviews[1]!.findings.filter(({ line }) => line === 2);
  expect(apart.length).toBeGreaterThan(0);
  for (const { at } of apart) {
    expect(at).toBeDefined();
    const start = TEXT.indexOf('77003') - 'SV1*HC:'.length;
    expect(at!.loop).toBe('2400');
    expect(at!.offset).toBeGreaterThanOrEqual(start);
    expect(at!.offset + at!.length).toBeLessThanOrEqual(TEXT.indexOf('~', start));
  }
});

test('--fail-on decides the exit code', async () => {
  const clean = await interspace(['scrub', '-', '--fail-on', 'block', '--quiet'], {
    stdin: TEXT.replaceAll('64483:LT', '99213'),
  });
  const apart = await interspace(['scrub', file('claims.837'), '--fail-on', 'block', '--quiet']);
  expect(clean.exit).toBeLessThan(2);
  expect(apart.exit).toBe(1);
});

test('scrub refuses a note', async () => {
  const { exit, err } = await interspace(['scrub', file('note.txt')]);
  expect(exit).toBe(2);
  expect(err).toContain('cli/claims/none');
});

test('code prints lines and no coverage', async () => {
  const note = join(projectRoot(), 'examples', 'notes', 'tfesi-l4-l5.txt');
  const text = await interspace(['code', note, '--on', '2026-03-02']);
  expect(text.out).toContain('CLAIM LINES');
  expect(text.out).not.toContain('COVERAGE line');
  const json = await interspace(['code', note, '--on', '2026-03-02', '--format', 'json']);
  expect(Object.keys(JSON.parse(json.out) as object)).toEqual(['lines', 'procedures', 'findings', 'trace']);
});

test('every Review of the example notes keeps the published contract', async () => {
  const folder = join(projectRoot(), 'examples', 'notes');
  const notes = readdirSync(folder).map((name) => join(folder, name));
  const { out } = await interspace(['review', ...notes, '--state', 'OH', '--on', '2026-03-02', '--format', 'json']);
  const reviews = JSON.parse(out) as unknown[];
  expect(reviews).toHaveLength(notes.length);
  for (const review of reviews) expect(Review.safeParse(review).error?.issues ?? []).toEqual([]);
});

test.each(['medicare/epidural/frequency', 'L39242', '64483', 'cli/input/language'])('explain %s', async (id) => {
  const { exit, out } = await interspace(['explain', id]);
  expect(exit).toBe(0);
  expect(out.split('\n')[0]).toContain(id);
});

test('explain suggests what was meant', async () => {
  const { exit, err } = await interspace(['explain', 'medicare/epidural/frequncy']);
  expect(exit).toBe(2);
  expect(err.replaceAll(/\s+/g, ' ')).toContain('Did you mean "medicare/epidural/frequency"?');
});

test.each([['review'], ['code'], ['scrub'], ['explain'], ['library'], ['schema']])(
  '%s --help shows examples',
  async (verb) => {
    const { exit, out } = await interspace([verb, '--help']);
    expect(exit).toBe(0);
    expect(out).toContain('Examples:');
    expect(out).toContain(`interspace ${verb} `);
  },
);

test('schema prints JSON Schema', async () => {
  const { out } = await interspace(['schema', 'review']);
  expect(JSON.parse(out)).toMatchObject({ title: 'Review', type: 'object', additionalProperties: false });
});
