import { describe, expect, it } from 'vitest';
import { bytesOf, FACET_CLAIM, HOSPITAL_CLAIM, recounted, REMITTANCE } from '../fixtures.ts';
import { writeImplementationAcknowledgment } from '../write/implementation-acknowledgment.ts';
import { checkBuffer } from './check.ts';

const facts = { sender: 'RECEIVER', receiver: 'SENDER', created: '2026-07-16T10:20', control: 1 };

function judged(text: string): { readonly found: readonly string[]; readonly answer: string } {
  const { issues, groups } = checkBuffer(bytesOf(text));
  const found = issues.map(({ level, issue }) => {
    const { loop, segment, element, component, ordinal } = issue.place!;
    const part = component === undefined ? '' : `-${component}`;
    return `${level} ${issue.code.slice(9)} ${loop ?? '-'} ${ordinal} ${segment}${element ?? ''}${part}`;
  });
  const written = Buffer.from(writeImplementationAcknowledgment(groups, facts)).toString('latin1');
  const answer = written.match(/(?:IK3|IK4|IK5|AK9)[^~]*/g)?.join(' ') ?? '';
  return { found, answer };
}

type Fault = readonly [name: string, from: string | RegExp, to: string, wanted: string, answered: string];

const REJECTED = ' IK5*R*5 AK9*R*1*1*0';

describe('a segment left out is one Issue, and the 999 names the segment that is missing', () => {
  it.each<Fault>([
    ['BHT', /BHT.*~\n/, '', '2 segment-missing - 1 ST', 'IK3*BHT*2**3'],
    ['submitter', /NM1\*41.*~\n/, '', '2 segment-missing 1000A 3 PER', 'IK3*NM1*3*1000*3'],
    ['receiver', /NM1\*40.*~\n/, '', '2 loop-missing - 1 ST', 'IK3*NM1*5**I7'],
    ['billing name', /NM1\*85.*~\n/, '', '2 segment-missing 2010AA 8 N3', 'IK3*NM1*8*2010*3'],
    ['billing street', /N3\*100.*~\n/, '', '2 segment-missing 2010AA 8 NM1', 'IK3*N3*9*2010*3'],
    ['tax number', /REF\*EI.*~\n/, '', '2 segment-missing 2010AA 8 NM1', 'IK3*REF*11*2010*3'],
    ['billing level', /HL\*1\*.*~\n/, '', '2 segment-missing 2000A 6 PRV', 'IK3*HL*6*2000*3'],
    ['subscriber level', /HL\*2\*.*~\n/, '', '2 segment-missing 2000B 12 SBR', 'IK3*HL*12*2000*3'],
    ['subscriber name', /NM1\*IL.*~\n/, '', '2 segment-missing 2010BA 14 N3', 'IK3*NM1*14*2010*3'],
    ['birth date of the patient', /DMG.*~\n/, '', '4 segment-situation 2010BA 14 NM1', 'IK3*DMG*17*2010*I6'],
    ['payer', /NM1\*PR.*~\n/, '', '2 loop-missing 2000B 12 HL', 'IK3*NM1*18*2000*I7'],
    ['claim', /CLM.*~\n/, '', '2 segment-missing 2300 19 REF', 'IK3*CLM*19*2300*3'],
    ['diagnoses', /HI\*.*~\n/, '', '2 segment-missing 2300 19 CLM', 'IK3*HI*21*2300*3'],
    ['line number', /LX\*1~\n/, '', '2 segment-missing 2400 24 SV1', 'IK3*LX*24*2400*3'],
    ['service', /SV1\*HC:64493.*~\n/, '', '2 segment-missing 2400 24 LX', 'IK3*SV1*25*2400*3'],
    ['day of service', /DTP\*472.*~\n/, '', '2 segment-missing 2400 24 LX', 'IK3*DTP*26*2400*3'],
    ['lines', /LX\*1[^]*(?=SE\*)/, '', '2 loop-missing 2300 19 CLM', 'IK3*LX*24*2300*I7'],
  ])('%s', (_, from, to, wanted, answered) => {
    const { found, answer } = judged(recounted(FACET_CLAIM.replace(from, to)));
    expect(found).toEqual([wanted]);
    expect(answer).toBe(answered + REJECTED);
  });
});

