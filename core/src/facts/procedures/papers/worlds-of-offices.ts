import type { PaperWorld } from './paper-world.ts';

/**
 * Kinds of paper that speak of procedures and record none. Left out on purpose is what every chart may hold: the header
 * of a work injury (employer, adjuster, claim number), lists of an electronic record (problem list, care team), parts
 * and lot numbers of an implant, advice for the way home, words of a time-out (wrong patient, joint commission), and
 * what patients are by trade (driver, pilot, veterinarian).
 */
export const OFFICES: Readonly<Record<string, PaperWorld>> = {
  law: {
    names: `permanent and stationary | whole person | reasonable degree of medical | narrative report | to counsel | deposition | affidavit | interrogatories | plaintiff | defendant | demand letter | settlement demand
      | settlement letter | policy limits | expert witness | expert report | sworn statement | penalty of perjury
      | subpoena | mediation brief | mediation statement | court reporter | claimant | our client | my client
      | your insured | opposing counsel | statement of claim | medical specials | life care plan | cause of action
      | in the matter of | medical expert | without prejudice | exhibit a | exhibit b | complaint for damages
      | notice of intent | motion to | cross examination | direct examination | under oath | loss of consortium
      | warranty claim | coverage counsel | clemency | compensation board | wrongful death | product liability | subrogation | statement of facts
      | arbitrator | third party carrier | settlement conference`,
    words: `attorney | counsel | esq | esquire | paralegal | law firm | law office | settlement | mediation | arbitration
      | damages | negligence | negligent | liability | malpractice | standard of care | bates | docket | case no | judge
      | jury | testimony | testified | sworn | alleged | alleges | lost wages | lost earnings | tort | causation
      | maximum medical improvement | impairment rating | apportionment | tribunal | verdict | statute | hereby | pursuant to
      | notary | plaintiffs | litigation | lien | prosecutor | lawsuit | deponent | objection | pain and suffering | inmate | barrister | solicitor`,
  },
  insurance: {
    names: `denials worklist | remittance worklist | explanation of benefits | remittance advice | denial letter | notice of denial | adverse determination
      | letter of appeal | appeal letter | payment integrity | recoupment | overpayment | special investigation
      | coverage determination | additional documentation request | provider bulletin | fee schedule
      | p2p note | p2p call | reviewer line | medical director call | request for payment | balance due | statement of account | proof of loss | eligibility response | dear member
      | external review | grievance | reconsideration request | contract rate | actuarial | claims ledger | sum insured | policyholder
      | underwriting summary | term life`,
    words: `enrollee | denial of | their position | approval letter | on hold | reference number | upheld | overturned | reviewer | determination | not medically necessary | allowed amount
      | deductible | coinsurance | reimbursement | fraud | premium | invoice | appeal | out of network | underwriter
      | underwriting | good faith estimate | claims examiner | precertification | preauthorization | denied claim`,
  },
  elsewhere: {
    names: `certified translation | translation from | translation of | original language | second read | over read
      | overread | reinterpretation | images submitted | submitted image | outside study | apostille
      | received electronically | not reconciled | record request | release of information | summary of care
      | source document | reproduced below | reproduced here | transcribed from | the operative report states
      | the op report states | the report states that | the procedure note states | the note states that | chronology
      | case summary | records summary | from the chart of | copy of the report | sworn translation | health passport
      | personal health record | chart abstraction | abstracted from | genealogy | interpretation of outside`,
    words: `translator | translated | illegible | outside record | outside image | outside imaging | performing facility
      | outside hospital | imported | health information exchange | embassy | consular | notarized | verbatim | stamp
      | per the record | according to the record | records show | records indicate | the operative report | reportedly
      | the op report | performed elsewhere | continuity of care | scanned document | quoted | submitted for
      | reported to have | recounted | reads as follows | assembled | transferred records | timeline | abroad`,
  },
  otherAuthor: {
    names: `hospice rn | hospice admission | home health admission | your report | anticoagulation clinic | annual wellness visit | wellness visit | discharge summary | hospital course | death summary | transfer summary | outside record | received by fax
      | not authored at this practice | your report of | your report tells | as your report | your operative report
      | your procedure note | the excellent work you did | you kindly injected | you injected | you performed
      | you placed needles | consult requested of pain | thank you for injecting | emergency department course`,
    words: `principal diagnosis | discharge medication | hospitalist | code status | hospital day | admitted from
      | pain service was consulted | the pain physician | the pain service performed | your office | your clinic
      | your injection | your note | you gave | you did | scanned by | indexing | do not bill | document category
      | awaiting review | discharge diagnosis | attending of record`,
  },
  retraction: {
    names: `retracted : | retracted text | retracted note | retracted entry | entry retracted | note retracted
      | has been retracted | retraction notice | retraction comment | entered in error | erroneous entry
      | erroneous note | on wrong patient | on the wrong patient | for the wrong patient | to the wrong patient
      | wrong chart | misfiled | filed in error | documented in error | charted in error | disregard this
      | disregard the above | disregard entire | nullified | belongs to another patient | on another patient
      | belongs in another | not this patient | marked as error | marked in error | duplicate entry | merged in error
      | correction request | amendment request | mistaken identity | uploaded in error | scanned in error
      | withdrawn entry | entry withdrawn | note withdrawn | identity mix | in the wrong record | wrong person | struck out | wrong record`,
    words: `in error | erroneous | deleted | amendment | superseded | this entry | same name | same surname
      | name alert | health information management | strikethrough | strike through | by mistake | similar name
      | wrong patient | another patient | other patient | him notified | notified him | retraction`,
  },
  fitness: {
    names: `fitness for duty | fit for duty | fitness to drive | driver fitness | medical fitness | dot physical
      | medical certificate | certificate of fitness | pre employment | essential functions | reasonable accommodation
      | aviation medical | faa | airman | flight surgeon | duty status | human resources | credentialing
      | delineation of privileges | reappointment | preparticipation | disability determination | job demands
      | leave certification | certification of health care provider | attending physician statement | seafarer
      | medical clearance for | fitness assessment | underwriting exam | adoption medical | immigration medical | adoption agency | foster care
      | draft board | enlistment | visa medical`,
    words: `license | licence | commercial driver | cdl | disqualified | medically qualified | unfit | applicant
      | examination for | whisper | military | fmla | functional capacity | occupational health | leave of absence
      | short term disability | long term disability | vocational | determination : | certificate | accommodation
      | certifying | deployment | home study | prospective | privileges`,
  },
  boards: {
    names: `ethics consult | ethics consultation | ethics committee | ethicist | moral distress | consent order
      | state medical board | medical board | board of medicine | licensee | findings of fact | conclusions of law
      | stipulated | stipulation | revoked | reprimand | quality improvement | root cause | incident report
      | event report | sentinel event | near miss | peer review | never event | safety event | ombudsman
      | credentials committee | accreditation | corrective action | disciplinary | whistleblower | plan of correction
      | mortality conference | surveyor | action plan | lessons learned | just culture | the respondent`,
    words: `committee | board finds | respondent | ethical | ethics | stakeholder | autonomy | beneficence | capacity
      | audit | audited | agenda | members present | dashboard | benchmark | patient safety
      | surrogate | contributing factor | hearing officer | probation | advisory | health care agent | paragraph`,
  },
  inventory: {
    names: `steroid ledger | not a procedure note | logbook | log book | daily schedule | room schedule | restock | reorder | par level
      | controlled substance log | dosimetry report | equipment log | service report | field service
      | preventive maintenance | purchase order | packing list | preference card | supply list | back order
      | consignment | cost report | cost analysis | time study | case cart | maintenance log | sterilization log
      | wastage log | inventory count | room turnover | shift report | census | asset tag | rental agreement`,
    words: `procedure log | unit price | subtotal | sku | ship to | stock | unit cost | spreadsheet | tally | superbill | inventory
      | calibration | charge capture | loaner | technician : | catalog | expiry | autoclave | biomedical engineering`,
  },
  ordering: {
    names: `pre visit planning | previsit planning | huddle | order set | booking request | case booking | surgical booking | referral request | expected charge
      | appointment reminder | waitlist | waiting list | cost estimate | clinical pathway | care pathway
      | standard operating procedure | job aid | work instruction | should be injected | policy and procedure
      | quotation | price quote | package price | tentative date | benefits verification | scheduling request
      | self pay quote | procedure estimate | request for proposal | protocol order | will be injected`,
    words: `requisition | prior authorization request | to be scheduled | planned procedure | requested procedure
      | standing order | tentative | reminder | if approved | pathway | quote | proposed | reschedule | estimate :
      | preop order | must be documented`,
  },
};
