import type { Draw } from './numbers.ts';

export interface InventedLine {
  code: string;
  modifiers: string[];
  units: number;
  charge: number;
  pointers: number[];
  date: string;
  description?: string;
}

type Line = Omit<InventedLine, 'date'>;
interface Services {
  readonly place: string;
  readonly diagnoses: readonly string[];
  readonly lines: readonly Line[];
}

const RADICULAR = ['M54.16', 'M54.17', 'M51.16', 'M51.17', 'M48.061', 'M48.062', 'M99.73'];
const AXIAL = ['M47.816', 'M47.817', 'M47.896', 'M47.897'];
const NECK = ['M47.812', 'M47.813'];
const ALSO = [
  'G89.4',
  'M79.18',
  'M96.1',
  'E11.9',
  'I10',
  'Z79.891',
  'F41.1',
  'M62.830',
  'E66.9',
  'G47.33',
  'K21.9',
  'E78.5',
];
const CHARGES: Readonly<Record<string, number>> = {};

function line(code: string, modifiers: readonly string[], units = 1, pointers: readonly number[] = [1]): Line {
  const charge = CHARGES[code] ?? 150 + (Number.parseInt(code, 36) % 700);
  return {
    code,
    modifiers: [...modifiers],
    units,
    charge: charge * (code.startsWith('J') ? 1 : 1),
    pointers: [...pointers],
  };
}

const FAMILIES: readonly { readonly weight: number; readonly make: (draw: Draw) => Services }[] = [
  {
    weight: 18,
    make: (draw) => {
      const side = draw.one([['LT'], ['RT'], ['50']]);
      const further = draw.chance(0.6) ? [line('64484', side)] : [];
      return services(draw, draw.one(RADICULAR), [line('64483', side), ...further]);
    },
  },
  { weight: 12, make: (draw) => services(draw, draw.one(RADICULAR), [line('62323', [])]) },
  { weight: 4, make: (draw) => services(draw, draw.one(['M54.12', 'M50.122', 'M48.02']), [line('62321', [])]) },
  {
    weight: 16,
    make: (draw) => {
      const side = draw.one([
        ['LT', 'KX'],
        ['RT', 'KX'],
        ['50', 'KX'],
      ]);
      return services(draw, draw.one(AXIAL), [line('64493', side), line('64494', side)]);
    },
  },
  {
    weight: 5,
    make: (draw) => services(draw, draw.one(NECK), [line('64490', ['50', 'KX']), line('64491', ['50', 'KX'])]),
  },
  {
    weight: 9,
    make: (draw) => {
      const side = draw.one([['LT'], ['RT']]);
      return services(draw, draw.one(AXIAL), [line('64635', side), line('64636', side)]);
    },
  },
  {
    weight: 5,
    make: (draw) => services(draw, draw.one(['M46.1', 'M53.3']), [line('27096', [draw.one(['LT', 'RT', '50'])])]),
  },
  { weight: 6, make: (draw) => services(draw, 'M79.18', [line(draw.one(['20552', '20553']), [])]) },
  {
    weight: 8,
    make: (draw) => {
      const left = draw.chance(0.5);
      const diagnosis = draw.one(left ? ['M17.12', 'M16.12', 'M75.42'] : ['M17.11', 'M16.11', 'M75.41']);
      return services(draw, diagnosis, [line('20610', [left ? 'LT' : 'RT']), line('J3301', ['JZ'], 4)]);
    },
  },
  { weight: 3, make: (draw) => services(draw, 'M54.81', [line('64405', [draw.one(['LT', 'RT', '50'])])]) },
  {
    weight: 2,
    make: (draw) => services(draw, 'G43.709', [line('64615', []), line('J0585', [], 155), line('J0585', ['JW'], 45)]),
  },
  { weight: 1, make: (draw) => services(draw, 'G89.4', [line('63650', [], 1)], '24') },
  {
    weight: 3,
    make: (draw) => services(draw, 'M54.16', [line(draw.one(['99213', '99214']), ['25']), line('62323', [])]),
  },
  {
    weight: 8,
    make: (draw) =>
      services(
        draw,
        draw.one([...RADICULAR, ...AXIAL]),
        [line(draw.one(['99203', '99204', '99213', '99214']), [])],
        '11',
      ),
  },
];

const WHEEL = FAMILIES.flatMap((family, at) => Array.from({ length: family.weight }, () => at));

/** What is done at one visit; a patient mostly comes back for the same family. */
export function servicesOf(patient: number, draw: Draw): Services {
  const at = draw.chance(0.7) ? WHEEL[(patient * 7919) % WHEEL.length]! : draw.one(WHEEL);
  return FAMILIES[at]!.make(draw);
}

function services(draw: Draw, diagnosis: string, lines: readonly Line[], place?: string): Services {
  const more = Array.from({ length: draw.below(3) }, () => draw.one(ALSO)).filter((code) => code !== diagnosis);
  return {
    place: place ?? draw.one(['11', '11', '11', '24', '22']),
    diagnoses: [diagnosis, ...new Set(more)],
    lines,
  };
}
