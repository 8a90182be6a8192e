import { deeper, readMap } from './map-language.ts';

const person = (letter: 'C' | 'D', name: string, benefits: string): string => `
TRN S9 trace number
[2100${letter}] R1 person
  NM1/${name} R1 name
  REF S9 other number
  N3 S1 street
  N4 S1 city, state and zip
  PER S3 contact
  AAA S9 refusal of the request
  PRV S1 provider
  DMG S1 birth date and sex
  INS S1 relation
  HI S1 diagnoses
  DTP S9 date
  MPI S1 military
  ${deeper(benefits, 1)}`;

const parties = (benefits: (letter: 'C' | 'D') => string): string => `
BHT R1 purpose and creation of the transaction
[2000A] R> source level
  HL@3/20 R1 source level
  AAA S9 refusal of the request
  [2100A] R1 source
    NM1 R1 source name
    REF S9 other number
    PER S3 contact
    AAA S9 refusal of the request
  [2000B] S> receiver level
    HL@3/21 R1 receiver level
    [2100B] R1 receiver
      NM1 R1 receiver name
      REF S9 other number
      N3 S1 street
      N4 S1 city, state and zip
      PER S3 contact
      AAA S9 refusal of the request
      PRV S1 specialty
    [2000C] S> subscriber level
      HL@3/22 R1 subscriber level
      ${deeper(person('C', 'IL', benefits('C')), 3)}
      [2000D] S> dependent level
        HL@3/23 R1 dependent level
        ${deeper(person('D', '03', benefits('D')), 4)}
`;

/** 270 eligibility inquiry, 005010X279 with its addendum. */
export const eligibilityInquiry = readMap(
  '270',
  'eligibility inquiry',
  parties(
    (letter) => `
[2110${letter}] S99 question
  EQ R1 service asked about
  AMT S2 amount
  III S10 more about the service
  REF S1 authorization
  DTP S1 date`,
  ),
);

/** 271 eligibility response, 005010X279 with its addendum. */
export const eligibilityResponse = readMap(
  '271',
  'eligibility response',
  parties(
    (letter) => `
[2110${letter}] S> benefit
  EB R1 benefit
  HSD S9 delivery pattern
  REF S9 other number
  DTP S20 date
  AAA S9 refusal of the request
  MSG S10 message
  [2115${letter}] S10 more about the benefit
    III R1 more about the benefit
  LS S1 beginning of related parties
  [2120${letter}] S23 related party
    NM1 R1 name
    N3 S1 street
    N4 S1 city, state and zip
    PER S3 contact
    PRV S1 specialty
  LE S1 end of related parties`,
  ),
);