describe('an element is judged by the guide', () => {
  it.each<Fault>([
    ['place of levels: parent', 'HL*2*1*22*0', 'HL*2**22*0', '2 element-required 2000B 12 HL2', 'IK4*2*734*1'],
    ['level of no known kind', 'HL*2*1*22*0', 'HL*2*1*99*0', '2 element-code 2010AA 12 HL3', 'IK4*3*735*7'],
    ['announces a patient', 'HL*2*1*22*0', 'HL*2*1*22*1', '2 hierarchy 2000B 12 HL4', 'IK4*4*736*7'],
    ['place, list and frequency', '11:B:1', '11:Z:1', '2 element-code 2300 19 CLM5-2', 'IK4*5:2*1332*7'],
    ['frequency', '11:B:1', '11:B', '2 element-required 2300 19 CLM5-3', 'IK4*5:3*1325*1'],
    ['parts of a composite', '11:B:1', '11:B:1:X', '1 element-many 2300 19 CLM5-4', 'IK4*5:4**3'],
    ['signature', '*Y*A*Y*Y', '*Q*A*Y*Y', '2 element-code 2300 19 CLM6', 'IK4*6*1073*7'],
    ['assignment', '*Y*A*Y*Y', '*Y*Z*Y*Y', '2 element-code 2300 19 CLM7', 'IK4*7*1359*7'],
    ['order of payment', 'SBR*P', 'SBR*X', '2 element-code 2000B 13 SBR1', 'IK4*1*1138*7'],
    ['relation', 'SBR*P*18', 'SBR*P*01', '2 element-code 2000B 13 SBR2', 'IK4*2*1069*7'],
    ['filing', '*******MB', '*******QQ', '2 element-code 2000B 13 SBR9', 'IK4*9*1032*7'],
    ['sex', '19500101*F', '19500101*X', '2 element-code 2010BA 17 DMG3', 'IK4*3*1068*7'],
    ['kind of identifier', '*XX*1234567893', '*QQ*1234567893', '2 element-code 2010AA 8 NM18', 'IK4*8*66*7'],
    ['identifier without its kind', '*XX*1234567893', '**1234567893', '1 element-paired 2010AA 8 NM18', 'IK4*8*66*2'],
    ['kind without identifier', '*XX*1234567893', '*XX', '1 element-paired 2010AA 8 NM19', 'IK4*9*67*2'],
    ['list of procedures', 'HC:64493', 'ZZ:64493', '2 element-code 2400 25 SV11-1', 'IK4*1:1*235*7'],
    ['procedure', 'HC:64493:50:KX', 'HC', '2 element-required 2400 25 SV11-2', 'IK4*1:2*234*1'],
    ['modifier', 'HC:64493:50', 'HC:64493:5', '1 element-length 2400 25 SV11-3', 'IK4*1:3*1339*4'],
    ['unit', '400*UN', '400*ZZ', '2 element-code 2400 25 SV13', 'IK4*3*355*7'],
    ['list of diagnoses', 'ABF:M5416', 'XX:M5416', '2 element-code 2300 21 HI2-1', 'IK4*2:1*1270*7'],
    ['second principal', 'ABF:M5416', 'ABK:M5416', '2 element-code 2300 21 HI2-1', 'IK4*2:1*1270*7'],
    ['list of ICD-9-CM', 'ABF:M5416', 'BF:M5416', '2 element-code 2300 21 HI2-1', 'IK4*2:1*1270*7'],
    ['diagnosis', 'ABK:M47816', 'ABK', '2 element-required 2300 21 HI1-2', 'IK4*1:2*1271*1'],
    ['order of lines', 'LX*2', 'LX*3', '2 element-code 2400 28 LX1', 'IK4*1*554*7'],
    ['lines from another number on', 'LX*1', 'LX*9', '2 element-code 2400 24 LX1', 'IK4*1*554*7'],
    ['point of a diagnosis', 'ABF:M5416', 'ABF:M54.16', '1 element-characters 2300 21 HI2-2', 'IK4*2:2*1271*6'],
    ['no state', 'TX*770020002', 'ZQ*770020002', '2 element-code 2010BA 16 N42', 'IK4*2*156*7'],
    ['letters in a postal code', 'TX*770020002', 'TX*77OO2', '1 element-characters 2010BA 16 N43', 'IK4*3*116*6'],
    ['postal code of eight digits', 'TX*770020002', 'TX*77002000', '1 element-length 2010BA 16 N43', 'IK4*3*116*[45]'],
    ['form of the date', 'DTP*472*D8', 'DTP*472*XX', '2 element-code 2400 26 DTP2', 'IK4*2*1250*7'],
    ['range', 'D8*20260715', 'RD8*20260716-20260715', '1 element-date 2400 26 DTP3', 'IK4*3*1251*8'],
    ['time', '20260716*1015*CH', '20260716*2515*CH', '1 element-date - 2 BHT5', 'IK4*5*337*9'],
    ['amount', '50:KX*400*', '50:KX*400.005*', '1 money 2400 25 SV12', 'IK4*2*782*6'],
    ['too short', 'TX*770010001', 'TX*77', '1 element-length 2010AA 10 N43', 'IK4*3*116*4'],
    ['too long', 'CLM*C04*', `CLM*${'C'.repeat(39)}*`, '1 element-length 2300 19 CLM1', 'IK4*1*1028*5'],
    [
      'separator of parts',
      'NM1*IL*1*SAMPLE',
      'NM1*IL*1*SAM:PLE',
      '1 element-characters 2010BA 14 NM13',
      'IK4*3*1035*6',
    ],
    ['repetition', 'REF*6R*C04L1', 'REF*6R*C04^L1', '1 element-repeat 2400 27 REF2', 'IK4*2*127*12'],
    ['state', 'HOUSTON*TX*770010001', 'HOUSTON**770010001', '2 element-required 2010AA 10 N42', 'IK4*2*156*1'],
    ['kind of codes', 'HI*ABK:M47816*ABF:M5416', 'HI*ABQ:M47816', '2 element-code 2300 21 HI1-1', 'IK4*1:1*1270*7'],
    ['kind of number', 'REF*6R*C04L1', 'REF*QQ*C04L1', '2 element-code 2400 27 REF1', 'IK4*1*128*7'],
    ['version', '0001*005010X222A1', '0001', '2 element-required - 1 ST3', 'IK4*3*1705*1'],
  ])('%s', (_, from, to, wanted, answered) => {
    const text = recounted(FACET_CLAIM.replace(from, to));
    const { found, answer } = judged(text);
    expect(found).toEqual([wanted]);
    expect(answer).toMatch(new RegExp(`^IK3\\*\\w+\\*\\d+\\*\\w*\\*8 ${answered.replaceAll('*', '\\*')} IK5\\*R\\*5`));
  });

  it('a part is pointed at where it stands', () => {
    const { issue } = checkBuffer(bytesOf(FACET_CLAIM.replace('11:B:1', '11:Z:1'))).issues[0]!;
    expect(issue.place).toMatchObject({ offset: FACET_CLAIM.indexOf('11:B:1') + 3, length: 1 });
  });

  it('another country needs no state', () => {
    const abroad = FACET_CLAIM.replace('N4*HOUSTON*TX*770020002', 'N4*SAMPLETOWN**SW1A*GB');
    expect(judged(abroad).found).toEqual([]);
  });

  it('a segment says which segments of its kind are known in its place', () => {
    const { issue } = checkBuffer(bytesOf(FACET_CLAIM.replace('REF*6R*C04L1', 'REF*QQ*C04L1'))).issues[0]!;
    expect(issue.message).toMatch(/Known here: .*6R.*G1|Known here: .*G1.*6R/);
  });
});

