import { deeper, readMap } from './map-language.ts';

const party = (loop: string, codes: string, words: string): string => `
[${loop}] S14 ${words}
  NM1${codes} R1 name
  REF S9 other number
  N3 S1 street
  N4 S1 city, state and zip
  PER S3 contact
  AAA S9 refusal
  PRV S1 specialty
  DMG S1 birth date and sex
  INS S1 relation
  DTP S9 date`;

const service = (words: string): string => `
TRN S3 trace number
AAA S9 refusal
UM S1 kind of review and service
HCR S1 decision
REF/BB S1 authorization number
REF S9 other number
DTP S20 date
HI S1 diagnoses or procedures
SV1 S1 professional service
SV2 S1 institutional service
SV3 S1 dental service
TOO S32 tooth
HSD S1 delivery pattern
CRC S9 condition
CL1 S1 admission
CR1 S1 ambulance transport
CR2 S1 spinal manipulation
CR5 S1 oxygen
CR6 S1 home care
PWK S10 attachment
MSG S1 ${words}`;

/** 278 request for review of services and its response, 005010X217. */
export const authorizationRequest = readMap(
  '278',
  'request for review of services, or its response',
  `
BHT R1 purpose and creation of the transaction
[2000A] R1 reviewer level
  HL@3/20 R1 reviewer level
  AAA S9 refusal
  ${deeper(party('2010A', '', 'reviewer'), 1)}
  [2000B] R1 requester level
    HL@3/21 R1 requester level
    ${deeper(party('2010B', '', 'requester'), 2)}
    [2000C] R1 subscriber level
      HL@3/22 R1 subscriber level
      TRN S3 trace number
      AAA S9 refusal
      HI S1 diagnoses
      DTP S9 date
      ${deeper(party('2010C', '', 'subscriber'), 3)}
      [2000D] S1 dependent level
        HL@3/23 R1 dependent level
        TRN S3 trace number
        AAA S9 refusal
        HI S1 diagnoses
        ${deeper(party('2010D', '', 'dependent'), 4)}
        [2000E] S1 patient event of the dependent
          HL@3/EV R1 patient event level
          ${deeper(service('note about the event'), 5)}
          ${deeper(party('2010E', '', 'provider of the event'), 5)}
          [2000F] S> service
            HL@3/SS R1 service level
            ${deeper(service('note about the service'), 6)}
            ${deeper(party('2010F', '', 'provider of the service'), 6)}
      [2000E] S1 patient event
        HL@3/EV R1 patient event level
        ${deeper(service('note about the event'), 4)}
        ${deeper(party('2010E', '', 'provider of the event'), 4)}
        [2000F] S> service
          HL@3/SS R1 service level
          ${deeper(service('note about the service'), 5)}
          ${deeper(party('2010F', '', 'provider of the service'), 5)}
`,
);
