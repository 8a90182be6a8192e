import { claimFrame, drug, lineAdjudication, otherPayer, provider } from './claim-parts.ts';
import { deeper, readMap } from './map-language.ts';

const claim = `
[2300] S100 claim
  CLM R1 claim
  DTP/096 S1 discharge hour
  DTP/434 R1 statement period
  DTP/435 S1 admission
  DTP/050 S1 received by a repricer
  CL1 R1 admission and discharge codes
  PWK S10 attachment
  CN1 S1 contract
  AMT/F3 S1 estimated patient share
  REF/4N S1 exception code
  REF/9F S1 referral number
  REF/G1 S1 prior authorization number
  REF/F8 S1 claim number of the payer
  REF/9A S1 repriced claim number
  REF/9C S1 adjusted repriced claim number
  REF/LX S5 investigational device exemption
  REF/D9 S1 number given by an intermediary
  REF/LU S1 accident state
  REF/EA S1 medical record number
  REF/P4 S1 demonstration or trial number
  REF/G4 S1 peer review approval
  K3 S10 file information
  NTE/ALG,DCP,DGN,DME,MED,NTR,ODT,RHB,RLH,RNH,SET,SFM,SPT,UPI S10 claim note
  NTE/ADD S1 billing note
  CRC/ZZ S1 screening referral
  HI/ABK,BK R1 principal diagnosis
  HI/ABJ,BJ S1 admitting diagnosis
  HI/APR,PR S1 reason for visit
  HI/ABN,BN S1 external cause
  HI/DR S1 diagnosis related group
  HI/ABF,BF S2 other diagnoses
  HI/BBR,BR,CAH S1 principal procedure
  HI/BBQ,BQ S2 other procedures
  HI/BI S2 occurrence spans
  HI/BH S2 occurrences
  HI/BE S2 value codes
  HI/BG S2 condition codes
  HI/TC S2 treatment codes
  HCP S1 repricing
  ${deeper(provider('2310A', 'S1', '71', 'attending provider'), 1)}
  ${deeper(provider('2310B', 'S1', '72', 'operating physician'), 1)}
  ${deeper(provider('2310C', 'S1', 'ZZ', 'other operating physician'), 1)}
  ${deeper(provider('2310D', 'S1', '82', 'rendering provider'), 1)}
  ${deeper(provider('2310E', 'S1', '77', 'service facility', 'R1'), 1)}
  ${deeper(provider('2310F', 'S1', 'DN', 'referring provider'), 1)}
  ${deeper(
    otherPayer(
      deeper(
        provider('2330C', 'S1', '71', 'attending provider at the other payer') +
          provider('2330D', 'S1', '72', 'operating physician at the other payer') +
          provider('2330E', 'S1', 'ZZ', 'other operating physician at the other payer') +
          provider('2330F', 'S1', '77', 'service facility at the other payer') +
          provider('2330G', 'S1', '82', 'rendering provider at the other payer') +
          provider('2330H', 'S1', 'DN', 'referring provider at the other payer') +
          provider('2330I', 'S1', '85', 'billing provider at the other payer'),
        1,
      ),
    ),
    1,
  )}
  [2400] R999 service line
    LX R1 line number
    SV2 R1 institutional service
    SV1 N1 professional service
    PWK S10 attachment
    DTP/472 S1 date of service
    REF/6R S1 control number of the line
    REF/9B S1 repriced line number
    REF/9D S1 adjusted repriced line number
    AMT/GT S1 service tax
    AMT/N8 S1 facility tax
    NTE/TPO S1 third party note
    HCP S1 repricing
    ${deeper(drug, 2)}
    ${deeper(provider('2420A', 'S1', '72', 'operating physician of the line'), 2)}
    ${deeper(provider('2420B', 'S1', 'ZZ', 'other operating physician of the line'), 2)}
    ${deeper(provider('2420C', 'S1', '82', 'rendering provider of the line'), 2)}
    ${deeper(provider('2420D', 'S1', 'DN', 'referring provider of the line'), 2)}
    ${deeper(lineAdjudication, 2)}`;

/** 837 institutional, 005010X223 with its addenda. */
export const claimInstitutional = readMap('837', 'institutional claim', claimFrame(deeper(claim, 2), deeper(claim, 3)));
