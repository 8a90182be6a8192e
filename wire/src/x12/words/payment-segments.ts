const adjustment = '1034 ID1-5 reason | 782 R1-18 amount | 380 R1-15 quantity';
const amounts = (count: number): string => Array.from({ length: count }, () => '782 R1-18 amount').join(' | ');
const plb = 'C042 C adjustment (reason, reference) | 782 R1-18 amount';

/** Segments of remittances. The form is that of `common-segments.ts`. */
export const PAYMENT_SEGMENTS = `
BPR payment | 305 ID1-2! what is done | 782 R1-18! amount | 478 ID1! credit or debit | 591 ID3! method | 812 ID1-10 format | 506 ID2 kind of bank number | 507 AN3-12 bank of the payer | 569 ID1-3 kind of account | 508 AN1-35 account of the payer | 509 AN10 originator | 510 AN9 supplement | 506 ID2 kind of bank number | 507 AN3-12 bank of the payee | 569 ID1-3 kind of account | 508 AN1-35 account of the payee | 373 DT8 date
CLP claim payment | 1028 AN1-38! control number of the claim | 1029 ID1-2! status | 782 R1-18! charge | 782 R1-18! paid | 782 R1-18 patient responsibility | 1032 ID1-2 kind of plan | 127 AN1-50 claim number of the payer | 1331 AN1-2 place | 1325 ID1 frequency | 1352 ID1-2 patient status | 1354 ID1-4 diagnosis related group | 380 R1-15 weight | 954 R1-10 discharge fraction | 1073 ID1 authorization exception
CAS adjustment | 1033 ID1-2! group | ${adjustment} | ${adjustment} | ${adjustment} | ${adjustment} | ${adjustment} | ${adjustment}
SVC service payment | C003 C! procedure (list, code, modifier, modifier, modifier, modifier, description, end of range) | 782 R1-18! charge | 782 R1-18 paid | 234 AN1-48 revenue code | 380 R1-15 units | C003 C billed procedure (list, code, modifier, modifier, modifier, modifier, description, end of range) | 380 R1-15 billed units
PLB adjustment of the provider | 127 AN1-50! provider | 373 DT8! end of the fiscal year | ${plb} | ${plb} | ${plb} | ${plb} | ${plb} | ${plb}
TS3 provider summary | 127 AN1-50! provider | 1331 AN1-2! place | 373 DT8! end of the fiscal year | 380 R1-15! claims | 782 R1-18! charge | ${amounts(19)}
TS2 provider supplement | 782 R1-18 group amount | 782 R1-18 federal amount | 782 R1-18 hospital amount | ${amounts(16)}
RDM delivery of the advice | 756 ID1-2! how | 93 AN1-60 name | 364 AN1-256 number
EB benefit | 1390 ID1-3! kind of benefit | 1207 ID3 coverage level | 1365 ID1-2+ kind of service | 1336 ID1-3 insurance | 1204 AN1-50 plan | 615 ID1-2 period | 782 R1-18 amount | 954 R1-10 percent | 673 ID2 kind of quantity | 380 R1-15 quantity | 1073 ID1 authorization needed | 1073 ID1 in network | C003 C procedure (list, code, modifier, modifier, modifier, modifier, description, end of range) | C004 C pointers (first, second, third, fourth)
EQ question | 1365 ID1-2+ kind of service | C003 C procedure (list, code, modifier, modifier, modifier, modifier, description, end of range) | 1207 ID3 coverage level | 1336 ID1-3 insurance | C004 C pointers (first, second, third, fourth)
III more information | 1270 ID1-3 list | 1271 AN1-30 code | 1136 ID2 category | 933 AN1-264 text
`;
