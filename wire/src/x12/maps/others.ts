import { claimFrame, lineAdjudication, otherPayer, provider } from './claim-parts.ts';
import { deeper, readMap } from './map-language.ts';

const dentalClaim = `
[2300] S100 claim
  CLM R1 claim
  DTP/439,452,472,050 S5 date
  DN1 S1 orthodontics
  DN2 S35 tooth status
  PWK S10 attachment
  CN1 S1 contract
  AMT/F5 S1 paid by the patient
  REF S14 number of the claim
  K3 S10 file information
  NTE S5 claim note
  HI S1 diagnoses
  HCP S1 repricing
  ${deeper(provider('2310A', 'S2', 'DN,P3', 'referring provider'), 1)}
  ${deeper(provider('2310B', 'S1', '82', 'rendering provider'), 1)}
  ${deeper(provider('2310C', 'S1', '77', 'service facility'), 1)}
  ${deeper(provider('2310D', 'S1', 'DD', 'assistant surgeon'), 1)}
  ${deeper(provider('2310E', 'S1', 'DQ', 'supervising provider'), 1)}
  ${deeper(otherPayer(''), 1)}
  [2400] R50 service line
    LX R1 line number
    SV3 R1 dental service
    TOO S32 tooth
    DTP S5 date
    CN1 S1 contract
    REF S9 number of the line
    AMT/T S1 sales tax
    K3 S10 file information
    HCP S1 repricing
    ${deeper(provider('2420A', 'S1', '82', 'rendering provider of the line'), 2)}
    ${deeper(provider('2420B', 'S1', 'DD', 'assistant surgeon of the line'), 2)}
    ${deeper(provider('2420C', 'S1', 'DQ', 'supervising provider of the line'), 2)}
    ${deeper(provider('2420D', 'S1', '77', 'service facility of the line'), 2)}
    ${deeper(lineAdjudication, 2)}`;

/** 837 dental, 005010X224 with its addenda: structure only. */
export const claimDental = readMap('837', 'dental claim', claimFrame(deeper(dentalClaim, 2), deeper(dentalClaim, 3)));

/** 275 patient information, 005010X210: structure only. */
export const patientInformation = readMap(
  '275',
  'additional information',
  `
BGN R1 beginning
[1000] R> party
  NM1 R1 name
  N3 S1 street
  N4 S1 city, state and zip
  PER S3 contact
  PRV S1 specialty
  REF S9 number
  DTP S9 date
[2000] R> attachment
  LX R1 attachment number
  TRN S2 trace number
  STC S1 what was asked for
  REF S9 number
  DTP S9 date
  CAT S1 kind of attachment
  [2100] S1 content
    EFI R1 format
    BIN S1 data
    BDS S1 data
`,
);

/** 820 premium payment, 005010X218: structure only. */
export const premiumPayment = readMap(
  '820',
  'premium payment',
  `
BPR R1 payment
TRN S1 trace number
CUR S1 currency
REF S9 number
DTM S9 date
[1000A] R1 premium receiver
  N1/PE R1 name
  N3 S1 street
  N4 S1 city, state and zip
  RDM S1 delivery
[1000B] R1 premium payer
  N1/PR R1 name
  N3 S1 street
  N4 S1 city, state and zip
  PER S3 contact
[2000] R> remittance
  ENT R1 entity
  [2100] S> individual
    NM1 R1 name
  [2300] S> item
    RMR R1 item paid
    REF S9 number
    DTM S9 date
    [2310] S> detail
      IT1 R1 detail
    [2320] S> adjustment
      ADX R1 adjustment
`,
);

/** 834 enrollment, 005010X220: structure only. */
export const enrollment = readMap(
  '834',
  'benefit enrollment',
  `
BGN R1 beginning
REF S9 number
DTP S9 date
QTY S3 totals
[1000] R> party
  N1 R1 name
  [1100] S1 account
    ACT R1 account
[2000] R> member
  INS R1 member level
  REF S20 number
  DTP S24 date
  [2100] S> name
    NM1 R1 name
    PER S1 contact
    N3 S1 street
    N4 S1 city, state and zip
    DMG S1 birth date and sex
    EC S9 employment class
    ICM S1 income
    AMT S9 amount
    HLH S1 health
    LUI S9 language
  [2200] S> disability
    DSB R1 disability
  [2300] S99 coverage
    HD R1 coverage
    DTP S12 date
    AMT S9 amount
    REF S14 number
    IDC S3 card
    [2310] S30 provider
      LX R1 provider number
      NM1 S1 name
      N3 S2 street
      N4 S1 city, state and zip
      PER S2 contact
      PLA S1 change
    [2320] S5 other coverage
      COB R1 other coverage
      REF S9 number
      DTP S2 date
  LS S1 beginning of reporting categories
  [2700] S> reporting category
    LX R1 category number
    [2750] S1 category
      N1 R1 category
      REF S1 value
      DTP S1 date
  LE S1 end of reporting categories
`,
);
