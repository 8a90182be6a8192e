import { describe, expect, it } from 'vitest';
import { told } from '../testing.ts';

/** Invented texts with the words of epidural and facet procedures in which none was done; no patient is real. */
const TEXTS: readonly string[] = [
  'CLINIC NOTE. Lumbar radiculopathy. Discussed L4-5 transforaminal epidural steroid injection under fluoroscopy with 10 mg dexamethasone; she wishes to think about it.',
  'Phone call: patient reports 80% relief after her left L4-5 TFESI of 02/10/2026. No complications. Continue HEP.',
  'PRIOR AUTHORIZATION REQUEST: bilateral L4-5 and L5-S1 radiofrequency ablation, 85 degrees, fluoroscopy. Two MBBs with 85% relief.',
  'Procedure: L5-S1 interlaminar epidural steroid injection. CANCELLED: patient took apixaban this morning. Rescheduled.',
  'PROCEDURE: Right L4-5 TFESI. The patient did not show up.',
  'Procedure: Left L4, L5 medial branch block. Patient declined after positioning; no needle was placed.',
  'MRI LUMBAR SPINE: L4-5 facet arthropathy, L5-S1 foraminal stenosis with contact of the exiting L5 root. Epidural lipomatosis.',
  'OPERATIVE REPORT: L4-5 laminectomy. Incision was made, retractors placed, Kerrison used. Depo-Medrol 40 mg was placed in the epidural space. Vicryl closure.',
  'Labor epidural placed at L3-4 with 17G Tuohy, loss of resistance, catheter threaded 4 cm, bupivacaine infusion started.',
  'CONSENT: I consent to epidural steroid injection. Risks include bleeding, infection, nerve damage. The procedure was explained to me.',
  'PATIENT INSTRUCTIONS after facet joint injection: you may feel sore for 2 days. Call if fever. Medial branch blocks use local anesthetic only.',
  'Right knee injection: 40 mg Kenalog and 4 mL lidocaine injected by the lateral approach. History of L4-5 epidural last year with good relief.',
  'Billing query: please clarify whether the L5-S1 facet was treated on the right or both sides.',
  'PLAN: 1. Schedule C7-T1 interlaminar ESI under fluoroscopy. 2. Gabapentin 300 mg. 3. PT.',
  'IMPRESSION: Lumbar facet syndrome. RECOMMENDATION: bilateral L3, L4, L5 medial branch blocks, if positive RFA at 80 degrees.',
  'Follow-up after radiofrequency ablation of right L3, L4, L5: pain 2/10 from 7/10. Neuritis resolving.',
  'Spinal cord stimulator trial: two leads advanced through 14G Tuohy needles at T12-L1 with loss of resistance under fluoroscopy to T8.',
  'EMG: needle examination of L5 and S1 paraspinals shows fibrillations. Impression: right L5 radiculopathy.',
  'Discharge summary: admitted for back pain, received an epidural steroid injection by the pain service on hospital day 2, improved.',
  'Pre-procedure visit: here for clearance before lumbar RFA next week. NPO after midnight. Hold aspirin.',
  'Nursing note: patient arrived for L4-5 ESI. Vitals stable. IV started 22G left hand. Procedure postponed by the physician because of fever.',
  'Trigger point injections: bilateral trapezius, 25G, 1% lidocaine 1 mL each. Prior cervical facet blocks did not help.',
  'Peer to peer: discussed denial of 64635. The reviewer asked for the dates of the two diagnostic blocks. Denial upheld.',
  'Lumbar puncture at L3-4 with a 22G spinal needle; opening pressure 18; 10 mL of CSF sent.',
  'Anesthesia record: thoracic epidural catheter at T8-9 placed with 18G Tuohy for postoperative analgesia after thoracotomy, bupivacaine infusion.',
  'Sacral lateral branch blocks S1-S3 on the right with 0.5 mL lidocaine under fluoroscopy for SI joint pain.',
  'Letter to referring physician: We plan a right L5 selective nerve root block with 1 mL lidocaine under fluoroscopy next Tuesday.',
  'ED note: patient given Toradol 30 mg IM. States she gets epidural injections for her back every 3 months, last one at L4-5.',
  'Template: Procedure: ___ level transforaminal epidural steroid injection under fluoroscopy. Medication: dexamethasone 10 mg. (blank form, not a patient record)',
  'Addendum to referral: last block at L4-5 and L5-S1 was on 01/06/2026 with fluoroscopy and bupivacaine, 85% relief; the report is attached from the outside clinic.',
  'INFORMED CONSENT FOR RADIOFREQUENCY ABLATION\nProcedure: Left L3, L4, L5 medial branch radiofrequency ablation under fluoroscopy\nIt has been explained to me that needles will be placed along the nerves, which are heated to 80 degrees Celsius for 90 seconds.\nDOB: ____ Signature of patient: ____',
  'DISCUSSION: I told her that a left L4-5 transforaminal epidural injection of 10 mg of dexamethasone under fluoroscopy would be reasonable and that it could be done today. She decided against it. No procedure was done at this visit.',
  'PHONE MESSAGE / MED HOLD. Upcoming: L L4-5 + L5-S1 TFESI on the 9th, ASC. OK to hold apixaban 72 h prior. She asked if she would get dexamethasone.',
  'PEER TO PEER CALL. Request under review: second diagnostic MBB, bilateral C4, C5, C6. MBB #1 performed on the 2nd with 0.3 mL lidocaine 2% per nerve, 85% relief. Outcome: approved.',
  'REVIEW OF PAPERS. Operative report of that year: "With the patient prone, under fluoroscopic guidance, 22-gauge needles were advanced to the left L4-5 and L5-S1 foramina and 40 mg of Kenalog was injected at each level." OPINION: Maximum improvement has been reached.',
  'ABSTRACT FOR ANNUAL MEETING. Title: Outcome of lumbar medial branch radiofrequency ablation with 16-gauge electrodes: a randomized trial. Methods: Lesions of L3, L4 and L5 were made at 80 degrees for 90 seconds. Subjects received 10 mg of triamcinolone.',
  'To: Dr. Example. From: Coding. Your header reads "Right L3-4 and L4-5 facet joint injections," while the body says that needles were placed at "the L3 and L4 transverse processes" and 0.5 mL of bupivacaine was given at each. Please state which, by addendum.',
  'PAIN CLINIC TREATMENT PLANNING. Case 2 of 4. Interventional pain: a left L3-4 transforaminal epidural with 10 mg dexamethasone under fluoroscopy is possible but the needle path crosses tumor; would rather wait. Consensus: radiation. No injection now.',
  'OPERATIVE REPORT\n\nPROCEDURE SCHEDULED: Left L3, L4 medial branch and L5 dorsal ramus radiofrequency ablation.\n\nSTATUS: Cancelled prior to start for equipment failure.\n\nThe consent was signed and the grounding pad was applied. The skin had not been prepped. No anesthetic had been administered.',
  'Clinical Pharmacy - Anticoagulation Plan\n\nProcedure: Right L4-5 transforaminal ESI (dexamethasone 10 mg), scheduled the 14th, 0900\nPlan: last dose of rivaroxaban on the 10th. Counseled by phone.',
  'NERVE BLOCK TRAY, SINGLE DOSE STERILE REF ____ LOT ____ Contents: Tuohy epidural needle, 18 gauge; loss of resistance syringe; lidocaine 1%, 5 mL; fenestrated drape. Suggested use: lumbar interlaminar epidural injection.',
  'SAME DAY VISIT. Here for: bilateral L3-4, L4-5 medial branch block, second set. Temperature 101. Two reasons for not going forward. The tray was not opened. At that time same plan as the first set: prone, 25 gauge, 0.5 mL of bupivacaine per nerve.',
];

describe('the words are there, the procedure is not', () => {
  it.each(TEXTS)('%s', (text) => expect(told(text).filter((one) => /^(?:epidural|facet)/.test(one))).toEqual([]));
});
