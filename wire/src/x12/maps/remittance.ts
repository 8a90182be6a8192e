import { readMap } from './map-language.ts';

/** 835 claim payment and advice, 005010X221 with its addendum. */
export const remittance = readMap(
  '835',
  'payment and remittance advice',
  `
BPR R1 payment
NTE S1 note
TRN R1 trace number of the payment
CUR S1 currency
REF/EV S1 receiver
REF/F2 S1 version
DTM/405 S1 production date
[1000A] R1 payer
  N1/PR R1 payer name
  N3 R1 street
  N4 R1 city, state and zip
  REF/2U,EO,HI,NF S4 payer number
  PER/CX S1 business contact
  PER/BL R> technical contact
  PER/IC S1 web site
[1000B] R1 payee
  N1/PE R1 payee name
  N3 S1 street
  N4 S1 city, state and zip
  REF/0B,D3,PQ,TJ S> payee number
  RDM S1 delivery of the advice
[2000] S> group of claims
  LX R1 group number
  TS3 S1 provider summary
  TS2 S1 provider supplemental summary
  [2100] R> claim
    CLP R1 claim payment
    CAS/CO,CR,OA,PI,PR S99 adjustments of the whole claim
    NM1/QC R1 patient name
    NM1/IL S1 insured name
    NM1/74 S1 corrected patient or insured
    NM1/82 S1 rendering provider
    NM1/TT S1 claim passed on to
    NM1/PR S1 corrected payer
    NM1/GB S1 other insured
    MIA S1 inpatient adjudication remarks
    MOA S1 outpatient adjudication remarks
    REF/1L,1W,28,6P,9A,9C,BB,CE,EA,F8,G1,G3,IG,SY S5 other number of the claim
    REF/0B,1A,1B,1C,1D,1G,1H,1J,D3,G2,LU S10 rendering provider number
    DTM/232,233 S2 statement date
    DTM/036 S1 coverage ended
    DTM/050 S1 claim received
    PER/CX S2 contact about the claim
    AMT S13 supplemental amount
    QTY S14 supplemental quantity
    [2110] S999 service line
      SVC R1 service payment
      DTM/150,151,472 S2 date of service
      CAS/CO,CR,OA,PI,PR S99 adjustments of the line
      REF/1S,APC,BB,E9,G1,G3,LU,RB S8 number of the service
      REF/6R S1 control number of the line
      REF/0B,1A,1B,1C,1D,1G,1H,1J,D3,G2,HPI,SY,TJ S10 rendering provider number
      REF/0K S5 policy that was applied
      AMT S9 supplemental amount
      QTY S6 supplemental quantity
      LQ/HE,RX S99 remark code
PLB S> adjustments of the provider's payment
`,
);