describe('parties', () => {
  const facility = 'PRV*PE*PXC*208VP0014X~\nNM1*77*2*EXAMPLE CENTER*****XX*1234567893~\n';
  const [street, city] = ['N3*2 SAMPLE ST~\n', 'N4*HOUSTON*TX*770010002~\n'];
  const withFacility = (address: string) => FACET_CLAIM.replace('PRV*PE*PXC*208VP0014X~\n', facility + address);

  it.each<[string, string, string[]]>([
    ['facility with its address', withFacility(street + city), []],
    ['facility without street', withFacility(city), ['2 segment-missing 2310C 24 NM1']],
    ['facility without city', withFacility(street), ['2 segment-missing 2310C 24 NM1']],
    ['nobody attends in the hospital', HOSPITAL_CLAIM.replace(/NM1\*71.*~\n/, ''), ['4 segment-situation 2300 21 CLM']],
    [
      'nobody need attend in an ambulance',
      HOSPITAL_CLAIM.replace(/NM1\*71.*~\n/, '')
        .replace('SV2*0361', 'SV2*0540')
        .replace('SV2*0636', 'SV2*0540'),
      [],
    ],
    ['revenue code', HOSPITAL_CLAIM.replace('SV2*0361', 'SV2*361'), ['1 element-characters 2400 30 SV21']],
  ])('%s', (_, text, wanted) => {
    const { found } = judged(recounted(text));
    expect(found).toEqual(wanted);
  });
});

