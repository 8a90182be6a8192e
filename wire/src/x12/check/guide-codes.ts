/**
 * Codes that the guides allow where the standard's list is longer: one line an element, `loop/segment position codes`,
 * a component as `5-2`. A qualifier behind the segment tells apart segments of one id. Lists that somebody else keeps
 * (procedures, diagnoses, reasons, states, types of bill) are not here: they are level 5.
 */
const FILING = '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ';
const ORDER = 'A B C D E F G H P S T U';
const RELATION = '01 19 20 21 39 40 53 G8';
const SECONDARY = '12 13 14 15 16 41 42 43 47';
const PHONE = 'EM FX TE';

const providers = (loops: string, role: string): string =>
  loops
    .split(' ')
    .map((loop) => `${loop}/NM1 2 1 2\n${loop}/NM1 8 XX\n${loop}/PRV 1 ${role}\n${loop}/PRV 2 PXC`)
    .join('\n');

const CLAIM = `
ST/BHT 1 0019
ST/BHT 2 00 18
ST/BHT 6 31 CH RP
1000A/NM1 2 1 2
1000A/NM1 8 46
1000A/PER 3 ${PHONE}
1000A/PER 5 EX ${PHONE}
1000A/PER 7 EX ${PHONE}
1000B/NM1 2 2
1000B/NM1 8 46
2000A/HL 4 1
2000A/PRV 2 PXC
2010AA/NM1 8 XX
2010AA/PER 3 ${PHONE}
2010AA/PER 5 EX ${PHONE}
2010AA/PER 7 EX ${PHONE}
2010AB/NM1 2 1 2
2000B/HL 4 0 1
2000B/SBR 1 ${ORDER}
2000B/SBR 2 18
2000B/SBR 5 ${SECONDARY}
2000B/SBR 9 ${FILING}
2010BA/NM1 2 1 2
2010BA/NM1 8 II MI
2010BA/DMG 1 D8
2010BA/DMG 3 F M U
2010BB/NM1 2 2
2010BB/NM1 8 PI XV
2000C/HL 4 0
2000C/PAT 1 ${RELATION}
2010CA/NM1 2 1
2010CA/DMG 1 D8
2010CA/DMG 3 F M U
2300/CLM 7 A B C
2300/CLM 8 N W Y
2300/CLM 9 I Y
2300/CLM 20 1 2 3 4 5 6 7 8 9 10 11 15
2300/DTP 2 D8 DT RD8 TM
2300/PWK 2 AA BM EL EM FT FX
2300/PWK 5 AC
2320/SBR 1 ${ORDER}
2320/SBR 2 18 ${RELATION}
2320/SBR 5 ${SECONDARY}
2320/SBR 9 ${FILING}
2320/OI 3 N W Y
2320/OI 4 P
2320/OI 6 I Y
2330A/NM1 2 1 2
2330A/NM1 8 II MI
2330B/NM1 2 2
2330B/NM1 8 PI XV
2330B/DTP 2 D8
2400/DTP 2 D8 RD8
2410/LIN 2 EN EO HI N4 ON UK UP
2410/CTP 5-1 F2 GR ME ML UN
2430/SVD 3-1 AD ER HC HP IV N4 WK
2430/DTP 2 D8
`;

