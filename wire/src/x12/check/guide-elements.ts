/** Elements that the guides require where the standard leaves them open: transaction, loop/segment, positions. */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  '837': {
    'ST/BHT': [1, 2, 3, 4, 5, 6],
    '1000A/NM1': [1, 2, 3, 8, 9],
    '1000B/NM1': [1, 2, 3, 8, 9],
    '2000A/HL': [1, 3, 4],
    '2000B/HL': [1, 2, 3, 4],
    '2000C/HL': [1, 2, 3, 4],
    '2010AA/NM1': [1, 2, 3],
    '2010AA/N4': [1],
    '2010BA/NM1': [1, 2, 3],
    '2010BB/NM1': [1, 2, 3, 8, 9],
    '2010CA/NM1': [1, 2, 3],
    '2010CA/DMG': [1, 2, 3],
    '2300/CLM': [1, 2, 5, 7, 8, 9],
    '2300/REF': [1, 2],
    '2400/SV1': [1, 2, 3, 4, 7],
    '2400/SV2': [1, 3, 4, 5],
    '2400/DTP': [1, 2, 3],
    '2400/REF': [1, 2],
    '2410/LIN': [2, 3],
    '2410/CTP': [4, 5],
    '2430/SVD': [1, 2, 3, 5],
  },
  '835': {
    'ST/BPR': [1, 2, 3, 4, 16],
    'ST/TRN': [1, 2, 3],
    '1000A/N1': [1, 2],
    '1000B/N1': [1, 2, 3, 4],
    '2100/CLP': [1, 2, 3, 4, 7],
    '2110/SVC': [1, 2, 3],
  },
};

export function requiredByGuide(set: string, loop: string, segment: string): readonly number[] {
  return REQUIRED[set]?.[`${loop}/${segment}`] ?? [];
}
