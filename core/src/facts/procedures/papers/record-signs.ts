/** What the record of a procedure says: its headings, the acts of the day, how the patient was and went home. */
export const RECORD_SIGNS = `preoperative diagnosis | pre operative diagnosis | pre op diagnosis | preop diagnosis
  | preprocedure diagnosis | pre procedure diagnosis | postoperative diagnosis | post operative diagnosis
  | post op diagnosis | postop diagnosis | postprocedure diagnosis | post procedure diagnosis | procedure performed
  | procedures performed | operation performed | name of procedure | title of procedure | title of operation
  | description of procedure | procedure in detail | details of procedure | procedure note | operative note
  | date of procedure | date of service | date of operation | anesthesia : | sedation : | surgeon : | operator :
  | physician : | attending : | assistant : | estimated blood loss | ebl | complications : | complication :
  | specimens : | disposition : | indications : | indication : | consent was obtained | consent obtained
  | informed consent | written consent | risks and benefits | time out | timeout | prepped | draped | sterile fashion
  | was injected | were injected | was advanced | were advanced | was placed | were placed | was inserted
  | were inserted | was introduced | was identified | was anesthetized | was infiltrated | was withdrawn
  | were withdrawn | was removed | were removed | was positioned | was brought | was obtained | i injected | i placed
  | i advanced | i performed | we injected | we performed | we placed | tolerated | recovery room | recovery area
  | to recovery | discharged home | discharge instructions | bandage | band aid | bandaid | no complications
  | without complication | neurologically intact | stable condition | hemostasis | vital signs | negative aspiration
  | aspiration was negative`;

/** Phrases of a chart that hold a word of another world and speak of none. */
export const INNOCENT_PHRASES = `scotty dog | scottie dog | dog bite | cadaver bone | cadaver graft | cadaver allograft
  | donor site | donor graft | et al device | patient safety checklist | medical student | mental capacity
  | functional capacity evaluation | lung capacity | vital capacity | work capacity | deposition of fat | fat deposition
  | calcium deposition | in error before | median nerve | median branch | motion to the | range of motion to
  | medical clearance for surgery | vet tech | goat cheese | barn door | swine flu | revoked consent
  | stock solution | by mistake took | support group meeting | reflective of | direct examination of
  | autonomy of the | epic record | chapter of | waiting list for surgery | the trial was | the trial lead | the trial of
  | user of tobacco | drug user | alcohol user | tobacco user | cadaver lab technician`;
