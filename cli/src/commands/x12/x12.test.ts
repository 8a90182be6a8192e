import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openLibrary } from '@interspace/library/read';
import { isAccepted, readClaimStatusesFromBuffer } from '@interspace/wire/x12/acknowledgments/claim-status-reader';
import { checkBuffer } from '@interspace/wire/x12/check/check';
import { REMITTANCE } from '@interspace/wire/x12/fixtures';
import { readClaimsFromBuffer } from '@interspace/wire/x12/read-claims';
import { run } from '../run.fixture.ts';
import { snipOfFinding } from './snip-of-finding.ts';

const folder = mkdtempSync(join(tmpdir(), 'x12-command-'));
const page = readFileSync(fileURLToPath(new URL('../../../../docs/x12.md', import.meta.url)), 'utf8');
const [example = '', hospital = '', beside = ''] = Array.from(
  page.matchAll(/```yaml\n([^`]+)```/g),
  ([, yaml]) => yaml,
);
const written = /```x12\n([^`]+)```/.exec(page)?.[1] ?? '';

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('x12', () => {
  const claims = join(folder, 'claims.837');

  it('writes the example of its page, checks it clean and answers it', async () => {
    expect(await run('x12', 'write', file('submission.yaml', example), '--out', claims)).toMatchObject({
      exit: 0,
      err: '',
    });
    const read = readClaimsFromBuffer(readFileSync(claims));
    expect(read.issues).toEqual([]);
    expect(read.claims.map(({ claim }) => claim.lines.map((line) => line.code))).toEqual([['64483']]);
    const answer = join(folder, 'answer.999');
    expect((await run('x12', 'check', claims, '--ack', answer)).exit).toBe(0);
    expect(readFileSync(answer, 'utf8')).toContain('IK5*A');
  });

  it('writes the institutional example of its page as it stands there, and reads the same claim', async () => {
    const to = join(folder, 'hospital.837');
    const result = await run('x12', 'write', file('hospital.yaml', hospital), '--out', to);
    expect(result).toMatchObject({ exit: 0, err: '' });
    const text = readFileSync(to, 'utf8');
    expect(written).not.toBe('');
    expect(text).toContain(written);
    const { claims: read, issues } = readClaimsFromBuffer(readFileSync(to));
    expect(issues).toEqual([]);
    expect(JSON.parse(JSON.stringify(read[0]!.claim))).toMatchObject({
      id: 'CLAIM-2',
      type: 'hospital-opd',
      billType: '131',
      frequency: '1',
      chargeTotal: 123_550,
      statementFrom: '2026-03-02',
      statementThrough: '2026-03-03',
      attending: { npi: '1999999992', lastName: 'MUSTER', firstName: 'JO' },
      billing: { organization: true },
      diagnoses: ['M54.16', 'Z79.01'],
      valueCodes: [{ code: 'D4', value: '12345678' }],
      lines: [
        { revenueCode: '0361', code: '64483', modifiers: ['LT'], units: 1, charge: 120_000, from: '2026-03-02' },
        { revenueCode: '0250', code: '', units: 2, charge: 3_550, from: '2026-03-02' },
      ],
    });
    const checked = await run('x12', 'check', to);
    expect(checked.exit).toBe(0);
    expect(checked.out).toMatch(/(level \d {2}✓ nothing found.*\n){6}/);
    // What it says again of what was read is the same to the byte.
    const json = JSON.stringify(parse(hospital));
    expect((await run('x12', 'write', file('hospital.json', json))).out).toBe(text);
  });

  it('takes a type of bill with its leading nought, and the frequency from it', async () => {
    const replaced = hospital.replace('"131"', '0137\n    originalReference: ORIGINAL1');
    const { exit, out } = await run('x12', 'write', file('replaced.yaml', replaced));
    expect(exit).toBe(0);
    expect(out).toContain('***13:A:7*');
    expect(out).toContain('REF*F8*ORIGINAL1~');
  });

  const second = example.slice(0, example.indexOf('    lines:')) + beside;

  it('writes what an earlier payer decided, an accident and attachments as on its page, and reads them again', async () => {
    const to = join(folder, 'second.837');
    const { exit, err } = await run('x12', 'write', file('second.yaml', second), '--out', to);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const { claims: read, issues } = readClaimsFromBuffer(readFileSync(to));
    expect(issues).toEqual([]);
    expect(JSON.parse(JSON.stringify(read[0]!.claim))).toMatchObject({
      subscriber: { sequence: 'S', secondaryReason: '12' },
      accident: ['AA'],
      accidentDate: '2026-01-03',
      attachments: [{ type: 'OB', transmission: 'EL', control: 'ATTACHMENT1' }],
      otherPayers: [{ id: '777', sequence: 'P', filing: 'CI', paid: 20_000, claimNumber: 'ICN0001', adjustments: [] }],
      lines: [
        {
          adjudications: [
            {
              payerId: '777',
              paid: 20_000,
              code: '64483',
              units: 1,
              decidedOn: '2026-03-04',
              adjustments: [
                { group: 'CO', reason: '45', amount: 15_000 },
                { group: 'PR', reason: '1', amount: 10_000 },
              ],
            },
          ],
        },
      ],
    });
    expect((await run('x12', 'check', to, '--level', '3')).out).toContain('level 3  ✓ nothing found');
    const text = readFileSync(to, 'utf8');
    const off = file('off.837', text.replace('CAS*PR*1*100', 'CAS*PR*1*99.99'));
    const { out } = await run('x12', 'check', off, '--level', '3');
    expect(out).toMatch(/Payer P: the line\s+charge less payment and adjustments is off by 0\.01/);
    expect(out).toMatch(/level 3\s+✗ 1 issue/);
  });

  it('names the schema of submissions where a value is wrong', async () => {
    const { err } = await run('x12', 'write', file('wrong.yaml', example.replace('charge: 450', 'charge: much')));
    expect(err).toContain('interspace schema submission');
    expect(err).not.toContain('schema input');
    const { exit, out } = await run('schema', 'submission');
    expect(exit).toBe(0);
    const { $id, properties } = JSON.parse(out) as { $id: string; properties: object };
    expect($id).toContain('submission.json');
    expect(Object.keys(properties)).toContain('claims');
  });

  it('never writes an answer over what it answers, and says when it cannot write', async () => {
    const before = readFileSync(claims);
    const second = join(folder, 'second');
    for (const flags of [
      ['--ack', claims],
      ['--ack-claims', claims],
      ['--ack', second, '--ack-claims', second],
    ]) {
      const { exit, err } = await run('x12', 'check', claims, ...flags);
      expect(exit).toBe(2);
      expect(err).toContain('which is needed itself');
    }
    expect(readFileSync(claims).equals(before)).toBe(true);
    const submission = join(folder, 'submission.yaml');
    expect((await run('x12', 'write', submission, '--out', submission)).exit).toBe(2);
    expect(readFileSync(submission, 'utf8')).toBe(example);
    const nowhere = join(folder, 'none', 'x');
    for (const args of [
      ['check', claims, '--ack', nowhere],
      ['write', submission, '--out', nowhere],
    ]) {
      const { exit, err } = await run('x12', ...args);
      expect(exit).toBe(2);
      expect(err).toContain('cli/output/not-written');
    }
  });

  it('answers every sender by an interchange of its own, as the file was addressed', async () => {
    const text = readFileSync(claims, 'utf8');
    const own = text.replace('*ZZ*EXAMPLECLINIC  *ZZ*', '*30*990000001      *ZZ*').replace('*0*T*:', '*0*P*:');
    const other = text.replaceAll('EXAMPLECLINIC', 'OTHERCLINIC01').replaceAll('000000001', '000000002');
    const answer = join(folder, 'two.999');
    expect((await run('x12', 'check', file('two.837', own + other), '--level', '3', '--ack', answer)).exit).toBe(0);
    const written = readFileSync(answer, 'utf8');
    expect(checkBuffer(readFileSync(answer)).issues).toEqual([]);
    expect(written.match(/^ISA.*/gm)?.map((each) => [each.slice(32, 69), each.slice(90, 103)])).toEqual([
      ['ZZ*EXAMPLEPAYER   *30*990000001      ', '000000001*0*P'],
      ['ZZ*EXAMPLEPAYER   *ZZ*OTHERCLINIC01  ', '000000002*0*T'],
    ]);
    expect(written.match(/^GS\*FA\*\w+\*\w+/gm)).toEqual([
      'GS*FA*EXAMPLEPAYER*EXAMPLECLINIC',
      'GS*FA*EXAMPLEPAYER*OTHERCLINIC01',
    ]);
  });

  it('does not answer an acknowledgment, nor accept a transaction that it cannot read', async () => {
    const answer = join(folder, 'answer.999');
    const none = await run('x12', 'check', answer, '--ack', join(folder, 'none.999'));
    expect(none).toMatchObject({
      exit: 2,
      err: 'Nothing is written: the file holds no functional group that can be answered. ',
    });
    const order = readFileSync(claims, 'utf8')
      .replace(/ST\*837[^]*(?=SE\*)/, 'ST*850*0001~\nBEG*00*SA*1**20260101~\n')
      .replace(/SE\*\d+/, 'SE*3')
      .replace('GS*HC', 'GS*PO')
      .replace('005010X222A1', '005010');
    await run('x12', 'check', file('order.850', order), '--ack', join(folder, 'order.999'));
    expect(readFileSync(join(folder, 'order.999'), 'utf8')).toContain('IK5*R*1~');
  });

  it('shows every segment in words and without colour in a pipe', async () => {
    const { exit, out } = await run('x12', 'show', claims);
    expect(exit).toBe(0);
    expect(out).toContain('SV1');
    expect(out).not.toContain('\u001B');
  });

  it('lets nothing of a file move the cursor of who reads it', async () => {
    const text = readFileSync(claims, 'utf8').replace('CLM*CLAIM-1', 'CLM*\u001B[2J');
    const { out } = await run('x12', 'show', file('cursor.837', text));
    expect(out).toContain('\uFFFD[2J');
    expect(out).not.toContain('\u001B');
  });

  it('says what is wrong, where, and rejects in the answer', async () => {
    const text = readFileSync(claims, 'utf8')
      .replace(/CLM\*CLAIM-1\*450/, 'CLM*CLAIM-1*999')
      .replace(/SE\*\d+/, 'SE*99');
    const broken = file('broken.837', text);
    const answer = join(folder, 'broken.999');
    const { exit, out } = await run('x12', 'check', broken, '--ack', answer);
    expect(exit).toBe(1);
    expect(out).toMatch(/level 3\s+✗ 1 issue/);
    expect(out).toContain('549.00');
    expect(readFileSync(answer, 'utf8')).toContain('IK5*R');
  });

  it.each([
    ['a letter', 'Dear payer, here are our claims.', 'wire/x12/not-x12'],
    ['nothing', '', 'wire/x12/empty'],
    ['a header cut short', 'ISA*00*', 'wire/x12/header-malformed'],
  ])('is not able to judge %s, and does not say that it did', async (_, text, code) => {
    const none = file('none', text);
    const { exit, out } = await run('x12', 'check', none);
    expect(exit).toBe(2);
    expect(out).toContain(code);
    expect(out).toMatch(/level 1 {2}✗ 1 issue/);
    for (const level of [2, 3, 4, 7])
      expect(out).toContain(`level ${level}  · not judged: nothing of the file could be read as X12`);
    const json = await run('x12', 'check', none, '--format', 'json');
    expect(json.exit).toBe(2);
    const { levels } = JSON.parse(json.out) as { levels: { judged: boolean }[] };
    expect(levels.map(({ judged }) => judged)).toEqual([true, false, false, false, false, false, false]);
  });

  it('is wrong, and not unreadable, as soon as one segment could be read', async () => {
    const text = readFileSync(claims, 'utf8');
    expect((await run('x12', 'check', file('header.837', text.slice(0, 106)))).exit).toBe(1);
    expect((await run('x12', 'check', file('cut.837', text.slice(text.indexOf('ST*'), -60)))).exit).toBe(1);
  });

  it('knows the forms of its output and no other', async () => {
    for (const [verb, format, known] of [
      ['check', 'csv', 'text or json'],
      ['show', 'json', 'text or jsonl'],
    ] as const) {
      const { exit, out, err } = await run('x12', verb, claims, '--format', format);
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      expect(err).toContain(`'--format <format>' argument '${format}' is invalid. It must be ${known}.`);
    }
  });

  it('names the level of everything, up to payers, and the editions that judged', async () => {
    const ended = file('ended.837', readFileSync(claims, 'utf8').replace('64483:LT', '62311:LT'));
    const { exit, out } = await run('x12', 'check', ended);
    expect(exit).toBe(1);
    expect(out).toMatch(/level 5 · error: .*\[edit\/code\/ended\]/s);
    expect(out).toMatch(/level 5\s+✗ 1 issue/);
    expect(out).toMatch(/judged by pairs \d{4}Q\d.*older than the date of service/);
    const brief = await run('x12', 'check', ended, '--level', '3');
    expect(brief.exit).toBe(0);
    expect(brief.out).toMatch(/level 5\s+· not asked for/);
    const json = JSON.parse((await run('x12', 'check', ended, '--format', 'json')).out) as {
      issues: { snip: number; code: string; at: string }[];
      levels: { judged: boolean; issues: number }[];
    };
    expect(json.levels).toHaveLength(7);
    expect(json.issues.find(({ snip }) => snip === 5)?.at).toMatch(
      /loop 2400, segment \d+ SV1, element 1-2, byte \d+$/,
    );
  });

  it('says that a file without claims is not judged above level 3', async () => {
    const answer = join(folder, 'answer.999');
    const { exit, out } = await run('x12', 'check', answer);
    expect(exit).toBe(0);
    expect(out).toMatch(/level 6\s+· not judged: the file holds no professional or institutional claim/);
  });

  it('asks the imported list about codes of adjustments, and says nothing of them without one', async () => {
    const tables = join(folder, 'reasons');
    const list = file(
      'reasons_2026-01.csv',
      'code,type,start,stop\nCO,Group,,\nPR,Group,,\n1,CARC,,\n45,CARC,,2020-01-01\nN8,RARC,,\n',
    );
    expect((await run('library', 'import', 'carc-rarc', list, '--tables', tables)).err).toBe('');
    const to = join(folder, 'reasons.837');
    const submission = example.replace(/ {4}lines:[^]*/, beside);
    expect((await run('x12', 'write', file('reasons.yaml', submission), '--out', to)).err).toBe('');
    const asked = await run('x12', 'check', to, '--tables', tables);
    expect(asked.exit).toBe(0);
    const said = asked.out.replaceAll(/\s+/g, ' ');
    expect(said).toMatch(
      /level 5 · warning: .* loop 2430, segment \d+ CAS, element 2, .*\[wire\/x12\/adjustment-code\]/,
    );
    expect(said).toContain(
      'It ended on 2020-01-01 (the imported list 2026-01, of 2026-01-01), and the decision is of 2026-03-04.',
    );
    expect(asked.out).toMatch(/level 5 {2}! 1 warning/);
    expect(asked.out).toContain('judged by adjustment codes 2026-01\n');
    const none = await run('x12', 'check', to, '--tables', join(folder, 'no-reasons'));
    expect(none.out).not.toContain('adjustment');
    expect(none.out).toMatch(/level 5 {2}✓ nothing found/);
  });

  it('judges of a remittance its adjustments and no other code', async () => {
    const paid = file('paid.835', REMITTANCE);
    const tables = join(folder, 'reasons');
    const [asked, none] = [await run('x12', 'check', paid, '--tables', tables), await run('x12', 'check', paid)];
    expect(asked.out).toMatch(/level 5 {2}! 3 warnings/);
    expect(none.out).toMatch(/level 5 {2}· not judged/);
    const json = await run('x12', 'check', paid, '--tables', tables, '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({
      levels: [{}, {}, {}, { judged: false }, { judged: true, issues: 3 }, { judged: false }, { judged: false }],
      editions: { 'adjustment codes 2026-01': 5 },
    });
  });

  it('answers claims as a front end would: pairs and limits are no matter of it', async () => {
    const text = readFileSync(claims, 'utf8');
    const answers = async (name: string, changed: string) => {
      const to = join(folder, `${name}.277`);
      const { err } = await run('x12', 'check', file(`${name}.837`, changed), '--ack-claims', to);
      const { claims: read, issues } = readClaimStatusesFromBuffer(readFileSync(to));
      expect(issues).toEqual([]);
      expect(checkBuffer(readFileSync(to)).issues).toEqual([]);
      return { err, read };
    };
    const good = await answers('good', text);
    expect(good.err).toContain('1 claim accepted, 0 rejected');
    expect(good.read.map(isAccepted)).toEqual([true]);
    const twice = await answers('twice', text.replace('*UN*1*', '*UN*3*'));
    expect(twice.read.map(isAccepted)).toEqual([true]);
    const bad = await answers('bad', text.replace('1234567893', '1234567890').replace('64483:LT', '62311:LT'));
    expect(bad.err).toContain('0 claims accepted, 1 rejected');
    expect(bad.read[0]).toMatchObject({
      id: 'CLAIM-1',
      batch: 'B0001',
      statuses: [
        { category: 'A7', status: '562', entity: '85' },
        { category: 'A7', status: '454' },
      ],
    });
    const { out } = await run('x12', 'show', join(folder, 'bad.277'));
    expect(out).toContain('STC1-2  status: 562 = NPI');
  });

  it('names who attended where the number of the attending provider is wrong, and the days of the statement', async () => {
    const text = readFileSync(join(folder, 'hospital.837'), 'utf8').replace('1999999992', '1999999991');
    const to = join(folder, 'attending.277');
    const { out } = await run('x12', 'check', file('attending.837', text), '--ack-claims', to);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/loop 2310A, segment \d+ NM1, element 9, byte \d+: The attending NPI/);
    const answer = readFileSync(to, 'utf8');
    expect(answer).toContain('STC*A7:562:71*');
    expect(answer).toContain('DTP*472*RD8*20260302-20260303~');
  });

  it('has no answer to the claims of a transaction that the 999 refuses', async () => {
    const broken = file('refused.837', readFileSync(claims, 'utf8').replace(/SE\*\d+/, 'SE*99'));
    const { exit, err } = await run('x12', 'check', broken, '--ack-claims', join(folder, 'none.277'));
    expect(exit).toBe(2);
    expect(err).toContain('1 transaction refused by the 999');
    expect(existsSync(join(folder, 'none.277'))).toBe(false);
  });

  it('every edit of the library has a level', () => {
    const { library } = openLibrary(fileURLToPath(new URL('../../../../library', import.meta.url)));
    const without = library.edits.rules.filter(({ id }) => snipOfFinding(`edit/${id}`) === undefined);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    [
      'a line that points at nothing',
      example.replace('diagnoses: [M54.16] }', 'diagnoses: [M54.17] }'),
      'does not list',
    ],
    ['a key that does not exist', example.replace('batch:', 'batsh:'), 'batsh'],
    ['a name that is too long', example.replace('FICTIVA', 'F'.repeat(61)), 'claims[0] (CLAIM-1)'],
    ['a kind of plan that nobody knows', example.replace('filing: MB', 'filing: QQ'), 'SBR09'],
    ['a name with the separator of parts', example.replace('FICTIVA', '"FIC:TIVA"'), 'NM103'],
    ['a value code that falls apart', hospital.replace('"12345678"', '"1:2"'), 'A value in HI'],
    ['no diagnosis', example.replaceAll('M54.16', '"00000000000"'), 'ICD-10-CM'],
    ['a name with the repetition separator', example.replace('FICTIVA', '"FIC^TIVA"'), 'repetition separator'],
    ['a sender too long for the group', example.replace('EXAMPLECLINIC', 'EXAMPLECLINICOFNOWHERE'), 'GS02'],
    ['a third of a cent', example.replace('charge: 450', 'charge: 450.005'), 'at most two'],
    ['a day that is none', example.replace('2026-03-05T', '2026-13-05T'), 'calendar'],
    ['a value that holds a separator', example.replace('lastName: FICTIVA', 'lastName: "FIC*TIVA"'), 'separator'],
    [
      'two kinds of claims in one file',
      `${example}${hospital.slice(hospital.indexOf('  - id:'))}`,
      '`claims[1]` is not right: it is institutional',
    ],
    ['neither kind', example.replace('    placeOfService: "11"\n', ''), 'a billType (institutional)'],
    ['both kinds', example.replace('"11"', '"11"\n    billType: "131"'), 'placeOfService` is not right'],
    [
      'no attending provider',
      hospital.replace(/ {4}attending.*\n/, ''),
      '`claims[0].attending` is not right: institutional',
    ],
    ['no patient status', hospital.replace(/ {4}patientStatus.*\n/, ''), 'claims[0].patientStatus'],
    ['an inpatient stay', hospital.replace('"131"', '"111"'), 'present-on-admission'],
    ['a frequency beside the bill', hospital.replace('"131"', '"131"\n    frequency: "7"'), 'ends in 1'],
    ['a line without revenue code', hospital.replace('revenueCode: "0361", ', ''), 'lines[0].revenueCode'],
    [
      'a line that points',
      hospital.replace('charge: 1200,', 'charge: 1200, diagnoses: [M54.16],'),
      'lines[0].diagnoses',
    ],
    ['a day outside of the statement', hospital.replace('date: 2026-03-02 }', 'date: 2026-03-09 }'), 'the statement'],
    ['a kind of admission that nobody knows', hospital.replace('type: "3"', 'type: "~"'), 'CL1'],
    ['two payers in one place', second.replace('sequence: P', 'sequence: S'), 'otherPayers[0].sequence'],
    ['a decision of nobody', second.replace('payer: "777"', 'payer: "778"'), 'decisions[0].payer'],
    ['a payment that does not add up', second.replace('amount: 100', 'amount: 99'), 'off by 1.00'],
    [
      'a payment of the lines and another of the claim',
      second.replace('paid: 200\n        rem', 'paid: 100\n        rem'),
      'off by',
    ],
    [
      'a decision without its day',
      second.replace(/ {8}decisions:[^]*/, '').replace('remaining', 'adjustments: []\n        remaining'),
      'otherPayers[0].decidedOn',
    ],
    ['an accident on the road nowhere', second.replace('01-03, state: OH', '01-03'), 'accident.state'],
    ['an accident without its day', second.replace('date: 2026-01-03, ', ''), 'accident.date'],
    ['an attachment that nobody finds', second.replace(', control: ATTACHMENT1', ''), 'attachments[0].control'],
    [
      'causes of an accident on the form of a hospital',
      hospital.replace('    diagnoses:', '    accident: { causes: [AA] }\n    diagnoses:'),
      'accident.causes',
    ],
    ['more money than there is room for', example.replace('charge: 450', 'charge: 1e300'), 'lines[0].charge'],
    ['an office line without code', example.replace('code: "64483", ', ''), 'lines[0].code'],
  ])('writes nothing for %s', async (_, text, says) => {
    const { exit, out, err } = await run('x12', 'write', file('wrong.yaml', text));
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(says);
  });
});
