import { CLEAN } from './clean.ts';
import { line } from './draft.ts';
import { add, code, diagnoses, fault, modifiers, put, set, text, without, type Fault } from './fault.ts';

const DELETED = [
  '62310',
  '62311',
  '62318',
  '62319',
  '64470',
  '64472',
  '64475',
  '64476',
  '64622',
  '64623',
  '64626',
  '64627',
  '64402',
  '64410',
  '64413',
  '0275T',
  '72275',
  '0228T',
];
const NO_SIDE = ['62320', '62321', '62322', '62323', '62324', '62325', '62326', '62327'];
const NOT_BILATERAL = ['64517', '64530', '20552', '20553'];
const GUIDANCE: readonly (readonly [keyof typeof CLEAN, string])[] = [
  ['interlaminar', '77003'],
  ['interlaminar', '77002'],
  ['interlaminar', '76942'],
  ['interlaminar', '77012'],
  ['transforaminal', '77003'],
  ['transforaminal', '76942'],
  ['medialBranch', '77003'],
  ['medialBranch', '76942'],
  ['ablation', '77003'],
  ['sacroiliac', '77002'],
  ['sacroiliac', '76942'],
  ['knee', '76942'],
];
const ORPHANS = ['64480', '64484', '64491', '64494', '64634', '64636', '64421', '64462', '64629'];
const PAIRS: readonly (readonly [string, string, string])[] = [
  ['62321', '62320', 'pair/never'],
  ['62323', '62322', 'pair/never'],
  ['20553', '20552', 'pair/never'],
  ['62323', '64483', 'pair/distinct'],
  ['27096', '20552', 'pair/distinct'],
  ['64635', '64493', 'pair/distinct'],
  ['20611', '20610', 'pair/distinct'],
  ['64624', '64454', 'pair/distinct'],
  ['64488', '64486', 'pair/never'],
];

