/**
 * More meanings of codes, in our words: a line begins with the number of the data element, then code and words, parted
 * by bars. A code that is not here shows bare.
 */
const LINES = `
98 03 dependent | 13 contracted provider | 2B administrator | 36 employer | 45 drop-off | AY clearinghouse | DD assistant surgeon | FS second surgeon | GP gateway | LR representative | PRP primary payer | PW pick-up | SEP secondary payer | SJ service provider | TTP tertiary payer | VN vendor | Y2 managed care | ZD receiver of reports
66 AC attachment number | BD Blue Cross number | BS Blue Shield number | C changed number | EI employee number | HN health insurance number | II unique health identifier | SV service provider number | ZZ agreed by both
128 0F subscriber | 18 plan | 1A Blue Cross | 1B Blue Shield | 1C Medicare provider | 1D Medicaid | 1G physician number | 1H Champus | 1J facility | 1S ambulatory group | 28 employee | 3H case | 49 family unit | 4A personal number | 6P group | 9B repriced line | 9C adjusted repriced claim | 9D adjusted repriced line | APC payment classification | BT immunization batch | CE contract class | CT contract | D3 pharmacy | E9 attachment | EJ patient account | EO submitter | EW mammography | F4 facility certificate | F5 crossover | F6 health insurance number | FJ line control | FY claim office | G3 predetermination | G4 peer review | HI health industry number | HPI provider number | IF issue | IG policy | N5 plan network | NF insurer number | NQ Medicaid recipient | PQ payee | Q4 earlier number | RB rate | T4 claim adjusted | VV voucher | VY link | XZ prescription | ZH number at the carrier
143 275 patient information | 820 premium payment | 824 application advice | 834 enrollment
235 ER jurisdiction | HC CPT or HCPCS | HP rate code | IV home infusion | N4 drug code | N6 device code | ND drug code | UP product code | UK trade number | EN trade number | ON order number | WK advanced billing concept
305 C payment with remittance | D payment only | H notification only | I remittance only | P prenotification | U split payment and remittance | X the receiver may split
353 00 original | 01 cancellation | 06 confirmation | 08 status | 11 answer | 13 question | 18 sent again | 22 copy | 28 query | 36 authority to deduct
355 01 pounds | DH miles | LB pounds
363 ADD more information | ALG allergies | CER certification | DCP goals and plans | DGN diagnosis | DME equipment and supplies | MED medications | NTR nutrition | ODT orders | RHB functional limits | RLH reasons for leaving home | RNH home conditions | SET unusual home | SFM safety | SPT supplementary plan | TPO third party | UPI updated information
365 BN beeper | CP mobile phone | ED electronic access | EM e-mail | EX extension | FX fax | HP home phone | TE telephone | UR web address | WP work phone
366 BL technical contact | CX claims office | IC contact
374 007 effective | 011 shipped | 102 issued | 152 change | 193 period begins | 194 period ends | 196 begins | 198 completed | 290 coordination of benefits | 292 benefit | 295 primary care provider | 296 back to work | 297 last worked | 307 eligibility | 318 added | 346 plan begins | 347 plan ends | 348 benefit begins | 349 benefit ends | 356 eligibility begins | 357 eligibility ends | 441 earlier placement | 442 death | 444 first visit | 446 replacement | 452 appliance placed | 453 acute manifestation | 455 last X-ray | 461 last certification | 463 therapy begins | 471 prescription | 473 Medicaid begins | 474 Medicaid ends | 484 last menstruation | 607 recertification | 636 last update | 738 latest hemoglobin test | 739 latest creatinine test | 771 status | AAH event
426 50 late charge | 51 interest penalty | 72 authorized return | 90 early payment | AH origination fee | AM applied to the borrower’s account | AP benefits paid early | B2 rebate | B3 recovery allowance | BD bad debt | BN bonus | C5 temporary allowance | CR capitation interest | CS adjustment | CT capitation payment | CV capital passed through | CW nurse anesthetist passed through | DM direct medical education | E3 withholding | FB balance carried forward | FC funds allotted | GO graduate medical education | HM hemophilia factor | IP incentive | IR tax withheld | IS interim settlement | J1 not reimbursable | L3 penalty | L6 interest owed | LE levy | LS lump sum | OA organ acquisition | OB offset for affiliates | PI periodic interim payment | PL final payment | RA change in hindsight | RE return on equity | SL student loan | TL third party liability | WO overpayment recovered | WU unspecified recovery
455 T transportation board | X X12
479 AG application advice | BE enrollment | PI patient information | RA premium payment
481 1 of this transaction | 2 of the transaction answered | 3 of the payment
506 01 routing number | 04 Canadian bank number
522 AAE approved | D8 discount | F2 patient share, actual | F3 patient share, estimated | F4 postage | FK other unlisted | GT goods tax | I interest | MA most to charge | N8 tax | NE net billed | NL negative balance | PB billed | R spend down | T2 total claim before taxes | T3 charge | ZK federal category 1 | ZL federal category 2 | ZM federal category 3
569 DA checking account | SG savings account
584 AE active reserve | AO active overseas | FT full-time | PT part-time | NE not employed | RT retired
615 6 hour | 7 day | 13 a day | 21 years | 22 service year | 23 calendar year | 24 year to date | 25 contract | 26 episode | 27 visit | 28 outlier | 29 remaining | 30 exceeded | 31 not exceeded | 32 lifetime | 33 remaining of the lifetime | 34 month | 35 week | 36 admission
618 1 transaction not supported | 2 trailer missing | 3 control numbers differ | 4 count of segments is wrong | 5 segments with errors | 6 kind of transaction | 7 control number | 23 control number used before | I5 segments break the guide | I6 guide not supported
621 12 repeated too often | 13 repeated and should not be | I6 code not allowed by the guide | I9 dependent element missing | I11 too few repetitions | I12 pattern broken | I13 dependent element not used
640 31 subrogation | AT administrative action | CH claims | DG answer | RP encounters | RT spend down | RU reservation | TH received | 18 answer, no more to come | 19 answer, more to come
673 90 accepted | AA rejected | CA covered | CD co-insured days | DY days | FL units | HS hours | LA lifetime reserve days | MN months | NE not covered | OU outlier days | PS prescription | PT patients | QA accepted | QC rejected | S7 age, high | S8 age, low | VS visits | ZK federal category 1 | ZL federal category 2 | ZM federal category 3
716 1 group not supported | 2 version not supported | 3 trailer missing | 4 control numbers differ | 5 count of transactions is wrong | 6 control number | 19 control number used before
718 1 transaction not supported | 2 trailer missing | 3 control numbers differ | 4 count of segments is wrong | 5 segments with errors | 6 kind of transaction | 7 control number
720 1 not a segment | 2 unexpected | 3 required and missing | 4 loop too often | 5 too often | 6 not in this transaction | 7 out of order | 8 has errors in its elements
723 1 required and missing | 2 needed here and missing | 3 too many | 4 too short | 5 too long | 6 wrong characters | 7 unknown code | 8 wrong date | 9 wrong time | 10 excluded
735 PA patient
737 OG starting dosage | TR test result
738 HT height | R1 hemoglobin | R2 hematocrit | R3 epoetin dose | R4 creatinine
755 03 treatment beyond guidelines | 04 drugs given | 05 treatment diagnosis | 06 first assessment | 07 functional goals | 08 plan of treatment | 09 progress report | 10 continued treatment | 11 chemical analysis | 13 certified test report | 15 justification for admission | 21 recovery plan | 77 support data | A3 allergies | A4 autopsy | AM ambulance certification | AS admission summary | B2 prescription | B3 physician order | B4 referral form | BR benchmark tests | BS baseline | BT blanket tests | CB chiropractic justification | CK consent form | CT certification | D2 drug profile | DA dental models | DB equipment prescription | DG diagnostic report | DJ discharge monitoring | DS discharge summary | EB explanation of benefits | HC health certificate | HR health clinic records | I5 immunization record | IR state school immunization | LA laboratory results | M1 medical record attachment | MT models | NN nursing notes | OB operative note | OC oxygen averages | OD orders | OE objective exam | OX oxygen certification | OZ support data | P4 pathology report | P5 patient history | PE parenteral certification | PN physical therapy notes | PO prosthetics certification | PQ paramedical results | PY physician report | PZ physical therapy certification | RB X-ray films | RR X-ray reports | RT test report | RX renewable oxygen averages | SG symptoms | V5 death notification | XP photographs
756 AA at the provider, on request | AB kept before | BM by mail | EL electronic | EM by e-mail | FT file transfer | FX by fax
812 CCP bank transfer with addendum | CTX bank transfer, corporate trade
889 C correct and send again | N do not send again | P send the original again | R may be sent again | S do not send again, ask | W wait 30 days | X wait 10 days | Y wait, an answer follows
901 04 more than authorized | 15 needed data missing | 33 input errors | 35 out of network | 41 access restricted | 42 no answer possible now | 43 provider number | 44 provider name | 45 provider specialty | 46 provider phone | 47 provider state | 48 referring provider number | 49 not the primary care provider | 50 provider may not ask | 51 provider not on file | 52 service outside of the provider’s enrollment | 53 benefit does not fit the provider | 54 kind of service number | 55 service number | 56 date | 57 service date | 58 birth date | 60 birth after service | 61 death before service | 62 service too long ago or too far ahead | 63 service in the future | 64 patient number | 65 patient name | 66 patient sex | 67 patient not found | 68 patient number twice | 69 does not fit the age | 70 does not fit the sex | 71 birth date differs | 72 subscriber number | 73 subscriber name | 74 subscriber sex | 75 subscriber not found | 76 subscriber number twice | 77 subscriber found, patient not | 78 subscriber not in the group | 79 number of who takes part | 80 no answer, transaction ended | 95 patient not eligible | 97 provider address | 98 experimental | AA authorization not found | AE authorization not required | AF outside of the time limit | T1 provider takes no part | T2 payer takes no part | T3 insured takes no part | T4 payer name | T5 certification missing | T6 too little to price it
1005 0007 review: source, requester, patient, event, service | 0010 status: source, receiver, provider, patient | 0019 claims: provider, subscriber, patient | 0022 eligibility: source, receiver, subscriber, dependent | 0085 acknowledgment: source, receiver, provider, patient
1069 17 stepchild | 22 handicapped dependent | 23 sponsored dependent | 24 dependent of a minor | 29 significant other | 32 mother | 33 father | 34 other adult | 36 emancipated minor | 39 organ donor | 40 cadaver donor | 41 injured plaintiff | 43 child, not responsible | 53 life partner
1073 N no | U unknown | W not applicable | Y yes
1138 A fourth | B fifth | C sixth | D seventh | E eighth | F ninth | G tenth | H eleventh
1166 01 diagnosis related group | 02 per diem | 03 variable per diem | 04 flat | 05 capitated | 06 percent | 09 other
1207 CHD children only | DEP dependents only | ECH employee and children | EMP employee only | ESP employee and spouse | FAM family | IND individual | SPC spouse and children | SPO spouse only
1221 AD admitting | AS assistant surgeon | AT attending | BI billing | CO consulting | H hospital | HH home health | LA laboratory | OP operating | OR ordering | OT other physician | P1 pharmacist | P2 pharmacy | PC primary care | PE performing | R rural clinic | RF referring | SB submitting | SK nursing facility | SU supervising
1270 HE remark | RX drug claim rejection | UT certificate form | AS form
1314 1 not from a facility | 2 clinic | 4 another hospital | 5 nursing facility | 6 other facility | 8 court or law enforcement | 9 unknown | D same hospital | E surgical center | F hospice
1315 1 emergency | 2 urgent | 3 elective | 4 newborn | 5 trauma | 9 unknown
1317 A nearest facility | B preferred physician | C nearness of family | D specialist or equipment | E rehabilitation
1316 I first trip | R return | T transfer | X round trip
1322 1 appeal, immediate | 2 appeal, standard | 3 cancel | 4 extension | 5 notification | 6 verification | I initial | N reconsideration | R renewal | S revised
1325 1 original | 2 first of several | 3 further of several | 4 last of several | 5 late charges | 7 replacement | 8 void
1331 02 telehealth outside the home | 10 telehealth at home | 11 office | 12 home | 19 outpatient department off campus | 20 urgent care | 21 inpatient hospital | 22 outpatient department on campus | 23 emergency room | 24 surgical center | 31 skilled nursing facility | 32 nursing facility | 49 clinic | 61 inpatient rehabilitation | 62 outpatient rehabilitation | 71 public health clinic | 81 laboratory
1332 A type of bill | B place of service
1336 12 working aged | 13 kidney disease | 14 no-fault | 15 workers’ compensation | 16 public health service | 41 black lung | 42 veterans | 43 disabled under 65 | 47 liability | AP automobile | C1 commercial | CO continuation coverage | CP Medicare conditionally primary | D disability | EP exclusive provider | FF family or friends | GP group policy | HM HMO | HN Medicare HMO | HS special low income Medicare | IN indemnity | IP individual policy | LC long term care | LT litigation | MA Medicare Part A | MB Medicare Part B | MC Medicaid | MH Medigap Part A | MI Medigap Part B | MP Medicare primary | OT other | PE property, personal | PL personal | PP self-paid | PR PPO | PS point of service | QM qualified Medicare beneficiary | RP real property | SP supplemental policy | TF TEFRA | WC workers’ compensation | WU wrap-up
1338 03 emergency | E elective | U urgent
1351 P signed by the provider for the patient | S signature on file
1352 01 home | 02 short-term hospital | 03 skilled nursing facility | 04 other facility | 05 other hospital | 06 home health | 07 left against advice | 09 admitted here | 20 died | 30 still a patient | 43 federal hospital | 50 hospice at home | 51 hospice facility | 61 swing bed | 62 rehabilitation | 63 long term care hospital | 65 psychiatric hospital | 66 critical access hospital
1359 A accepts assignment | B for laboratory services only | C does not accept assignment | P patient refuses
1362 AA automobile | AB abuse | AP another party | EM employment | OA other accident
1363 I allowed without signature | N none | Y signed
1365 1 medical care | 2 surgery | 3 consultation | 4 diagnostic X-ray | 5 laboratory | 6 radiation therapy | 7 anesthesia | 8 surgical assistance | 12 equipment, bought | 13 surgical center | 14 renal supplies | 15 alternate dialysis | 18 equipment, rented | 20 second surgical opinion | 23 diagnostic dental | 30 plan coverage | 33 chiropractic | 35 dental | 42 home health | 45 hospice | 47 hospital | 48 hospital inpatient | 49 hospital room and board | 50 hospital outpatient | 51 emergency, accident | 52 emergency, medical | 53 hospital ambulatory surgery | 54 long term care | 56 medical transport | 59 licensed ambulance | 60 general benefits | 61 in-vitro fertilization | 62 MRI or CT | 63 donor procedures | 64 acupuncture | 65 newborn care | 68 well baby care | 69 maternity | 70 transplants | 71 audiology | 72 inhalation therapy | 73 diagnostic medical | 74 private nursing | 75 prosthetic device | 76 dialysis | 77 ear | 78 chemotherapy | 79 allergy testing | 80 immunizations | 81 routine physical | 82 family planning | 83 infertility | 84 abortion | 86 emergency | 88 pharmacy | 89 free-standing drug | 90 mail order drug | 91 brand drug | 92 generic drug | 93 podiatry | 96 physician | 98 office visit | 99 inpatient visit | A0 outpatient visit | A3 home visit | A4 psychiatric | A6 psychotherapy | A7 psychiatric inpatient | A8 psychiatric outpatient | A9 rehabilitation | AA rehabilitation room and board | AB rehabilitation inpatient | AC rehabilitation outpatient | AD occupational therapy | AE physical medicine | AF speech therapy | AG skilled nursing | AI substance abuse | AJ alcohol | AK drug addiction | AL vision | AM frames | AO lenses | BB partial hospitalization | BG cardiac rehabilitation | BH pediatric | BL cardiac | BY office visit, sick | BZ office visit, well | DM equipment | MH mental health | PT physical therapy | RT residential treatment | UC urgent care
1383 02 correction | 07 electronic and paper | 08 crossover | 15 crossover, after change
1390 1 active | 2 active, full risk | 3 active, capitated | 4 active, capitated to primary care | 5 active, under investigation | 6 inactive | 7 inactive, update pending | 8 inactive, under investigation | A co-insurance | B co-payment | C deductible | CB basis of coverage | D description | E exclusions | F limits | G out of pocket | H unlimited | I not covered | J cost containment | K reserve | L primary care provider | M waiting for known conditions | MC managed care coordinator | N limited to a provider | O not medically necessary | P disclaimer | Q second opinion required | R another payer | S prior year | T cards lost | U contact | V cannot be processed | W other source of data | X health care facility | Y spend down
1473 00 zero | 01 as billed | 02 fee schedule | 03 percent of contract | 04 bundled | 05 peer review | 06 per diem | 07 flat rate | 08 combination | 09 maternity | 10 other | 11 lower of cost | 12 ratio of cost | 13 reimbursed cost | 14 adjusted
1514 1 proof of eligibility unknown | 2 litigation | 3 authorization delayed | 4 certification of the provider delayed | 5 billing forms delayed | 6 custom appliances delayed | 7 third party delayed | 8 eligibility delayed | 9 rejected before, for other reasons | 10 administration delayed | 11 other | 15 natural disaster
1525 AR admission | HS health services | IN individual | SC specialty care
I01 00 none | 03 additional data
I03 00 none | 01 password
I05 01 D-U-N-S | 14 D-U-N-S with suffix | 20 health industry number | 27 carrier number | 28 fiscal intermediary number | 29 Medicare provider number | 30 tax number | 33 insurer number | ZZ agreed by both
I13 0 no acknowledgment asked for | 1 acknowledgment asked for
I14 P production | T test
I17 A accepted | E accepted with errors | R rejected
`;

let all: ReadonlyMap<string, string> | undefined;

function read(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of LINES.split('\n')) {
    const space = line.indexOf(' ');
    const number = line.slice(0, space);
    for (const each of line.slice(space + 1).split(' | ')) {
      const gap = each.indexOf(' ');
      if (gap > 0) found.set(`${number} ${each.slice(0, gap)}`, each.slice(gap + 1));
    }
  }
  return found;
}

/** What a code means; the texts are read on first use. */
export function moreCodeWords(elementNumber: string, code: string): string | undefined {
  return (all ??= read()).get(`${elementNumber} ${code}`);
}
