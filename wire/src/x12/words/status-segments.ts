const status = 'C043 C! status (category, status, entity, list)';

/** Segments of acknowledgments and claim status. The form is that of `common-segments.ts`. */
export const STATUS_SEGMENTS = `
AK1 group answered | 479 ID2! kind of group | 28 N1-9! control number | 480 AN1-12 version
AK2 transaction answered | 143 ID3! transaction | 329 AN4-9! control number | 1705 AN1-35 version
IK3 segment in error | 721 ID2-3! segment | 719 N1-10! its ordinal | 447 AN1-4 loop | 620 ID1-3 what is wrong
IK4 element in error | C030 C! position (element, component, repetition) | 725 N1-4 data element | 621 ID1-3! what is wrong | 724 AN1-99 the value
CTX context | C998 C! what it concerns (context, reference) | 721 ID2-3 segment | 719 N1-10 its ordinal | 447 AN1-4 loop | C030 C position (element, component, repetition) | C999 C data element (number, number)
IK5 verdict on the transaction | 717 ID1! verdict | 618 ID1-3 reason | 618 ID1-3 reason | 618 ID1-3 reason | 618 ID1-3 reason | 618 ID1-3 reason
AK3 segment in error | 721 ID2-3! segment | 719 N1-6! its ordinal | 447 AN1-4 loop | 720 ID1-3 what is wrong | 720 ID1-3 what is wrong | 720 ID1-3 what is wrong | 720 ID1-3 what is wrong | 720 ID1-3 what is wrong
AK4 element in error | C030 C! position (element, component, repetition) | 725 N1-4 data element | 723 ID1-3! what is wrong | 724 AN1-99 the value
AK5 verdict on the transaction | 717 ID1! verdict | 718 ID1-3 reason | 718 ID1-3 reason | 718 ID1-3 reason | 718 ID1-3 reason | 718 ID1-3 reason
AK9 verdict on the group | 715 ID1! verdict | 97 N1-6! transactions said | 123 N1-6! transactions received | 2 N1-6! transactions accepted | 716 ID1-3 reason | 716 ID1-3 reason | 716 ID1-3 reason | 716 ID1-3 reason | 716 ID1-3 reason
STC status | ${status} | 373 DT8 date | 306 ID1-2 action | 782 R1-18 charge | 782 R1-18 paid | 373 DT8 decided | 591 ID3 method | 373 DT8 payment date | 429 AN1-16 check number | C043 C status (category, status, entity, list) | C043 C status (category, status, entity, list) | 933 AN1-264 text
OTI transaction answered | 110 ID1-2! verdict | 128 ID2-3! kind of number | 127 AN1-50! number | 142 AN2-15 sender | 124 AN2-15 receiver | 373 DT8 date | 337 TM4-8 time | 28 N1-9 group | 329 AN4-9 transaction number | 143 ID3 transaction | 480 AN1-12 version | 353 ID2 purpose | 640 ID2 kind | 346 ID1-2 application | 306 ID1-2 action | 305 ID1-2 handling | 641 ID1-3 reason
TED error | 647 ID1-3! what is wrong | 3 AN1-60 text | 721 ID2-3 segment | 719 N1-10 its ordinal | 722 N1-2 element | 725 N1-4 data element | 724 AN1-99 the value
`;