/** In the text of the file: envelope, structure, single elements. */
const STRUCTURE: readonly Fault[] = [
  text('version of the interchange', 'cervical', put('*00501*', '*00401*'), 'wire/x12/element-code', 'ISA#1:12'),
  text('day of the header', 'cervical', put('*260716*', '*260231*'), 'wire/x12/element-date', 'ISA#1:9'),
  text('test or production', 'cervical', put('*0*T*', '*0*Q*'), 'wire/x12/element-code', 'ISA#1:15'),
  text('agency of the group', 'cervical', put('*1*X*', '*1*Z*'), 'wire/x12/element-code', 'GS#1:7'),
  text('kind of the group', 'cervical', put('GS*HC', 'GS*HP'), 'wire/x12/group-kind', 'ST#1:1'),
  text(
    'guide of the group',
    'cervical',
    put('1*X*005010X222A1', '1*X*005010X223A2'),
    'wire/x12/version-differs',
    'ST#1:3',
  ),
  text('purpose', 'cervical', put('BHT*0019*00', 'BHT*0019*99'), 'wire/x12/element-code', 'BHT#1:2'),
  text('time of day', 'cervical', put('*1015*CH', '*2561*CH'), 'wire/x12/element-date', 'BHT#1:5'),
  text('contact left out', 'cervical', without(/PER[^~]*~\n/), 'wire/x12/segment-missing', 'NM1#1'),
  text('receiver left out', 'cervical', without(/NM1\*40[^~]*~\n/), 'wire/x12/loop-missing', 'ST#1'),
  text('billing street left out', 'cervical', without(/N3\*100[^~]*~\n/), 'wire/x12/segment-missing', 'NM1#3'),
  text('tax number left out', 'cervical', without(/REF\*EI[^~]*~\n/), 'wire/x12/segment-missing', 'NM1#3'),
  text('subscriber left out', 'cervical', without(/NM1\*IL[^~]*~\n/), 'wire/x12/segment-missing', 'N3#2'),
  text('birth date left out', 'cervical', without(/DMG[^~]*~\n/), 'wire/x12/segment-situation', 'NM1#4'),
  text('payer left out', 'cervical', without(/NM1\*PR[^~]*~\n/), 'wire/x12/loop-missing', 'HL#2'),
  text('wrong parent', 'cervical', put('HL*2*1*22*0', 'HL*2*2*22*0'), 'wire/x12/hierarchy', 'HL#2:2'),
  text('announces a patient', 'cervical', put('HL*2*1*22*0', 'HL*2*1*22*1'), 'wire/x12/hierarchy', 'HL#2:4'),
  text('number of a line', 'medialBranch', put('LX*2', 'LX*7'), 'wire/x12/element-code', 'LX#2:1'),
  text('state that is none', 'cervical', put('KY*400020002', 'ZQ*400020002'), 'wire/x12/element-code', 'N4#2:2'),
  text('letters in a postal code', 'cervical', put('400020002', '4OO02'), 'wire/x12/element-characters', 'N4#2:3'),
  text('point of a diagnosis', 'cervical', put('ABK:M5412', 'ABK:M54.12'), 'wire/x12/element-characters', 'HI#1:1'),
  text('sex', 'cervical', put('*19600101*F', '*19600101*W'), 'wire/x12/element-code', 'DMG#1:3'),
  text('filing indicator', 'cervical', put('*******MB', '*******Q9'), 'wire/x12/element-code', 'SBR#1:9'),
  text('no billing number', 'cervical', put('*****XX*1234567893', ''), 'edit/identifier/npi-missing', 'NM1#3'),
  text('Medicare number', 'cervical', put('1EG4TE5MK73', '1EG4TE5MO73'), 'edit/identifier/mbi', 'NM1#4:9'),
  text(
    'billing taxonomy',
    'cervical',
    put('BI*PXC*208VP0014X', 'BI*PXC*208VP0014'),
    'edit/identifier/taxonomy',
    'PRV#1:3',
  ),
  text(
    'rendering taxonomy',
    'cervical',
    put('PE*PXC*208VP0014X', 'PE*PXC*208VP0014'),
    'edit/identifier/taxonomy',
    'PRV#2:3',
  ),
  text('facility without street', 'facility', without(/N3\*9[^~]*~\n/), 'wire/x12/segment-missing', 'NM1#7'),
  text('postal code of the facility', 'facility', put('400030003', '40003'), 'edit/place/facility-zip', 'N4#3:3'),
  text(
    'facility left out',
    'facility',
    (file) => file.replace(/NM1\*77[^]*?(?=LX)/, ''),
    'edit/place/facility-unnamed',
    'CLM#1',
  ),
  text('nobody attends', 'hospital', without(/NM1\*71[^~]*~\n/), 'wire/x12/segment-situation', 'CLM#1'),
  text('admission left out', 'hospital', without(/CL1[^~]*~\n/), 'wire/x12/segment-missing', 'CLM#1'),
  text('revenue code', 'hospital', put('SV2*0361', 'SV2*361'), 'wire/x12/element-characters', 'SV2#1:1'),
];

