/** A part of a composite: number of its data element in the standard's dictionary, and how long it may be. */
export interface PartWords {
  readonly number: string;
  readonly min: number;
  readonly max: number;
}

const parts = (text: string): readonly PartWords[] =>
  text.split(' ').map((each) => {
    const [number = '', lengths = ''] = each.split('/');
    const [min, max = min] = lengths.split('-').map(Number);
    return { number, min: min!, max: max! };
  });

const pointer = '1328/1-2';
const modifier = '1339/2';
const cause = '1362/2-3';

/** The composites of claims, remittances and acknowledgments by number. One that is not here is not looked into. */
const COMPOSITES: Readonly<Record<string, readonly PartWords[]>> = {
  C003: parts(`235/2 234/1-48 ${modifier} ${modifier} ${modifier} ${modifier} 352/1-80 234/1-48`),
  C004: parts(`${pointer} ${pointer} ${pointer} ${pointer}`),
  C022: parts('1270/1-3 1271/1-30 1250/2-3 1251/1-35 782/1-18 380/1-15 799/1-30 1271/1-30 1073/1'),
  C023: parts('1331/1-2 1332/1-2 1325/1'),
  C024: parts(`${cause} ${cause} ${cause} 156/2 26/2-3`),
  C042: parts('426/2 127/1-50'),
  C043: parts('1271/1-30 1271/1-30 98/2-3 1270/1-3'),
};

export function partsOf(composite: string): readonly PartWords[] | undefined {
  return COMPOSITES[composite];
}