describe('levels', () => {
  const dependent =
    'HL*3*2*23*0~\nPAT*19~\nNM1*QC*1*SAMPLE*CHILD~\nN3*1 TEST LN~\nN4*HOUSTON*TX*770020002~\nDMG*D8*20100101*M~\nCLM*C04';
  const withChild = FACET_CLAIM.replace('HL*2*1*22*0', 'HL*2*1*22*1')
    .replace('SBR*P*18', 'SBR*P*')
    .replace('CLM*C04', dependent);

  it.each<[string, string, string, string[]]>([
    ['right', 'HL*3', 'HL*3', []],
    ['below the wrong level', 'HL*3*2*', 'HL*3*1*', ['2 hierarchy 2000C 19 HL2']],
    ['not announced', 'HL*2*1*22*1', 'HL*2*1*22*0', ['2 hierarchy 2000B 12 HL4']],
    [
      'number left out is told once',
      'HL*2*1*22*1',
      'HL*5*1*22*1',
      ['2 hierarchy 2000B 12 HL1', '2 hierarchy 2000C 19 HL1', '2 hierarchy 2000C 19 HL2'],
    ],
  ])('%s', (_, from, to, wanted) => {
    expect(judged(recounted(withChild.replace(from, to))).found).toEqual(wanted);
  });
});

