import type { Draw } from './numbers.ts';
import type { Practice } from './practices.ts';
import { servicesOf, type InventedLine } from './services.ts';

export interface InventedClaim {
  id: string;
  patient: number;
  practice: Practice;
  place: string;
  rendering: string;
  diagnoses: string[];
  lines: InventedLine[];
  /** Added to the sum of the lines. */
  imbalance: number;
  authorization?: string;
  member: string;
  birth: string;
}

export function newClaim(
  number: number,
  patient: number,
  practice: Practice,
  month: number,
  draw: Draw,
): InventedClaim {
  // Services of a month are sent in the middle of the next one.
  const date = compact(Date.UTC(2025, 9 + month, 1 + draw.below(28)));
  const services = servicesOf(patient, draw);
  return {
    id: `T${number}`,
    patient,
    practice,
    place: services.place,
    rendering: practice.rendering[patient % practice.rendering.length]!,
    diagnoses: [...services.diagnoses],
    lines: services.lines.map((line) => ({ ...line, modifiers: [...line.modifiers], date })),
    imbalance: 0,
    member: memberId(patient),
    birth: `19${30 + (patient % 50)}0${1 + (patient % 9)}1${patient % 10}`,
  };
}

export function compact(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
}

const LETTERS = 'ACDEFGHJKMNPQRTUVWXY';

/** A number in the form of a Medicare number, another one for every patient. */
function memberId(patient: number): string {
  const letter = (of: number) => LETTERS[of % LETTERS.length]!;
  const digit = (of: number) => String(of % 10);
  const rest = Math.floor(patient / 1000);
  return `1${letter(patient)}${letter(patient >> 4)}${digit(patient)}${letter(rest)}${letter(rest >> 4)}${digit(Math.floor(patient / 10))}${letter(rest >> 8)}${letter(rest >> 12)}${digit(Math.floor(patient / 100))}${digit(rest)}`;
}

export function segmentsOf(claim: InventedClaim, level: number, draw: Draw): string[] {
  const { practice } = claim;
  const total = claim.lines.reduce((sum, line) => sum + line.charge, claim.imbalance);
  const segments = [
    `HL*${level}*1*22*0`,
    'SBR*P*18*******MB',
    `NM1*IL*1*SAMPLE*PAT${claim.patient}****MI*${claim.member}`,
    `N3*${1 + draw.below(900)} TEST LN`,
    `N4*${practice.city}*${practice.state}*${practice.zip}`,
    `DMG*D8*${claim.birth}*${claim.patient % 2 === 0 ? 'F' : 'M'}`,
    'NM1*PR*2*EXAMPLE PAYER*****PI*12345',
    `CLM*${claim.id}*${total}***${claim.place}:B:1*Y*A*Y*Y`,
    ...(claim.authorization === undefined ? [] : [`REF*G1*${claim.authorization}`]),
    `HI*${claim.diagnoses.map((code, at) => `${at === 0 ? 'ABK' : 'ABF'}:${code.replace('.', '')}`).join('*')}`,
    `NM1*82*1*DOE*JO****XX*${claim.rendering}`,
    'PRV*PE*PXC*208VP0014X',
  ];
  if (claim.place === '22' || claim.place === '24')
    segments.push(
      `NM1*77*2*EXAMPLE SURGERY CENTER*****XX*${practice.facility}`,
      'N3*200 SAMPLE AVE',
      `N4*${practice.city}*${practice.state}*${practice.zip}`,
    );
  for (const [at, line] of claim.lines.entries()) {
    const code =
      ['HC', line.code, ...line.modifiers].join(':') +
      (line.description ? `${':'.repeat(5 - line.modifiers.length)}${line.description}` : '');
    segments.push(
      `LX*${at + 1}`,
      `SV1*${code}*${line.charge}*UN*${line.units}***${line.pointers.join(':')}`,
      `DTP*472*D8*${line.date}`,
      `REF*6R*${claim.id}L${at + 1}`,
    );
  }
  return segments;
}