export const FAULTS: readonly Fault[] = [
  ...DELETED.map((ended) => fault(`deleted code ${ended}`, 'interlaminar', code(0, ended), 'edit/code/ended', 'SV1#1')),
  ...NO_SIDE.map((one) =>
    fault(`${one} with 50`, 'interlaminar', code(0, one, '50'), 'edit/side/none-for-code', 'SV1#1'),
  ),
  fault('interlaminar with RT', 'interlaminar', modifiers(0, 'RT'), 'edit/side/none-for-code', 'SV1#1'),
  ...NOT_BILATERAL.map((one) =>
    fault(`${one} with 50`, 'interlaminar', code(0, one, '50'), 'edit/side/both-not-allowed', 'SV1#1'),
  ),
  ...GUIDANCE.map(([from, one]) =>
    fault(
      `${one} beside ${from}`,
      from,
      add(line(one)),
      'edit/guidance/included edit/add-on/guidance-no-primary edit/pair/distinct',
      `SV1#${CLEAN[from]!().lines.length + 1}`,
    ),
  ),
  ...ORPHANS.map((one) =>
    fault(`add-on ${one} alone`, 'interlaminar', code(0, one), 'edit/add-on/no-primary', 'SV1#1'),
  ),
  ...PAIRS.map(([first, second, says]) =>
    fault(
      `${second} beside ${first}`,
      'interlaminar',
      (claim) => {
        claim.lines = [line(first), line(second)];
      },
      `edit/${says}`,
      'SV1#2',
    ),
  ),
  fault(
    'code that never was',
    'interlaminar',
    code(0, '64999'),
    'edit/code/unlisted edit/code/unlisted-without-words',
    'SV1#1',
  ),
  fault(
    'third level without the second',
    'medialBranch',
    code(1, '64495'),
    'edit/add-on/step-missing edit/add-on/no-primary',
    'SV1#2',
  ),
  fault(
    'both sides as two lines',
    'bilateral',
    (claim) => {
      claim.lines = [line('64483', 'RT'), line('64483', 'LT')];
    },
    'edit/side/two-lines',
  ),
  fault(
    'both sides as two units',
    'bilateral',
    set(0, { modifiers: [], units: '2' }),
    'edit/side/two-units edit/units/day-absolute',
    'SV1#1',
  ),
  fault(
    '50 at a surgery center',
    'surgeryCenter',
    (claim) => {
      claim.lines = [line('64483', '50')];
    },
    'edit/side/fifty-at-center',
    'SV1#1',
  ),
  fault('50 together with RT', 'bilateral', modifiers(0, '50 RT'), 'edit/side/fifty-with-side', 'SV1#1'),
  fault(
    'joint code at a surgery center',
    'surgeryCenter',
    (claim) => {
      claim.lines = [line('27096', 'RT')];
      claim.diagnoses = ['M53.3'];
    },
    'edit/code/other-claim-type',
    'SV1#1',
  ),
  fault(
    'facility code by a physician',
    'sacroiliac',
    code(0, 'G0260'),
    'edit/code/other-claim-type edit/code/not-payable',
    'SV1#1',
  ),
  fault('59 with XS', 'transforaminal', modifiers(0, 'LT 59 XS'), 'edit/modifier/exact-and-general', 'SV1#1'),
  fault('59 on a visit', 'visit', modifiers(0, '59'), 'edit/modifier/distinct-on-visit', 'SV1#1'),
  fault('25 on a procedure', 'interlaminar', modifiers(0, '25'), 'edit/modifier/visit-on-procedure', 'SV1#1'),
  fault('26 on a code without parts', 'interlaminar', modifiers(0, '26'), 'edit/modifier/parts', 'SV1#1'),
  fault('JW with JZ', 'interlaminar', add(line('J1100', 'JW JZ', { units: '4' })), 'edit/modifier/excluded', 'SV1#2'),
  fault('73 on a professional claim', 'interlaminar', modifiers(0, '73'), 'edit/modifier/facility-only', 'SV1#1'),
  fault('the same modifier twice', 'transforaminal', modifiers(0, 'LT LT'), 'edit/modifier/repeated', 'SV1#1'),
  fault('KX on an ablation', 'ablation', modifiers(0, 'RT KX'), 'edit/attest/wrong-code', 'SV1#1'),
  fault('visit without 25', 'visitWithBlock', modifiers(0, ''), 'edit/visit/same-day', 'SV1#1'),
  fault(
    'units over the day',
    'interlaminar',
    set(0, { units: '2' }),
    'edit/units/day edit/units/day-absolute',
    'SV1#1',
  ),
  fault('five further levels', 'transforaminal', set(1, { units: '5' }), 'edit/units/day', 'SV1#2'),
  fault('no units', 'interlaminar', set(0, { units: '0' }), 'edit/units/not-positive', 'SV1#1'),
  fault('half a unit', 'interlaminar', set(0, { units: '1.5' }), 'edit/units/fraction', 'SV1#1'),
  fault('guidance twice', 'stellate', set(1, { units: '2' }), 'edit/units/guidance edit/units/day', 'SV1#2'),
  fault('the same line twice', 'triggerPoints', add(line('20553')), 'edit/line/repeated', 'SV1#2'),
  fault('header diagnosis M54.5', 'visit', diagnoses('M54.5'), 'edit/diagnosis/not-billable'),
  fault('header diagnosis M48.06', 'interlaminar', diagnoses('M48.06'), 'edit/diagnosis/not-billable'),
  fault('header diagnosis M51.36', 'visit', diagnoses('M51.36'), 'edit/diagnosis/not-billable'),
  fault('repeated diagnosis', 'interlaminar', diagnoses('M48.062 M48.062'), 'edit/diagnosis/repeated'),
  fault(
    'no diagnosis',
    'interlaminar',
    (claim) => {
      claim.diagnoses = [];
    },
    'edit/diagnosis/none wire/x12/segment-missing',
  ),
  fault('pointer to nothing', 'interlaminar', set(0, { pointers: '3' }), 'edit/diagnosis/pointer-wrong', 'SV1#1'),
  fault(
    'no pointer',
    'interlaminar',
    set(0, { pointers: '' }),
    'edit/diagnosis/pointer-missing wire/x12/element-missing',
    'SV1#1',
  ),
  fault('no date', 'interlaminar', set(0, { date: '' }), 'edit/date/missing wire/x12/segment-missing'),
  fault('date that is none', 'interlaminar', set(0, { date: '20260231' }), 'edit/date/missing wire/x12/element-date'),
  fault('dates the wrong way round', 'interlaminar', set(0, { date: '20260305-20260302' }), 'edit/date/reversed'),
  fault(
    'served before birth',
    'interlaminar',
    (claim) => {
      claim.birth = '20260401';
    },
    'edit/date/before-birth',
  ),
  fault('served after it was sent', 'interlaminar', set(0, { date: '20270105' }), 'edit/date/after-submission'),
  fault(
    'total off by a dollar',
    'interlaminar',
    (claim) => {
      claim.total = '101';
    },
    'edit/charge/unbalanced wire/x12/claim-balance',
    'CLM#1',
  ),
  fault(
    'rendering number fails its check digit',
    'interlaminar',
    (claim) => {
      claim.renderingNpi = '1999999993';
    },
    'edit/identifier/npi',
  ),
  fault(
    'billing number fails its check digit',
    'interlaminar',
    (claim) => {
      claim.billingNpi = '1234567890';
    },
    'edit/identifier/npi',
  ),
  fault('third facet level', 'medialBranch', add(line('64495', '50 KX')), 'medicare/facet/levels', 'SV1#3'),
  fault('two regions of epidurals', 'interlaminar', add(line('62321')), 'medicare/epidural/one-region'),
  fault(
    'epidural and facet on one day',
    'interlaminar',
    add(line('64493', 'RT')),
    'medicare/facet/same-session-epidural',
    'SV1#2',
  ),
  fault(
    'facet diagnosis on an epidural',
    'interlaminar',
    diagnoses('M47.816'),
    'medicare/epidural/never-covered-diagnosis medicare/epidural/diagnosis-list',
  ),
  fault(
    'neck diagnosis on a lumbar epidural',
    'interlaminar',
    diagnoses('M54.12'),
    'medicare/epidural/diagnosis-region',
  ),
  fault(
    'radiculopathy alone on a facet block',
    'medialBranch',
    diagnoses('M54.16 M54.17'),
    'medicare/facet/radiculopathy-only medicare/facet/diagnosis-list',
  ),
  fault(
    'guided by nothing',
    'interlaminar',
    code(0, '62322'),
    'medicare/epidural/image-guidance medicare/epidural/payable-code',
  ),
  fault(
    'second diagnosis is a heading',
    'interlaminar',
    diagnoses('M48.062 M54.5'),
    'edit/diagnosis/not-billable',
    'HI#1:2',
  ),
  fault(
    'second diagnosis repeats the first',
    'interlaminar',
    diagnoses('M48.062 M48.062'),
    'edit/diagnosis/repeated',
    'HI#1:2',
  ),
  fault(
    'frequency of late charges',
    'interlaminar',
    (claim) => {
      claim.frequency = '5';
    },
    'edit/frequency/unusual',
    'CLM#1:5',
  ),
  fault('a fifth modifier', 'transforaminal', modifiers(0, 'LT 59 GA KX XS'), 'edit/modifier/too-many', 'SV1#1'),
  fault('JZ missing', 'toxin', (claim) => void claim.lines.pop(), 'edit/drug/waste-not-told', 'SV1#2'),
  fault('waste alone', 'toxin', (claim) => void claim.lines.splice(1, 1), 'edit/drug/waste-alone', 'SV1#2'),
  fault('vials and waste differ', 'toxin', set(2, { units: '40' }), 'edit/drug/containers'),
  fault('over the dose of a day', 'toxin', set(1, { units: '601' }), 'edit/units/day', 'SV1#2'),
  fault('another muscle beside the pattern', 'toxin', add(line('64616', 'RT')), 'edit/pair/never', 'SV1#4'),
  fault('episodic migraine', 'toxin', diagnoses('G43.009'), 'medicare/botulinum/migraine-diagnosis', 'SV1#1'),
  fault('further needles alone', 'acupuncture', (claim) => void claim.lines.shift(), 'edit/add-on/no-primary', 'SV1#1'),
  fault('needles for the neck', 'acupuncture', diagnoses('M54.2'), 'medicare/acupuncture/low-back', 'SV1#1'),
  fault('two first periods', 'acupuncture', add(line('97813')), 'edit/pair/never'),
  fault('three leads', 'stimulatorTrial', set(0, { units: '3' }), 'edit/units/day', 'SV1#1:4'),
  fault('50 on leads', 'stimulatorTrial', modifiers(0, '50'), 'edit/side/both-not-allowed', 'SV1#1'),
  fault('programming beside leads', 'stimulatorTrial', add(line('95972')), 'edit/pair/distinct', 'SV1#2'),
  fault('generator in the office', 'stimulatorTrial', add(line('63685')), 'edit/place/facility-only'),
  fault(
    'attending number fails its check digit',
    'hospital',
    (claim) => {
      claim.hospital!.attendingNpi = '1999999993';
    },
    'edit/identifier/npi',
    'NM1#6:9',
  ),
  fault(
    'line outside of the statement',
    'hospital',
    set(0, { date: '20260303' }),
    'edit/date/outside-statement',
    'DTP#2',
  ),
  fault('joint code of a physician', 'hospital', code(0, '27096', 'RT'), 'edit/code/other-claim-type', 'SV2#1'),
  ...STRUCTURE,
  text(
    'trailer counts one segment too many',
    'interlaminar',
    (file) => file.replace(/SE\*(\d+)/, (_, count: string) => `SE*${Number(count) + 1}`),
    'wire/x12/transaction-count',
  ),
  text(
    'trailer bears another number',
    'interlaminar',
    (file) => file.replace(/(SE\*\d+\*)0001/, '$10002'),
    'wire/x12/transaction-control',
  ),
  text(
    'group counts two transactions',
    'interlaminar',
    (file) => file.replace('GE*1*1', 'GE*2*1'),
    'wire/x12/group-count',
  ),
  text(
    'group bears another number',
    'interlaminar',
    (file) => file.replace('GE*1*1', 'GE*1*2'),
    'wire/x12/group-control',
  ),
  text(
    'interchange bears another number',
    'interlaminar',
    (file) => file.replace('IEA*1*000000001', 'IEA*1*000000002'),
    'wire/x12/interchange-control',
  ),
  text(
    'interchange counts two groups',
    'interlaminar',
    (file) => file.replace('IEA*1*', 'IEA*2*'),
    'wire/x12/interchange-count',
  ),
  text(
    'old version',
    'interlaminar',
    (file) => file.replaceAll('005010X222A1', '004010X098A1'),
    'wire/x12/version-unsupported',
  ),
  text(
    'cut in the middle',
    'interlaminar',
    (file) => file.slice(0, file.indexOf('SV1*') + 10),
    'wire/x12/transaction-not-closed wire/x12/segment-unterminated',
  ),
  text('no trailer', 'interlaminar', (file) => file.replace(/SE\*[^~]*~\n/, ''), 'wire/x12/transaction-not-closed'),
  text('no group trailer', 'interlaminar', (file) => file.replace(/GE\*[^~]*~\n/, ''), 'wire/x12/group-not-closed'),
  text(
    'no interchange trailer',
    'interlaminar',
    (file) => file.replace(/IEA\*[^~]*~\n/, ''),
    'wire/x12/interchange-not-closed',
  ),
  text(
    'claim without lines',
    'interlaminar',
    (file) => file.replace(/LX\*1~\nSV1[^~]*~\nDTP\*472[^~]*~\n/, ''),
    'wire/x12/claim-without-lines edit/line/none',
  ),
];
