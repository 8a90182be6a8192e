import { claimFrame, drug, lineAdjudication, otherPayer, provider } from './claim-parts.ts';
import { deeper, readMap } from './map-language.ts';

const claim = `
[2300] S100 claim
  CLM R1 claim
  DTP/431,454,304,453,439,484,455,471,314,360,361,297,296,435,096,090,091,444,050 S20 date
  PWK S10 attachment
  CN1 S1 contract
  AMT/F5 S1 paid by the patient
  REF/4N S1 exception code
  REF/F5 S1 crossover indicator
  REF/EW S1 mammography certification
  REF/9F S1 referral number
  REF/G1 S1 prior authorization number
  REF/F8 S1 claim number of the payer
  REF/X4 S1 laboratory certificate
  REF/9A S1 repriced claim number
  REF/9C S1 adjusted repriced claim number
  REF/LX S1 investigational device exemption
  REF/D9 S1 number given by an intermediary
  REF/EA S1 medical record number
  REF/P4 S1 demonstration or trial number
  REF/1J S1 care plan oversight
  K3 S10 file information
  NTE/ADD,CER,DCP,DGN,TPO S1 claim note
  CR1 S1 ambulance transport
  CR2 S1 spinal manipulation
  CRC/07 S3 ambulance certification
  CRC/E1,E2,E3 S3 vision condition
  CRC/75 S1 homebound
  CRC/ZZ S1 screening referral
  HI/ABK,BK R1 diagnoses
  HI/BP S1 anesthesia procedure
  HI/BG S2 condition codes
  HCP S1 repricing
  ${deeper(provider('2310A', 'S2', 'DN,P3', 'referring provider'), 1)}
  ${deeper(provider('2310B', 'S1', '82', 'rendering provider'), 1)}
  ${deeper(provider('2310C', 'S1', '77', 'service facility', 'R1'), 1)}
  ${deeper(provider('2310D', 'S1', 'DQ', 'supervising provider'), 1)}
  ${deeper(provider('2310E', 'S1', 'PW', 'ambulance pick-up place'), 1)}
  ${deeper(provider('2310F', 'S1', '45', 'ambulance drop-off place'), 1)}
  ${deeper(
    otherPayer(
      deeper(
        provider('2330C', 'S2', 'DN,P3', 'referring provider at the other payer') +
          provider('2330D', 'S1', '82', 'rendering provider at the other payer') +
          provider('2330E', 'S1', '77', 'service facility at the other payer') +
          provider('2330F', 'S1', 'DQ', 'supervising provider at the other payer') +
          provider('2330G', 'S1', '85', 'billing provider at the other payer'),
        1,
      ),
    ),
    1,
  )}
  [2400] R50 service line
    LX R1 line number
    SV1 R1 professional service
    SV2 N1 institutional service
    SV5 S1 durable equipment
    PWK S11 attachment
    CR1 S1 ambulance transport
    CR3 S1 durable equipment certification
    CRC/07 S3 ambulance certification
    CRC/70 S1 hospice employee
    CRC/09 S1 durable equipment condition
    DTP/472 R1 date of service
    DTP/471,607,463,461,304,738,739,011,455,454 S10 date
    QTY/PT S1 ambulance patients
    QTY/FL S1 obstetric anesthesia units
    MEA S5 test result
    CN1 S1 contract
    REF/9B S1 repriced line number
    REF/9D S1 adjusted repriced line number
    REF/G1 S5 prior authorization number
    REF/6R S1 control number of the line
    REF/EW S1 mammography certification
    REF/X4 S1 laboratory certificate
    REF/F4 S1 referring laboratory
    REF/BT S1 immunization batch
    REF/9F S5 referral number
    AMT/T S1 sales tax
    AMT/F4 S1 postage
    K3 S10 file information
    NTE/ADD,DCP S1 line note
    NTE/TPO S1 third party note
    PS1 S1 purchased service
    HCP S1 repricing
    ${deeper(drug, 2)}
    ${deeper(provider('2420A', 'S1', '82', 'rendering provider of the line'), 2)}
    ${deeper(provider('2420B', 'S1', 'QB', 'purchased service provider'), 2)}
    ${deeper(provider('2420C', 'S1', '77', 'service facility of the line', 'R1'), 2)}
    ${deeper(provider('2420D', 'S1', 'DQ', 'supervising provider of the line'), 2)}
    ${deeper(provider('2420E', 'S1', 'DK', 'ordering provider'), 2)}
    ${deeper(provider('2420F', 'S2', 'DN,P3', 'referring provider of the line'), 2)}
    ${deeper(provider('2420G', 'S1', 'PW', 'ambulance pick-up place'), 2)}
    ${deeper(provider('2420H', 'S1', '45', 'ambulance drop-off place'), 2)}
    ${deeper(lineAdjudication, 2)}
    [2440] S> form
      LQ R1 form
      FRM R99 form answer`;

/** 837 professional, 005010X222 with its addenda. */
export const claimProfessional = readMap('837', 'professional claim', claimFrame(deeper(claim, 2), deeper(claim, 3)));