/** By title of the map. */
const CODES: Readonly<Record<string, string>> = {
  'professional claim': `${CLAIM}
2010AA/NM1 2 1 2
2300/CLM 5-2 B
2300/CLM 6 N Y
2300/CLM 10 P
2300/CLM 11-1 AA EM OA
2300/CLM 11-2 AA EM OA
2300/CLM 12 02 03 05 09
2400/SV1 1-1 ER HC IV WK
2400/SV1 3 MJ UN
2400/SV1 9 Y
2400/SV1 11 Y
2400/SV1 12 Y
2400/SV1 15 0
${providers('2310A 2310B 2310D 2420A 2420D 2420E 2420F', 'PE')}
2310C/NM1 2 2
2310C/NM1 8 XX
2420C/NM1 2 2
2420C/NM1 8 XX`,
  'institutional claim': `${CLAIM}
2010AA/NM1 2 2
2300/CLM 5-2 A
2400/SV2 2-1 ER HC HP IV WK
2400/SV2 4 DA UN
${providers('2310A 2310B 2310C 2310D 2310F 2420A 2420B 2420C 2420D', 'AT')}
2310E/NM1 2 2
2310E/NM1 8 XX`,
  'dental claim': `${CLAIM}
2010AA/NM1 2 1 2
2300/CLM 5-2 B
2400/SV3 1-1 AD`,
  'payment and remittance advice': `
ST/BPR 1 C D H I P U X
ST/BPR 3 C D
ST/BPR 4 ACH BOP CHK FWT NON
ST/BPR 5 CCP CTX
ST/BPR 6 01 04
ST/BPR 8 DA
ST/BPR 12 01 04
ST/BPR 14 DA SG
ST/TRN 1 1
1000A/N1 3 XV
1000B/N1 3 FI XV XX
2100/CLP 2 1 2 3 4 19 20 21 22 23 25
2100/CLP 6 12 13 14 15 16 17 AM CH DS HM LM MA MB MC OF TV VA WC ZZ
2100/NM1 2 1 2
2110/SVC 1-1 AD ER HC HP IV N4 N6 NU UI WK
2110/SVC 6-1 AD ER HC HP IV N4 N6 NU UI WK
ST/PLB 3-1 50 51 72 90 AH AM AP B2 B3 BD BN C5 CR CS CT CV CW DM E3 FB FC GO HM IP IR IS J1 L3 L6 LE LS OA OB PI PL RA RE SL TL WO WU`,
  'claim acknowledgment': `
ST/BHT 1 0085
ST/BHT 2 08
ST/BHT 6 TH
2100A/NM1 2 2
2100A/NM1 8 46 FI PI XV
2200A/TRN 1 1
2200A/DTP 2 D8
2100B/NM1 2 1 2
2100B/NM1 8 46
2200B/TRN 1 2
2200B/STC 3 U WQ
2100C/NM1 2 1 2
2100C/NM1 8 FI XX
2200C/TRN 1 1
2200C/STC 3 U WQ
2100D/NM1 2 1 2
2200D/TRN 1 2
2200D/STC 3 U WQ
2200D/DTP 2 D8 RD8
2220D/STC 3 U WQ`,
  'claim status request': `
ST/BHT 1 0010
ST/BHT 2 13
2100A/NM1 2 2
2100A/NM1 8 PI XV
2100B/NM1 8 46
2200D/DTP 2 D8 RD8
2200E/DTP 2 D8 RD8`,
  'claim status response': `
ST/BHT 1 0010
ST/BHT 2 08
ST/BHT 6 DG
2100A/NM1 2 2
2100A/NM1 8 PI XV
2100B/NM1 8 46
2200D/DTP 2 D8 RD8
2200E/DTP 2 D8 RD8`,
  'eligibility inquiry': `
ST/BHT 1 0022
ST/BHT 2 01 13 36
2100C/NM1 2 1 2
2100C/DMG 1 D8
2100C/DMG 3 F M U
2100D/NM1 2 1
2100D/DMG 1 D8
2100D/DMG 3 F M U`,
  'eligibility response': `
ST/BHT 1 0022
ST/BHT 2 06 11
2100C/AAA 1 N Y
2100C/AAA 4 C N P R S W X Y
2100C/DMG 3 F M U
2100D/DMG 3 F M U
2110C/EB 1 1 2 3 4 5 6 7 8 A B C CB D E F G H I J K L M MC N O P Q R S T U V W X Y
2110D/EB 1 1 2 3 4 5 6 7 8 A B C CB D E F G H I J K L M MC N O P Q R S T U V W X Y
2110C/EB 11 N U Y
2110C/EB 12 N U W Y`,
  'request for review of services, or its response': `
ST/BHT 1 0007
2000E/UM 1 AR HS IN SC
2000F/UM 1 HS IN SC
2000E/HCR 1 A1 A2 A3 A4 A6 C CT NA
2000F/HCR 1 A1 A2 A3 A4 A6 C CT NA`,
  'implementation acknowledgment': `
2100/IK3 4 1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9
2110/IK4 3 1 2 3 4 5 6 7 8 9 10 12 13 I6 I9 I10 I11 I12 I13
2000/IK5 1 A E M R W X
ST/AK9 1 A E M P R W X`,
  'functional acknowledgment': `
2100/AK3 4 1 2 3 4 5 6 7 8
2000/AK5 1 A E M R W X
ST/AK9 1 A E M P R W X`,
};

const QUALIFIERS =
  '01 02 03 04 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 AM NR SA SN ZZ';

/** Of the envelope, in any file. */
const ENVELOPE = `
ISA 1 00 01 02 03 04 05 06
ISA 3 00 01
ISA 5 ${QUALIFIERS}
ISA 7 ${QUALIFIERS}
ISA 14 0 1
ISA 15 I P T
TA1 4 A E R
GS 7 T X`;

export interface AllowedCodes {
  readonly element: number;
  readonly component: number | undefined;
  readonly codes: readonly string[];
}

const prepared = new Map<string, ReadonlyMap<string, readonly AllowedCodes[]>>();

function read(text: string): ReadonlyMap<string, readonly AllowedCodes[]> {
  const found = new Map<string, AllowedCodes[]>();
  for (const line of text.split('\n')) {
    const [place = '', position = '', ...codes] = line.trim().split(' ');
    if (place === '') continue;
    const [element, component] = position.split('-').map(Number);
    const own = found.get(place) ?? [];
    own.push({ element: element!, component, codes });
    found.set(place, own);
  }
  return found;
}

function preparedFor(title: string, text: string): ReadonlyMap<string, readonly AllowedCodes[]> {
  let codes = prepared.get(title);
  if (!codes) prepared.set(title, (codes = read(text)));
  return codes;
}

const NONE: readonly AllowedCodes[] = [];

/** Which codes a guide allows in a segment; the map is known by its title. */
export function codesOfGuide(title: string, loop: string, segment: string): readonly AllowedCodes[] {
  const text = CODES[title];
  return text === undefined ? NONE : (preparedFor(title, text).get(`${loop}/${segment}`) ?? NONE);
}

export function codesOfEnvelope(segment: string): readonly AllowedCodes[] {
  return preparedFor('', ENVELOPE).get(segment) ?? NONE;
}
