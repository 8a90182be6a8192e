import { readMap } from './map-language.ts';

/** 999 implementation acknowledgment, 005010X231 with its addendum. */
export const implementationAcknowledgment = readMap(
  '999',
  'implementation acknowledgment',
  `
AK1 R1 functional group answered
[2000] S> transaction answered
  AK2 R1 transaction answered
  [2100] S> segment with an error
    IK3 R1 segment in error
    CTX S10 context
    [2110] S> element with an error
      IK4 R1 element in error
      CTX S10 context
  IK5 R1 verdict on the transaction
AK9 R1 verdict on the group
`,
);

/** 997 functional acknowledgment, 005010X230. */
export const functionalAcknowledgment = readMap(
  '997',
  'functional acknowledgment',
  `
AK1 R1 functional group answered
[2000] S> transaction answered
  AK2 R1 transaction answered
  [2100] S> segment with an error
    AK3 R1 segment in error
    AK4 S99 element in error
  AK5 R1 verdict on the transaction
AK9 R1 verdict on the group
`,
);

/** 824 application reporting, 005010X186. */
export const applicationAdvice = readMap(
  '824',
  'application advice',
  `
BGN R1 beginning
[1000] R> party
  N1 R1 name
  N2 S2 more of the name
  N3 S2 street
  N4 S1 city, state and zip
  REF S12 number
  PER S3 contact
[2000] R> item answered
  OTI R1 transaction answered
  REF S12 number
  DTM S2 date
  PER S3 contact
  AMT S10 amount
  QTY S10 quantity
  NM1 S9 name
  [2100] S> error
    TED R1 error
    NTE S100 note
    RED S100 related data
`,
);
