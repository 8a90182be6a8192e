import type { Role } from '../contract/roles.ts';
import type { Draw } from './draw.ts';

export const PRACTICE = 'Example Pain Practice (invented)';
/** Everybody may know it: there is nothing real behind it. */
export const PASSWORD = 'invented-patients-only';

export interface Person {
  readonly login: string;
  readonly name: string;
  readonly role: Exclude<Role, 'service'>;
  readonly npi?: string;
}

export const STAFF: readonly Person[] = [
  { login: 'physician', name: 'Dr. Ada Sample', role: 'physician', npi: '1234567893' },
  { login: 'colleague', name: 'Dr. Ben Specimen', role: 'physician', npi: '1999999984' },
  { login: 'coder', name: 'Cora Coderton', role: 'coder' },
  { login: 'biller', name: 'Bill Billington', role: 'biller' },
  { login: 'compliance', name: 'Connie Compliance', role: 'compliance' },
  { login: 'administrator', name: 'Adam Admin', role: 'administrator' },
];

const FIRST = {
  F: [
    'Testina',
    'Exempla',
    'Fictiva',
    'Mockina',
    'Samplette',
    'Dummetta',
    'Placebea',
    'Inventia',
    'Trialina',
    'Protota',
  ],
  M: ['Testor', 'Exemplo', 'Fictor', 'Mockard', 'Samplon', 'Dummett', 'Placebus', 'Inventor', 'Trialo', 'Prototo'],
} as const;
const LAST = [
  'Example',
  'Notreal',
  'Madeup',
  'Fictional',
  'Placeholder',
  'Imaginary',
  'Pretend',
  'Testcase',
  'Mockford',
  'Dummyton',
] as const;

export interface InventedPatient {
  readonly first: string;
  readonly last: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly mrn: string;
  readonly state: 'OH' | 'KY';
  readonly payer: 'medicare' | 'medicare-advantage' | 'commercial';
  readonly memberId: string;
}

/** Two hundred names that nobody bears, each once. */
export function inventPatients(count: number, draw: Draw): InventedPatient[] {
  return Array.from({ length: count }, (_, at) => {
    const sex = at % 2 === 0 ? 'F' : 'M';
    const place = Math.floor(at / 2);
    const names = FIRST[sex];
    const payer = draw.pick<InventedPatient['payer']>([
      'medicare',
      'medicare',
      'medicare',
      'medicare-advantage',
      'commercial',
    ]);
    const year = payer === 'commercial' ? 1965 + draw.below(25) : 1936 + draw.below(24);
    return {
      first: names[place % names.length] ?? 'Testina',
      last: LAST[Math.floor(place / names.length) % LAST.length] ?? 'Example',
      sex,
      birthDate: `${year}-${two(1 + draw.below(12))}-${two(1 + draw.below(28))}`,
      mrn: `DEMO-${String(at + 1).padStart(4, '0')}`,
      state: draw.chance(0.8) ? ('OH' as const) : ('KY' as const),
      payer,
      memberId:
        payer === 'medicare'
          ? `1EG4TE5M${'ACDEFGHJK'[at % 9]}${String(at % 100).padStart(2, '0')}`
          : `TEST${100_000 + at * 37}`,
    };
  });
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
