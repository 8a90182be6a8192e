/**
 * Elements that the guides require where the standard leaves them open: transaction, loop/segment, positions. A part of
 * a composite is `5-2`, wherever the composite is sent.
 */
const CLAIM: Readonly<Record<string, string>> = {
  'ST/BHT': '3 4 5 6',
  '1000A/NM1': '3 8 9',
  '1000A/PER': '3 4',
  '1000B/NM1': '3 8 9',
  '2000A/HL': '4',
  '2000A/PRV': '2 3',
  '2000B/HL': '2 4',
  '2000C/HL': '2 4',
  '2010AA/NM1': '3',
  '2010AA/N4': '1',
  '2010AB/N4': '1',
  '2010BA/NM1': '3',
  '2010BA/N4': '1',
  '2010BA/DMG': '1 2 3',
  '2010BB/NM1': '3 8 9',
  '2010CA/NM1': '3',
  '2010CA/N4': '1',
  '2010CA/DMG': '1 2 3',
  '2000C/PAT': '1',
  '2300/CLM': '2 5 7 8 9 5-1 5-2 5-3',
  '2300/REF': '2',
  '2300/PWK': '2',
  '2300/HI': allParts(12),
  '2320/SBR': '2',
  '2320/CAS': '2 3',
  '2320/OI': '3 6',
  '2330A/NM1': '3 8 9',
  '2330B/NM1': '3 8 9',
  '2400/REF': '2',
  '2410/LIN': '2 3',
  '2410/CTP': '4 5 5-1',
  '2430/SVD': '2 5',
  '2430/CAS': '2 3',
};

/** By title of the map. */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'professional claim': {
    ...CLAIM,
    '2300/CLM': `${CLAIM['2300/CLM']} 6`,
    '2400/SV1': '2 3 4 7 1-1 1-2 7-1',
    '2430/SVD': '2 3 5 3-1 3-2',
    '2310B/NM1': '3',
    '2310C/NM1': '3',
    '2310B/PRV': '2 3',
    '2420A/PRV': '2 3',
  },
  'institutional claim': {
    ...CLAIM,
    '2300/CL1': '1 3',
    '2400/SV2': '1 3 4 5 2-1 2-2',
    '2310A/NM1': '3',
    '2310A/PRV': '2 3',
    '2430/SVD': '2 4 5',
  },
  'dental claim': { ...CLAIM, '2300/CLM': `${CLAIM['2300/CLM']} 6`, '2400/SV3': '2 6 1-1 1-2' },
  'payment and remittance advice': {
    'ST/BPR': '16',
    'ST/TRN': '3',
    '1000A/N1': '2',
    '1000B/N1': '2 3 4',
    '2100/CLP': '6 7',
    '2100/CAS': '2 3',
    '2110/SVC': '3 1-1 1-2 6-1 6-2',
    '2110/CAS': '2 3',
    'ST/PLB': '3 4 3-1',
  },
  'claim acknowledgment': {
    'ST/BHT': '3 4 5 6',
    '2100A/NM1': '3 8 9',
    '2100B/NM1': '8 9',
    '2200B/STC': '1-1 1-2',
    '2200D/STC': '1-1 1-2',
    '2220D/STC': '1-1 1-2',
  },
  'claim status request': { 'ST/BHT': '3 4 5' },
  'claim status response': { 'ST/BHT': '3 4 5', '2200D/STC': '1-1 1-2', '2200E/STC': '1-1 1-2' },
};

export interface RequiredElements {
  readonly elements: readonly number[];
  readonly parts: readonly { readonly element: number; readonly component: number }[];
}

const NONE: RequiredElements = { elements: [], parts: [] };
const prepared = new Map<string, RequiredElements>();

export function requiredByGuide(title: string, loop: string, segment: string): RequiredElements {
  const place = `${loop}/${segment}`;
  const text = REQUIRED[title]?.[place];
  if (text === undefined) return NONE;
  const key = `${title} ${place}`;
  let required = prepared.get(key);
  if (!required) {
    const positions = text.split(' ').map((each) => each.split('-').map(Number));
    required = {
      elements: positions.filter(({ length }) => length === 1).map(([element]) => element!),
      parts: positions
        .filter(({ length }) => length === 2)
        .map(([element, component]) => ({ element: element!, component: component! })),
    };
    prepared.set(key, required);
  }
  return required;
}

function allParts(elements: number): string {
  return Array.from({ length: elements }, (_, index) => `${index + 1}-1 ${index + 1}-2`).join(' ');
}
