import { deeper, readMap } from './map-language.ts';

const head = `
BHT R1 purpose and creation of the transaction`;

/** 277 claim acknowledgment, 005010X214. */
export const claimAcknowledgment = readMap(
  '277',
  'claim acknowledgment',
  `${head}
[2000A] R1 source level
  HL@3/20 R1 source level
  [2100A] R1 source
    NM1/AY,PR R1 source name
    PER S1 contact
  [2200A] R1 trace of the source
    TRN R1 trace number
    DTP/050 R1 received
    DTP/009 R1 processed
  [2000B] R1 receiver level
    HL@3/21 R1 receiver level
    [2100B] R1 receiver
      NM1/41 R1 receiver name
    [2200B] R1 status of the batch
      TRN R1 trace number
      STC R> status
      QTY/90 S1 accepted
      QTY/AA S1 rejected
      AMT/YU S1 accepted charge
      AMT/YY S1 rejected charge
    [2000C] S> provider level
      HL@3/19 R1 provider level
      [2100C] R1 provider
        NM1/85 R1 provider name
      [2200C] S1 status of the provider's claims
        TRN R1 trace number
        STC S> status
        REF S3 other number
        QTY/QA S1 accepted
        QTY/QC S1 rejected
        AMT/YU S1 accepted charge
        AMT/YY S1 rejected charge
      [2000D] S> patient level
        HL@3/PT,22 R1 patient level
        [2100D] R1 patient
          NM1/QC,IL R1 patient name
        [2200D] R> status of a claim
          TRN R1 control number of the claim
          STC R> status
          REF/1K S1 claim number of the payer
          REF/D9 S1 number given by an intermediary
          REF/BLT S1 type of bill
          DTP/472 R1 date of service
          [2220D] S> status of a line
            SVC R1 service
            STC R> status
            REF/FJ S1 control number of the line
            REF/XZ S1 prescription number
            DTP/472 S1 date of service
`,
);

const statusParties = (below: string): string => `${head}
[2000A] R1 payer level
  HL@3/20 R1 payer level
  [2100A] R> payer
    NM1/PR R1 payer name
    PER S1 contact
  [2000B] R> receiver level
    HL@3/21 R1 receiver level
    [2100B] R> receiver
      NM1/41 R1 receiver name
    [2200B] S1 status for the receiver
      TRN R1 trace number
      STC R> status
    [2000C] S> provider level
      HL@3/19 R1 provider level
      [2100C] R> provider
        NM1/1P R1 provider name
      [2200C] S1 status for the provider
        TRN R1 trace number
        STC R> status
      ${deeper(below, 3)}
`;

const statusPatient = (letter: 'D' | 'E', level: string, name: string, claim: string, inner = ''): string => `
[2000${letter}] S> ${letter === 'D' ? 'subscriber' : 'dependent'} level
  HL@3/${level} R1 level
  DMG S1 birth date and sex
  [2100${letter}] R1 person
    NM1/${name} R1 name
  [2200${letter}] S> claim
    TRN R1 trace number
    ${claim}
    REF/1K S1 claim number of the payer
    REF/BLT S1 type of bill
    REF/LU S1 location
    REF/EJ S1 patient account number
    REF/XZ S1 prescription number
    REF/VV S1 voucher
    REF/D9 S1 number given by an intermediary
    REF/6P S1 group number
    REF/EA S1 medical record number
    AMT/T3 S1 charge
    DTP/472 S1 date of service
    [22${claim === '' ? '1' : '2'}0${letter}] S> line
      SVC R1 service
      ${claim}
      REF/FJ S1 control number of the line
      DTP/472 S1 date of service
  ${inner}`;

const statusMap = (set: string, title: string, claim: string) => {
  const dependent = statusPatient('E', '23', 'QC', claim);
  const subscriber = statusPatient('D', '22', 'IL,QC', claim, deeper(dependent, 1));
  return readMap(set, title, statusParties(subscriber));
};

/** 276 claim status request, 005010X212. */
export const claimStatusRequest = statusMap('276', 'claim status request', '');
/** 277 claim status response, 005010X212. */
export const claimStatusResponse = statusMap('277', 'claim status response', 'STC S> status');
