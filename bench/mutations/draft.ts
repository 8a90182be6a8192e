/** One claim of a file to be mutated, in the words of the field; `toX12` writes it. All invented. */
export interface DraftLine {
  code: string;
  modifiers: string[];
  units: string;
  charge: string;
  date: string;
  pointers: string;
}

export interface DraftClaim {
  id: string;
  place: string;
  frequency: string;
  total?: string;
  diagnoses: string[];
  billingNpi: string;
  renderingNpi: string;
  state: string;
  birth: string;
  payer: string;
  filing: string;
  taxonomy: string;
  /** Of a professional claim: where the patient was, when that is not the office. */
  facility?: { street: string; zip: string };
  /** Of an institutional claim: its type of bill, the days that it covers, and who attends. */
  hospital?: { billType: string; from: string; through: string; attendingNpi: string };
  lines: DraftLine[];
}

export function line(code: string, modifiers = '', more: Partial<DraftLine> = {}): DraftLine {
  const list = modifiers === '' ? [] : modifiers.split(' ');
  return { code, modifiers: list, units: '1', charge: '100', date: '20260302', pointers: '1', ...more };
}

export function claim(diagnoses: string, lines: DraftLine[], more: Partial<DraftClaim> = {}): DraftClaim {
  return {
    id: 'CLEAN1',
    place: '11',
    frequency: '1',
    diagnoses: diagnoses.split(' '),
    billingNpi: '1234567893',
    renderingNpi: '1999999992',
    state: 'KY',
    birth: '19600101',
    payer: 'EXAMPLE PAYER',
    filing: 'MB',
    taxonomy: '208VP0014X',
    lines,
    ...more,
  };
}

/** A file of this claim as text, one segment a line; segments end with `~`. */
export function toX12(entry: DraftClaim): string {
  const version = entry.hospital ? '005010X223A3' : '005010X222A1';
  const transaction = [
    `ST*837*0001*${version}`,
    'BHT*0019*00*REF1*20260716*1015*CH',
    'NM1*41*2*EXAMPLE PAIN CLINIC*****46*SUBMITTERID',
    'PER*IC*BILLING OFFICE*TE*5555550100',
    'NM1*40*2*EXAMPLE PAYER*****46*RECEIVERID',
    'HL*1**20*1',
    `PRV*BI*PXC*${entry.taxonomy}`,
    `NM1*85*2*EXAMPLE PAIN CLINIC*****XX*${entry.billingNpi}`,
    'N3*100 SAMPLE ST',
    `N4*SAMPLEVILLE*${entry.state}*400010001`,
    'REF*EI*990000001',
    ...claimSegments(entry),
  ];
  return [
    'ISA*00*          *00*          *ZZ*SUBMITTERID    *ZZ*RECEIVERID     *260716*1015*^*00501*000000001*0*T*:',
    `GS*HC*SUBMITTERID*RECEIVERID*20260716*1015*1*X*${version}`,
    ...transaction,
    `SE*${transaction.length + 1}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ]
    .map((segment) => `${segment}~\n`)
    .join('');
}

function claimSegments(entry: DraftClaim): string[] {
  const total = entry.total ?? String(entry.lines.reduce((sum, one) => sum + Number(one.charge), 0));
  return [
    'HL*2*1*22*0',
    `SBR*P*18*******${entry.filing}`,
    'NM1*IL*1*SAMPLE*PAT****MI*1EG4TE5MK73',
    'N3*1 TEST LN',
    `N4*SAMPLEVILLE*${entry.state}*400020002`,
    `DMG*D8*${entry.birth}*F`,
    `NM1*PR*2*${entry.payer}*****PI*12345`,
    ...(entry.hospital ? hospitalClaim(entry, entry.hospital, total) : professionalClaim(entry, total)),
  ];
}

const dated = ({ date }: DraftLine): string[] =>
  date === '' ? [] : [`DTP*472*${date.includes('-') ? 'RD8' : 'D8'}*${date}`];

function professionalClaim(entry: DraftClaim, total: string): string[] {
  const codes = entry.diagnoses.map((code, index) => `${index === 0 ? 'ABK' : 'ABF'}:${code.replace('.', '')}`);
  const { facility } = entry;
  return [
    `CLM*${entry.id}*${total}***${entry.place}:B:${entry.frequency}*Y*A*Y*Y`,
    ...(codes.length > 0 ? [`HI*${codes.join('*')}`] : []),
    `NM1*82*1*DOE*JO****XX*${entry.renderingNpi}`,
    'PRV*PE*PXC*208VP0014X',
    ...(facility
      ? [
          'NM1*77*2*EXAMPLE CENTER*****XX*1999999992',
          `N3*${facility.street}`,
          `N4*SAMPLEVILLE*${entry.state}*${facility.zip}`,
        ]
      : []),
    ...entry.lines.flatMap((one, index) => [
      `LX*${index + 1}`,
      `SV1*HC:${[one.code, ...one.modifiers].join(':')}*${one.charge}*UN*${one.units}***${one.pointers}`,
      ...dated(one),
    ]),
  ];
}

function hospitalClaim(entry: DraftClaim, hospital: NonNullable<DraftClaim['hospital']>, total: string): string[] {
  const { billType, from, through, attendingNpi } = hospital;
  const [principal = '', ...others] = entry.diagnoses.map((code) => code.replace('.', ''));
  return [
    `CLM*${entry.id}*${total}***${billType.slice(0, 2)}:A:${billType.slice(2)}**A*Y*Y`,
    `DTP*434*RD8*${from}-${through}`,
    'CL1*3*1*01',
    `HI*ABK:${principal}`,
    ...(others.length > 0 ? [`HI*${others.map((code) => `ABF:${code}`).join('*')}`] : []),
    `NM1*71*1*DOE*JO****XX*${attendingNpi}`,
    ...entry.lines.flatMap((one, index) => [
      `LX*${index + 1}`,
      `SV2*0361*HC:${[one.code, ...one.modifiers].join(':')}*${one.charge}*UN*${one.units}`,
      ...dated(one),
    ]),
  ];
}
