/**
 * Segments that many transactions share. One line a segment: id, words, then its elements:
 * number of the data element, type with lengths, `+` may repeat, `!` always required, words, (parts of a composite).
 */
export const COMMON_SEGMENTS = `
ISA interchange header | I01 ID2! authorization qualifier | I02 AN10! authorization | I03 ID2! security qualifier | I04 AN10! security | I05 ID2! sender qualifier | I06 AN15! sender | I05 ID2! receiver qualifier | I07 AN15! receiver | I08 DT6! date | I09 TM4! time | I65 B1! repetition separator | I11 ID5! version | I12 N9! control number | I13 ID1! acknowledgment wanted | I14 ID1! test or production | I15 B1! component separator
IEA interchange trailer | I16 N1-5! number of groups | I12 N9! control number
TA1 interchange acknowledgment | I12 N9! control number answered | I08 DT6! its date | I09 TM4! its time | I17 ID1! verdict | I18 ID3! reason
GS group header | 479 ID2! kind of group | 142 AN2-15! sender | 124 AN2-15! receiver | 373 DT8! date | 337 TM4-8! time | 28 N1-9! control number | 455 ID1-2! agency | 480 AN1-12! version
GE group trailer | 97 N1-6! number of transactions | 28 N1-9! control number
ST transaction header | 143 ID3! transaction | 329 AN4-9! control number | 1705 AN1-35 version
SE transaction trailer | 96 N1-10! number of segments | 329 AN4-9! control number
BHT beginning | 1005 ID4! structure | 353 ID2! purpose | 127 AN1-50 reference number | 373 DT8 date | 337 TM4-8 time | 640 ID2 kind
BGN beginning | 353 ID2! purpose | 127 AN1-50! reference number | 373 DT8! date | 337 TM4-8 time | 623 ID2 time zone | 127 AN1-50 earlier reference | 640 ID2 kind | 306 ID1-2 action
HL level | 628 AN1-12! number | 734 AN1-12 number of the level above | 735 ID1-2! kind of level | 736 ID1 has levels below
NM1 name | 98 ID2-3! role | 1065 ID1! person or organization | 1035 AN1-60 last or organization name | 1036 AN1-35 first name | 1037 AN1-25 middle name | 1038 AN1-10 prefix | 1039 AN1-10 suffix | 66 ID1-2 kind of identifier | 67 AN2-80 identifier | 706 ID2 relation | 98 ID2-3 related role | 1035 AN1-60 second last name
N1 party | 98 ID2-3! role | 93 AN1-60 name | 66 ID1-2 kind of identifier | 67 AN2-80 identifier | 706 ID2 relation | 98 ID2-3 related role
N2 more of the name | 93 AN1-60! name | 93 AN1-60 name
N3 street | 166 AN1-55! line | 166 AN1-55 second line
N4 place | 19 AN2-30 city | 156 ID2 state | 116 ID3-15 zip | 26 ID2-3 country | 309 ID1-2 kind of location | 310 AN1-30 location | 1715 ID1-3 subdivision
PER contact | 366 ID2! role | 93 AN1-60 name | 365 ID2 kind of number | 364 AN1-256 number | 365 ID2 kind of number | 364 AN1-256 number | 365 ID2 kind of number | 364 AN1-256 number | 443 AN1-20 reference
REF number | 128 ID2-3! kind of number | 127 AN1-50 number | 352 AN1-80 description | C040 C related numbers (kind, number, kind, number, kind, number)
DTP date | 374 ID3! kind of date | 1250 ID2-3! format | 1251 AN1-35! date or range
DTM date | 374 ID3! kind of date | 373 DT8 date | 337 TM4-8 time | 623 ID2 time zone | 1250 ID2-3 format | 1251 AN1-35 date or range
DMG demographics | 1250 ID2-3 format | 1251 AN1-35 birth date | 1068 ID1 sex | 1067 ID1 marital status | C056 C+ race or ethnicity (code, list, code) | 1066 ID1-2 citizenship | 26 ID2-3 country | 659 ID1-2 basis | 380 R1-15 quantity | 1270 ID1-3 list | 1271 AN1-30 code
PRV specialty | 1221 ID1-3! role of the provider | 128 ID2-3 list | 127 AN1-50 code | 156 ID2 state | C035 C specialty (specialty, agency, indicator) | 1223 ID3 organization
TRN trace | 481 ID1-2! kind of trace | 127 AN1-50! trace number | 509 AN10 originator | 127 AN1-50 more
AMT amount | 522 ID1-3! kind of amount | 782 R1-18! amount | 478 ID1 credit or debit
QTY quantity | 673 ID2! kind of quantity | 380 R1-15 quantity | C001 C unit (unit) | 61 AN1-30 text
CUR currency | 98 ID2-3! role | 100 ID3! currency | 280 R4-10 rate
NTE note | 363 ID3 kind of note | 352 AN1-80! text
K3 file information | 449 AN1-80! text | 1333 ID1-2 format | C001 C unit (unit)
LX counter | 554 N1-6! number
LQ code | 1270 ID1-3 list | 1271 AN1-30 code
LS beginning of a bounded loop | 447 AN1-4! loop
LE end of a bounded loop | 447 AN1-4! loop
HI codes | C022 C! code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission) | C022 C code (list, code, date format, date, amount, quantity, version, second code, present on admission)
MSG message | 933 AN1-264! text | 934 ID2 carriage | 1470 N1-9 number
AAA refusal | 1073 ID1! valid request | 559 ID2 agency | 901 ID2 reason | 889 ID1 what to do next
INS relation | 1073 ID1! is the subscriber | 1069 ID2! relation | 875 ID3 kind of change | 1203 ID2-3 reason | 1216 ID1 status | C052 C Medicare (plan, reason) | 1219 ID1-2 continuation | 584 ID2 employment | 1220 ID1 student | 1073 ID1 handicap | 1250 ID2-3 format | 1251 AN1-35 death date
`;
