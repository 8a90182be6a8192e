/** Parts that the claim maps share. Loop and segment ids, qualifiers, usage and repeats as publicly known; words are ours. */

/** Everything above the claim: submitter, receiver, billing provider, subscriber, patient. `${claim}` goes in twice. */
export const claimFrame = (claimInSubscriber: string, claimInPatient: string): string => `
BHT R1 purpose and creation of the transaction
REF/87 S1 guide version (older files)
[1000A] R1 submitter
  NM1/41 R1 submitter name
  PER/IC R2 submitter contact
[1000B] R1 receiver
  NM1/40 R1 receiver name
[2000A] R> billing provider level
  HL@3/20 R1 billing provider level
  PRV/BI S1 billing provider specialty
  CUR/85 S1 currency
  [2010AA] R1 billing provider
    NM1/85 R1 billing provider name
    N3 R1 street
    N4 R1 city, state and zip
    REF/EI,SY R1 tax identification
    REF/0B,1G S2 licence or physician number
    REF/G2,LU,1J S2 payer or location number
    PER/IC S2 contact
  [2010AB] S1 pay-to address
    NM1/87 R1 pay-to provider
    N3 R1 street
    N4 R1 city, state and zip
  [2010AC] S1 pay-to plan
    NM1/PE R1 pay-to plan
    N3 R1 street
    N4 R1 city, state and zip
    REF/2U,FY,NF S1 plan number
    REF/EI R1 tax identification
  [2000B] R> subscriber level
    HL@3/22 R1 subscriber level
    SBR R1 insurance of the subscriber
    PAT S1 patient details
    [2010BA] R1 subscriber
      NM1/IL R1 subscriber name
      N3 S1 street
      N4 S1 city, state and zip
      DMG S1 birth date and sex
      REF/SY S1 social security number
      REF/Y4 S1 property and casualty claim number
      PER/IC S1 property and casualty contact
    [2010BB] R1 payer
      NM1/PR,ZD R1 payer name
      N3 S1 street
      N4 S1 city, state and zip
      REF/2U,EI,FY,NF S3 payer number
      REF/G2,LU S2 billing provider number at the payer
    ${claimInSubscriber}
    [2000C] S> patient level
      HL@3/23 R1 patient level
      PAT R1 relation to the subscriber
      [2010CA] R1 patient
        NM1/QC R1 patient name
        N3 R1 street
        N4 R1 city, state and zip
        DMG R1 birth date and sex
        REF/Y4 S1 property and casualty claim number
        REF/SY,1W S1 patient number
        PER/IC S1 property and casualty contact
      ${claimInPatient}
`;

/** A provider as the claim or line names it. */
export const provider = (loop: string, usage: string, codes: string, words: string, address = 'S1'): string => `
[${loop}] ${usage} ${words}
  NM1/${codes} R1 name
  PRV S1 specialty
  N3 ${address} street
  N4 ${address} city, state and zip
  REF/0B,1G,G2,LU,EI,SY,1A,1B,1C,1D,1H,1J,N5,U3,FH,G5,TJ,X5,2U S20 other number
  PER/IC S1 contact`;

export const otherPayer = (providers: string): string => `
[2320] S10 other insurance
  SBR R1 insurance of the other subscriber
  CAS/CO,CR,OA,PI,PR S5 adjustments of the whole claim
  AMT/D S1 paid by the other payer
  AMT/A8 S1 not covered
  AMT/EAF S1 remaining patient liability
  AMT S15 other amounts
  DMG S1 birth date and sex
  OI R1 benefits assignment and release
  MIA S1 inpatient adjudication remarks
  MOA S1 outpatient adjudication remarks
  [2330A] R1 other subscriber
    NM1/IL R1 name
    N3 S1 street
    N4 S1 city, state and zip
    REF/SY S2 social security number
  [2330B] R1 other payer
    NM1/PR R1 name
    N3 S1 street
    N4 S1 city, state and zip
    DTP/573 S1 date of the other payer's decision
    REF/2U,EI,FY,NF S3 payer number
    REF/G1 S1 prior authorization
    REF/9F S1 referral
    REF/T4 S1 claim adjusted
    REF/F8 S1 claim number of the other payer
  [2330C] S1 patient at the other payer
    NM1/QC R1 name
    N3 S1 street
    N4 S1 city, state and zip
    REF S3 number
  ${providers}`;

export const lineAdjudication = `
[2430] S15 line as another payer judged it
  SVD R1 payment for the line
  CAS/CO,CR,OA,PI,PR S5 adjustments of the line
  DTP/573 R1 date of the decision
  AMT/EAF S1 remaining patient liability`;

export const drug = `
[2410] S1 drug
  LIN R1 drug code
  CTP R1 quantity and unit
  REF/VY,XZ S1 link or prescription number`;