describe('the envelope', () => {
  const transaction = FACET_CLAIM.slice(FACET_CLAIM.indexOf('ST*'), FACET_CLAIM.indexOf('GE*'));
  const group = FACET_CLAIM.slice(FACET_CLAIM.indexOf('GS*'), FACET_CLAIM.indexOf('IEA*'));

  it.each<[name: string, text: string, wanted: string[], answered: string]>([
    ['count of the group', FACET_CLAIM.replace('GE*1*', 'GE*2*'), ['1 group-count - 0 GE1'], 'IK5*A AK9*R*2*1*0*5'],
    [
      'number of the group',
      FACET_CLAIM.replace('GE*1*1', 'GE*1*2'),
      ['1 group-control - 0 GE2'],
      'IK5*A AK9*R*1*1*0*4',
    ],
    [
      'no trailer of the group',
      FACET_CLAIM.replace(/GE\*.*~\n/, ''),
      ['1 group-not-closed - 0 '],
      'IK5*A AK9*R*1*1*0*3',
    ],
    [
      'no header of the transaction',
      FACET_CLAIM.replace(/ST\*837.*~\n/, ''),
      ['1 segment-misplaced - 0 BHT', '1 group-count - 0 GE1'],
      'AK9*R*1*0*0*5',
    ],
    [
      'transaction twice',
      FACET_CLAIM.replace('GE*1*', `${transaction}GE*2*`),
      ['1 control-repeated - 1 ST2'],
      'IK5*A IK5*R*23 AK9*P*2*2*1',
    ],
    [
      'group twice',
      FACET_CLAIM.replace('IEA*1*', `${group}IEA*2*`),
      ['1 control-repeated - 0 GS6'],
      'IK5*A AK9*A*1*1*1 IK5*A AK9*R*1*1*0*19',
    ],
    [
      'interchange twice',
      FACET_CLAIM + FACET_CLAIM,
      ['1 control-repeated - 0 ISA13'],
      'IK5*A AK9*A*1*1*1 IK5*A AK9*A*1*1*1',
    ],
    [
      'version of the interchange',
      FACET_CLAIM.replace('*00501*', '*00401*'),
      ['1 element-code - 0 ISA12'],
      'IK5*A AK9*A*1*1*1',
    ],
    ['kind of the group', FACET_CLAIM.replace('GS*HC', 'GS*HP'), ['1 group-kind - 1 ST1'], 'IK5*R*6 AK9*R*1*1*0'],
    [
      'guide of the group',
      FACET_CLAIM.replace('1*X*005010X222A1', '1*X*005010X223A2'),
      ['2 version-differs - 1 ST3'],
      'IK5*R*I6 AK9*R*1*1*0',
    ],
    [
      'number of the transaction too short',
      FACET_CLAIM.replace('ST*837*0001', 'ST*837*1').replace('SE*32*0001', 'SE*32*1'),
      ['1 element-length - 1 ST2', '1 element-length - 32 SE2'],
      'IK3*ST*1**8 IK4*2*329*4 IK3*SE*32**8 IK4*2*329*4 IK5*R*7*5 AK9*R*1*1*0',
    ],
    [
      'no number of the transaction',
      FACET_CLAIM.replace('ST*837*0001', 'ST*837*').replace('SE*32*0001', 'SE*32*'),
      ['1 element-missing - 1 ST2', '1 element-missing - 32 SE2'],
      'AK9*R*1*1*0',
    ],
    [
      'day of the header',
      FACET_CLAIM.replace('*260716*1015*^', '*261316*1015*^'),
      ['1 element-date - 0 ISA9'],
      'IK5*A AK9*A*1*1*1',
    ],
    ['test or production', FACET_CLAIM.replace('*0*T*:', '*0*Z*:'), ['1 element-code - 0 ISA15'], 'IK5*A AK9*A*1*1*1'],
    [
      'no group at all',
      FACET_CLAIM.replace(/GS\*.*~\n/, ''),
      ['1 segment-misplaced - 0 ST', '1 segment-misplaced - 0 GE', '1 interchange-count - 0 IEA1'],
      '',
    ],
  ])('%s', (_, text, wanted, answered) => {
    const { found, answer } = judged(text);
    expect(found).toEqual(wanted);
    expect(answer).toBe(answered);
  });

  it('control characters may be separators', () => {
    const text = FACET_CLAIM.replaceAll('\n', '')
      .replaceAll('*', '\u001d')
      .replaceAll(':', '\u001f')
      .replaceAll('~', '\u001c')
      .replace('^', '\u001e');
    expect(judged(text).found).toEqual([]);
  });
});

describe('segments that nobody expects', () => {
  it.each([
    ['unknown to everybody', 'ZZZ*1', 'IK3*ZZZ*27*2400*1'],
    ['of another transaction', 'CLP*1*1*1*1', 'IK3*CLP*27*2400*6'],
    ['of another transaction, and what it lacks there is no matter here', 'CLP*1', 'IK3*CLP*27*2400*6 IK5'],
    ['of another place', 'DMG*D8*19500101*F', 'IK3*DMG*27*2400*2'],
    ['not used by the guide', 'SV2*0361**400*UN*1', 'IK3*SV2*27*2400*I4'],
  ])('%s', (_, segment, answered) => {
    expect(judged(FACET_CLAIM.replace('REF*6R*C04L1', segment)).answer).toContain(answered);
  });
});

describe('a kind of number that is not known here', () => {
  it('is not counted among those that are', () => {
    const text = FACET_CLAIM.replace('REF*G1*AUTH0001', 'REF*QQ*1~\nREF*4N*1~\nREF*G1*AUTH0001');
    expect(judged(recounted(text)).found).toEqual(['2 element-code 2300 20 REF1']);
  });
});

