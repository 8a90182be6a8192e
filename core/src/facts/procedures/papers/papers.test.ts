import { describe, expect, it } from 'vitest';
import { told } from '../../testing.ts';

/** Invented papers of many worlds; each tells of an act in the words of a record, and none is the record of one. */
const PAPERS: readonly (readonly [kind: string, text: string])[] = [
  [
    'award of an arbitrator',
    'AWARD. The arbitrator heard testimony on two days. Dr. Sample injected the left L4-5 facet joint under fluoroscopy with 40 mg of Kenalog. The applicant was not believed on the date of injury. Costs are awarded to the respondent, and counsel shall submit fees.',
  ],
  [
    'inquest',
    'CORONER, FINDINGS OF THE INQUEST. The deceased was placed prone. A 20-gauge Tuohy needle was advanced at C7-T1 and 10 mg of dexamethasone was injected under fluoroscopy. The jury returned a verdict of misadventure.',
  ],
  [
    'ledger of a carrier',
    'SUBROGATION LEDGER. Our lien against the third party carrier: right L5-S1 transforaminal epidural steroid injection was performed under fluoroscopy, dexamethasone 10 mg, $2,140. Total lien $9,802. Please remit out of any settlement of the lawsuit. Adjuster, recovery unit.',
  ],
  [
    'travel insurance claim',
    'Travel policy claim form, page 3. What happened abroad? Left L4-5 facet joint injection under fluoroscopy: a needle was advanced and 40 mg of Kenalog was injected. Receipts attached: yes. Policyholder declares that this is true. Sum insured 5,000.',
  ],
  [
    'life insurance underwriting',
    'UNDERWRITING SUMMARY. Applicant, 48, term life. Bilateral L4-5 and L5-S1 facet joints were injected under fluoroscopy with 0.5 mL bupivacaine each. No claims since. Rating: standard, premium class 2. Underwriter signs below.',
  ],
  [
    'letter to the editor',
    'To the Editor: We read with interest the article on cervical injections. Our own case: Left L4-5 facet joint injection under fluoroscopy: a needle was advanced and 40 mg of Kenalog was injected. The authors might consider this in their cohort. The references are available.',
  ],
  [
    'dissertation',
    'Dissertation, section 4.2. All participants were placed prone. The L3, L4 and L5 medial branches were blocked under fluoroscopy with 0.5 mL of bupivacaine. Data were analyzed with a mixed model; see the literature in section 2.',
  ],
  [
    'data collection form',
    'CASE RECORD FORM 7, visit 3. Subject number 014. Right L4-5 transforaminal injection was done under fluoroscopy with 10 mg dexamethasone. Investigator initials ____. Monitor: verified against source document.',
  ],
  [
    'question of a bank',
    'QUESTION 118 of 300. A patient was placed prone and a 22-gauge needle was advanced to the left L5-S1 foramen under fluoroscopy; dexamethasone 10 mg was injected. Which one of the following is the most likely complication? A) B) C) D). Correct answer: B.',
  ],
  [
    'script of a teaching film',
    'FILM SCRIPT, scene 4. NARRATOR (voice over): The needle was advanced to the right L4 and L5 medial branches under fluoroscopy and 0.5 mL of bupivacaine was injected. CUT TO close shot of the screen. Music fades.',
  ],
  [
    'letter of recommendation',
    'I am pleased to recommend this candidate for your fellowship program. As a trainee he injected the left L4-5 facet joint with 40 mg of Kenalog under fluoroscopy while I watched, and his preceptors agree. His curriculum vitae is attached. Professor of Anesthesiology.',
  ],
  [
    'escape room for residents',
    'TEAM GAME for residents, clue 3. The manikin was placed prone and a needle was advanced at L4-5 under fluoroscopy with loss of resistance; 80 mg of Depo-Medrol was injected. Instructor: hand out the envelope when the team names the layer. Debrief 10 minutes.',
  ],
  [
    'demo of a scribe',
    'Demo output of the scribe product, for sales calls. PROCEDURE: Right L4-5 facet injection. Under fluoroscopy the needle was advanced and 40 mg Kenalog was injected. Customer name: Acme Hospital. The text is synthetic and the developer may change the version.',
  ],
  [
    'guide for annotators',
    'ANNOTATION GUIDE v3. Mark the level and the side. Example 12. Left L4-5 facet joint injection under fluoroscopy: a needle was advanced and 40 mg of Kenalog was injected. This is one span. Annotators who disagree open a ticket with the data team. Do not mark the user name.',
  ],
  [
    'migration check',
    'DATA MIGRATION, sample check 41. Legacy field OPTEXT: right L4-5 transforaminal epidural, needle was advanced under fluoroscopy, dexamethasone 10 mg was injected. Target field populated: yes. Tester: passed in the test environment. Defect count 0.',
  ],
  [
    'zoo',
    'ZOO MEDICINE LOG. The gorilla, a silverback of 31 years, was anesthetized with ketamine in his den. A needle was advanced at L4-5 under fluoroscopy and 80 mg of methylprednisolone was injected into the epidural space. The keepers saw him climb the next day. Veterinary staff.',
  ],
  [
    'horse at the track',
    'Racing stable treatment record. The filly, trained by Mr. Example, shows lameness behind. The left sacroiliac joint was injected with 40 mg of triamcinolone under ultrasound. Withdrawal time before the next race is 14 days. Attending DVM.',
  ],
  [
    'complaint about a product',
    'PRODUCT QUALITY COMPLAINT. Product: spinal needle, lot unknown. Reporter: hospital pharmacist. A needle was advanced at the left L5-S1 foramen under fluoroscopy, and 10 mg dexamethasone was injected before the hub cracked. Sample returned to the manufacturer: no. Reportable: under assessment.',
  ],
  [
    'registry of deaths',
    'CAUSE OF DEATH WORKSHEET. Decedent, 81. Left L4-5 facet joint injection under fluoroscopy: a needle was advanced and 40 mg of Kenalog was injected. Interval onset to death: hours. Certifier to sign. Manner of death: pending.',
  ],
  [
    'health passport',
    'HEALTH PASSPORT of the bearer (translated by the consulate). Entry 6, military hospital: needle was placed at L4-5, epidural steroid 80 mg was injected under fluoroscopy. Stamp and seal illegible. Bearer to present at the border.',
  ],
  [
    'abstraction for a registry',
    'Chart abstraction for the spine registry. Abstractor initials ____. Field 14, procedure text: left L4-5 transforaminal injection was performed under fluoroscopy, dexamethasone 10 mg. Field 15: source, scanned document. Second abstractor agrees: yes.',
  ],
  [
    'note in the wrong chart',
    'This note was written in the chart of the wrong person and has been struck out by medical records. PROCEDURE: right L5-S1 facet injection. Under fluoroscopy the needle was advanced and 40 mg Kenalog was injected. Amendment filed, the correct chart has its own note.',
  ],
  [
    'seafarer',
    'SEAFARER MEDICAL. Deck officer, 44. Left L4-5 facet joint injection under fluoroscopy: a needle was advanced and 40 mg of Kenalog was injected. Fit for lookout duty: yes. Hearing aid: no. Certificate valid for two years, no restriction of service.',
  ],
  [
    'adoption',
    'Adoption agency medical report. Prospective father: right L4-5 facet joint injected with 40 mg Kenalog under fluoroscopy. No bar to raising a child. The home study follows under separate cover. Social worker, agency license on file.',
  ],
  [
    'ombudsman',
    'Office of the Ombudsman, decision. Left L4-5 facet joint injection under fluoroscopy: a needle was advanced and 40 mg of Kenalog was injected. The complainant says that nobody spoke with her. The hospital replied to the complaint in March. I uphold the grievance in part.',
  ],
  [
    'learning from an event',
    'LESSONS LEARNED BULLETIN. What happened: needle was advanced to the right L4-5 foramen under fluoroscopy and 10 mg of dexamethasone was injected; the booking said left. Contributing factors: mark covered by drape. Action owner: quality office. Share at your huddle.',
  ],
  [
    'maintenance of a generator',
    'PREVENTIVE MAINTENANCE of the radiofrequency generator. Test on a chicken breast: electrode was placed, lesion at 80 degrees for 90 seconds as for L4 and L5 medial branches. Display within tolerance. Battery replaced. Asset tag on the rear. Biomedical engineering.',
  ],
  [
    'post on a journey',
    'Day 9 of our trip, and my back gave out. Left L4-5 facet joint injection under fluoroscopy: a needle was advanced and 40 mg of Kenalog was injected. My wife laughed at my face. Read the earlier posts of this blog and leave a comment!',
  ],
  [
    'quotation of a price',
    'PRICE QUOTE for a self-paying guest: left L4-5 facet joint injection under fluoroscopy, 40 mg Kenalog injected, includes needle placed by physician, room and one night. Quotation valid for 30 days. Deposit 20%. Airport transfer is extra.',
  ],
  [
    'short story',
    'The Waiting Room, a short story. "Hold still," said Marta. Left L4-5 facet joint injection under fluoroscopy: a needle was advanced and 40 mg of Kenalog was injected. And still the hero thought of rain. The reader may guess the end. First published in a magazine.',
  ],
  [
    'label in a museum',
    'EXHIBITION LABEL, case 12. Needle, steel, 1931. With it the sacral canal was entered: the patient was placed prone, needle was advanced through the hiatus and procaine was injected for a caudal epidural. Gift of the family. Visitors must not touch the glass.',
  ],
  [
    'trade show',
    'Booth script, trade show. Our sales team plays the clip: cannula was placed at L4 and L5 medial branches under fluoroscopy and lesions were made at 80 degrees for 90 seconds. Then offer the customer the brochure and scan the badge.',
  ],
];

describe('papers that tell of procedures', () => {
  it.each(PAPERS)('%s', (_, text) => expect(told(text)).toEqual([]));
});