describe('an accident', () => {
  it.each([
    ['AA::', '', ['4 segment-situation 2300 19 CLM1']],
    ['OA', '', ['4 segment-situation 2300 19 CLM1']],
    ['EM', '', []],
    ['AA:::TX', 'DTP*439*D8*20260103~\n', []],
  ])('%s', (cause, date, wanted) => {
    const text = FACET_CLAIM.replace('*Y*A*Y*Y~\n', `*Y*A*Y*Y**${cause}~\n${date}`);
    expect(judged(recounted(text)).found).toEqual(wanted);
  });
});

describe('who decided a line', () => {
  const other = (id: string, sequence = 'S') =>
    `SBR*${sequence}*18*******CI~\nOI***Y*P**Y~\nNM1*IL*1*FICTIVA*TESTA****MI*M1~\nNM1*PR*2*FIRST PLAN*****PI*${id}~\n`;
  const decided = (id: string) => `~\nSVD*${id}*0*HC:64493**1~\nCAS*CO*45*400~\nDTP*573*D8*20260720`;
  const claim = (payers: string, ...deciders: string[]) =>
    recounted(
      FACET_CLAIM.replace('LX*1~', `${payers}LX*1~`).replace(
        'REF*6R*C04L1',
        `REF*6R*C04L1${deciders.map(decided).join('')}`,
      ),
    );
  const unknown = (ordinal: number) => `4 line-decision-payer 2430 ${ordinal} SVD1`;

  it.each<[string, string, string[]]>([
    ['is the other payer of the claim', claim(other('777'), '777'), []],
    ['is one of two', claim(other('777') + other('778', 'T'), '778'), []],
    ['is another', claim(other('777'), '778'), [unknown(32)]],
    ['is nobody, for the claim names none', claim('', '777'), [unknown(28)]],
    ['is unknown twice, which is told once', claim(other('777'), '778', '778'), [unknown(32)]],
    [
      'may be the payer whose number is missing',
      claim(other('777').replace('*PI*777', ''), '778'),
      ['2 element-required 2330B 27 NM18', '2 element-required 2330B 27 NM19'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(judged(text).found).toEqual(wanted);
  });

  it('is no matter of a 999', () => {
    expect(judged(claim(other('777'), '778')).answer).toBe('IK5*A AK9*A*1*1*1');
  });
});

describe('codes of a hospital', () => {
  it.each([
    ['occurrence', 'BH:01', ['2 element-required 2300 26 HI1-3', '2 element-required 2300 26 HI1-4']],
    ['occurrence with its day', 'BH:01:D8:20260103', []],
    ['value', 'BE:D4', ['2 element-required 2300 26 HI1-5']],
    ['condition', 'BG:30', []],
  ])('%s', (_, code, wanted) => {
    expect(
      judged(HOSPITAL_CLAIM.replace('BE:D4:::12345678', code).replace('HI*BG:30~\n', '').replace('SE*36', 'SE*35'))
        .found,
    ).toEqual(wanted);
  });
});

describe('a remittance', () => {
  it.each<[string, string | RegExp, string, string[]]>([
    ['status', 'CLP*C01*1*', 'CLP*C01*99*', ['2 element-code 2100 12 CLP2']],
    ['method', '*CHK*', '*QQQ*', ['2 element-code - 2 BPR4']],
    ['list of procedures', 'SVC*HC:', 'SVC*QQ:', ['2 element-code 2110 17 SVC1-1']],
    ['patient responsibility', '*52.97*MB', '*50*MB', ['3 remit-responsibility 2100 12 CLP5']],
    ['reason without amount', '**253*4.24', '**253', ['1 element-paired 2110 19 CAS6']],
    ['claim left out', /CLP.*~\n/, '', ['2 segment-missing 2100 12 NM1', '3 remit-total-balance - 2 BPR2']],
    ['payee left out', /N1\*PE.*~\n/, '', ['2 segment-missing 1000B 9 REF']],
  ])('%s', (_, from, to, wanted) => {
    expect(judged(recounted(REMITTANCE.replace(from, to))).found).toEqual(wanted);
  });
});
