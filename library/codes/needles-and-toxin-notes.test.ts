import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { date } from '@interspace/core/model/date';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { openLibrary } from '../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const prepared = prepareLibrary(library);
const OURS = /^(?:6461[1-7]|6464[2-7]|64650|64653|67345|46505|9781[0-4]|2056[01]|9587[34]|J058[5-9])/;

/** Lines of needling and toxin that a note supports, in words; lines of other families are left to their own tables. */
function lines(text: string): string {
  const context = { payer: 'medicare', state: 'FL', placeOfService: '11', claimType: 'professional' } as const;
  const result = review(
    { context: { ...context, dateOfService: date('2026-04-10') }, documents: [{ id: 'note', text }] },
    prepared,
  );
  const found = result.lines.filter((line) => OURS.test(line.code));
  return found.map((line) => `${[line.code, ...line.modifiers].join('-')} x${line.units}`).join('; ') || 'nothing';
}

/** Invented notes in the styles of practices; no patient is real. */
const NOTES: readonly (readonly [style: string, expected: string, text: string])[] = [
  [
    'migraine full',
    '64615 x1; J0585 x155; J0585-JW x45',
    'PROCEDURE: OnabotulinumtoxinA injection for chronic migraine\nDIAGNOSIS: Chronic migraine without aura, not intractable\nDESCRIPTION: After consent the skin was prepped with alcohol. A 30-gauge needle was used. Botox 200 units was reconstituted with 4 mL of preservative-free saline (one 200-unit vial). Injections followed the PREEMPT protocol: frontalis 20 units in 4 sites, corrugator 10 units in 2 sites, procerus 5 units in 1 site, occipitalis 30 units in 6 sites, temporalis 40 units in 8 sites, trapezius 30 units in 6 sites and cervical paraspinals 20 units in 4 sites. A total of 155 units was injected. 45 units were discarded at 10:20 (single-dose vial). She tolerated the procedure well.',
  ],
  [
    'telegram migraine',
    '64615 x1; J0585-JZ x155',
    'Botox for chronic migraine, 155 U injected per PREEMPT, 31 sites, b/l. No waste. Tol well.',
  ],
  [
    'cervical dystonia both sides EMG',
    '64616-50 x1; 95874 x1; J0585-JZ x100',
    'PROCEDURE PERFORMED: Chemodenervation of neck muscles, bilateral, with EMG guidance\nPREOPERATIVE DIAGNOSIS: Cervical dystonia\nTECHNIQUE: Under EMG guidance a 27 gauge injectable needle was advanced into each muscle. Botox was injected as follows:\nRight sternocleidomastoid: 20 units\nLeft splenius capitis: 50 units\nLeft levator scapulae: 15 units\nRight trapezius: 15 units\nTotal 100 units. The entire 100 unit vial was used.',
  ],
  [
    'spasticity three limbs',
    '64644 x1; 64643 x2; 95873 x1; J0585-JZ x400',
    'PROCEDURE: Botulinum toxin injections for spasticity\nTECHNIQUE: Muscles were localized with electrical stimulation. OnabotulinumtoxinA was injected.\nRight upper extremity: biceps 50 units, brachialis 25 units, brachioradialis 25 units, FCR 25 units, FCU 25 units, FDS 50 units.\nLeft upper extremity: biceps 50 units, FDS 25 units, FDP 25 units.\nRight lower extremity: medial gastrocnemius 25 units, lateral gastrocnemius 25 units, soleus 25 units, tibialis posterior 25 units.\nTotal dose 400 units; no waste (two 200 unit vials).',
  ],
  [
    'spasticity one limb table',
    '64642 x1; J0586 x100',
    'PROCEDURE: Dysport injection right arm\nDESCRIPTION: The skin was cleaned. Dysport was injected into the following muscles of the right arm:\n1. Biceps brachii 200 units\n2. Flexor carpi ulnaris 150 units\n3. Flexor digitorum superficialis 150 units\nA total of 500 units were given.',
  ],
  [
    'hemifacial',
    '64612-LT x1; J0588 x25; J0588-JW x25',
    'PROCEDURE: Xeomin injection, left face\nINDICATION: Left hemifacial spasm.\nDESCRIPTION: Xeomin 50 unit vial was diluted with 1 mL saline. With a 30 gauge needle 2.5 units were placed in each of 4 pretarsal sites and 15 units into the zygomaticus on the left. Total 25 units injected. 25 units wasted.',
  ],
  [
    'blepharospasm both',
    '64612-50 x1; J0585 x40; J0585-JW x60',
    'OPERATION: Botox injections bilateral orbicularis oculi\nDIAGNOSIS: Blepharospasm\nNARRATIVE: 20 units of Botox were injected into each orbicularis oculi. Total 40 units used, 60 units discarded from a 100-unit vial.',
  ],
  [
    'larynx',
    '64617-RT x1; J0585 x3',
    'PROCEDURE: Right thyroarytenoid botulinum toxin injection, EMG guided\nDESCRIPTION: An EMG needle was passed through the cricothyroid membrane into the right thyroarytenoid muscle. 2.5 units of Botox were injected.',
  ],
  [
    'sialorrhea',
    '64611 x1; J0587-JZ x25',
    'PROCEDURE: Myobloc injection of salivary glands for sialorrhea\nDESCRIPTION: Under aseptic technique Myobloc was injected with a 30 gauge needle into the bilateral parotid glands (750 units each side) and bilateral submandibular glands (500 units each side). Total 2,500 units. Nothing was discarded.',
  ],
  [
    'sialorrhea parotids only',
    '64611-52 x1; J0588-JZ x100',
    'PROCEDURE: Xeomin injection, parotid glands\nDESCRIPTION: 50 units Xeomin was injected into each parotid gland, right and left. Total 100 units. No wastage.',
  ],
  [
    'axillae',
    '64650 x1; J0585-JZ x100',
    'PROCEDURE: Botox for primary axillary hyperhidrosis\nDESCRIPTION: 50 units of Botox was injected intradermally into each axilla in 15 sites with a 30 gauge needle. Total 100 units. No waste.',
  ],
  [
    'trunk',
    '64646 x1; J0585 x100',
    'PROCEDURE: Botox chemodenervation of trunk muscles\nDESCRIPTION: Using a 27 g needle Botox was injected to the right and left rectus abdominis, 50 units each side. Total of 100 units administered.',
  ],
  [
    'cosmetic',
    'nothing',
    'PROCEDURE: Botox cosmetic\nDESCRIPTION: Glabellar lines were treated: 20 units of Botox injected into the corrugators and procerus with a 30 gauge needle.',
  ],
  [
    'bladder',
    'nothing',
    'PROCEDURE: Cystoscopy with Botox injection of the bladder\nDESCRIPTION: A cystoscope was passed. 100 units of Botox was injected into the detrusor in 20 sites.',
  ],
  [
    'plan only',
    'nothing',
    'HPI: 45 year old woman with chronic migraine, 18 headache days a month.\nASSESSMENT: Chronic migraine.\nPLAN: Schedule Botox 155 units at next visit. Continue topiramate.',
  ],
  [
    'history only',
    'nothing',
    'HISTORY OF PRESENT ILLNESS: She received Botox 155 units 12 weeks ago with good relief.\nEXAM: Neck supple. Trapezius tender.\nASSESSMENT: Chronic migraine, doing well.\nPLAN: Return in one month.',
  ],
  [
    'unspecified product',
    '64616-RT x1',
    'PROCEDURE: Botulinum toxin injection, right neck, for cervical dystonia\nDESCRIPTION: 40 units of botulinum toxin were injected into the right sternocleidomastoid and 60 units into the right splenius capitis with a 27 gauge needle.',
  ],
  [
    'arm and leg sentence',
    '64642 x1; 64643 x1; J0585 x300',
    'Procedure: Botox injection left upper and lower limb for post-stroke spasticity.\nDetails: After informed consent and sterile prep, EMG guidance was not used. I injected Botox 50 units into the left biceps, 50 units into the left flexor carpi radialis, 100 units into the left medial gastrocnemius and 100 units into the left soleus.',
  ],
  [
    'acu 32',
    '97810 x1; 97811 x1',
    'PROCEDURE: Acupuncture\nDESCRIPTION: Needles were inserted at BL23, BL25, GB30 and BL40. No electrical stimulation was used. After 16 minutes the needles were removed and reinserted at local points. Total face-to-face time 32 minutes. Needles retained 20 minutes.',
  ],
  [
    'acu e-stim sets',
    '97813 x1; 97811 x1',
    'PROCEDURE: Acupuncture treatment #5 with electrical stimulation\nDESCRIPTION: First set: needles placed prone at BL23 and BL25 with electrical stimulation at 4 Hz, 16 minutes personal one-on-one time. Second set: needles inserted supine at ST36 and SP6 without electrical stimulation, 15 minutes one-on-one.',
  ],
  [
    'electroacupuncture one set',
    '97813 x1',
    'PROCEDURE: Electroacupuncture, low back\nDESCRIPTION: Sterile needles were inserted at BL23, BL24, BL25 bilaterally and connected to a stimulator at 2 Hz. 18 minutes of face to face time. One set of needles.',
  ],
  [
    'acu 62',
    '97810 x1; 97811 x3',
    'PROCEDURE: Acupuncture, 62 minutes face-to-face\nDESCRIPTION: Needles were inserted and then re-inserted three times. No e-stim.',
  ],
  [
    'acu no minutes',
    '97810 x1',
    'PROCEDURE: Acupuncture session\nDESCRIPTION: Needles were placed at GB30, BL40, BL60 and retained for 25 minutes. De qi obtained. Tolerated well.',
  ],
  [
    'acu 6 min',
    'nothing',
    'PROCEDURE: Acupuncture\nDESCRIPTION: Needles inserted at LI4 and LR3. Patient became faint; needles removed. 6 minutes of face to face time.',
  ],
  [
    'acu history',
    'nothing',
    'HPI: Low back pain for 2 years. He tried acupuncture and physical therapy without benefit.\nPLAN: Consider acupuncture again; refer to acupuncture.',
  ],
  [
    'acu 28 minutes',
    '97810 x1',
    'PROCEDURE: Acupuncture\nDESCRIPTION: Needles inserted at BL23, then after removal new needles were inserted at GB34. Personal contact time 28 minutes. No electrical stimulation.',
  ],
  [
    'phenol and toxin',
    '64642 x1; 64643 x2; J0585 x400',
    'PROCEDURES:\n1. Phenol neurolysis, right musculocutaneous nerve and both obturator nerves.\n2. Botulinum toxin injection, right pectoralis major, right wrist flexors, and bilateral knee extensors.\nANESTHESIA: Local topical.\nDESCRIPTION OF PROCEDURE: The nerves were identified with stimulation and 4 mL of 5% phenol was injected. The muscles to be injected with botulinum toxin were identified by surface anatomy. Approximately 50 units was injected in the right pectoralis major and 100 units in the right wrist flexors. 125 units was injected in the left knee extensors and 125 units in the right knee extensors. The total amount of Botox injected was 400 units, diluted 25 units to 1 mL. The patient tolerated the procedure well.',
  ],
  [
    'phenol alone',
    'nothing',
    'PROCEDURE: Chemodenervation of the right obturator nerve with phenol\nDESCRIPTION: A 22 gauge needle was advanced under stimulation and 3 mL of 6% phenol injected.',
  ],
  [
    'soap follow up migraine with procedure',
    '64615 x1; J0585 x155; J0585-JW x45',
    'SUBJECTIVE: 50-year-old here for Botox #4. 16 headache days a month before treatment, now 6. Last Botox was 13 weeks ago.\nPROCEDURE NOTE: Botox for chronic migraine. Consent signed. Sites: corrugators 10 u, procerus 5 u, frontalis 20 u, temporalis 40 u, occipitalis 30 u, cervical paraspinals 20 u, trapezius 30 u. Total = 155 u. 45 u wasted. Lot C1234. No complications.\nPLAN: Repeat in 12 weeks.',
  ],
  [
    'follow the pain 195',
    '64615 x1; J0585-JZ x195',
    'PROCEDURE: Chemodenervation, chronic migraine\nDETAILS: Onabotulinumtoxin A, 195 units in 39 sites following the PREEMPT paradigm with follow-the-pain sites, was injected with a 30G needle. Nothing discarded.',
  ],
  [
    'neck one side ultrasound no images',
    '64616-LT x1; J0588 x150',
    'PROCEDURE: Ultrasound guided Xeomin injection left neck for torticollis\nDESCRIPTION: Under ultrasound guidance the left sternocleidomastoid (50 units) and left levator scapulae (100 units) were injected with incobotulinumtoxinA. Total 150 units.',
  ],
  [
    'four limbs',
    '64644 x1; 64645 x1; 64643 x2; J0585 x600',
    'PROCEDURE PERFORMED: Botox, spastic quadriplegia, four limbs\nRIGHT ARM: biceps 50 units, brachialis 25 units, FCR 25 units, FCU 25 units, FDS 25 units, FDP 25 units\nLEFT ARM: biceps 50 units, brachialis 25 units, FCR 25 units, FCU 25 units, FDS 25 units\nRIGHT LEG: gastrocnemius 75 units, soleus 50 units\nLEFT LEG: gastrocnemius 75 units, soleus 50 units, tibialis posterior 50 units\nBotox was injected with a 27 gauge needle. Total 600 units.',
  ],
  [
    'stated counts',
    '64644 x1; 64643 x1',
    'PROCEDURE: Botulinum toxin injections of the limbs for spasticity\nDESCRIPTION: Six muscles of the right arm and three muscles of the left leg were injected with a 27 gauge needle.',
  ],
  [
    'hand writer cramp',
    '64642 x1; 95874 x1; J0585 x20',
    "PROCEDURE: Botox injection, right forearm, writer's cramp\nNARRATIVE: With a hollow monopolar EMG needle the right FDS and FPL were localized. 10 units of Botox was given in each. Total 20 units.",
  ],
  [
    'strabismus',
    '67345-LT x1; J0585 x3',
    'PROCEDURE: Botulinum toxin injection, left medial rectus, for esotropia\nDESCRIPTION: Under EMG control 2.5 units of Botox were injected into the left medial rectus muscle.',
  ],
  [
    'anal fissure',
    '46505 x1; J0585 x50',
    'PROCEDURE: Botox injection of internal anal sphincter for chronic fissure\nDESCRIPTION: 50 units of Botox were injected into the internal anal sphincter with a 25 gauge needle.',
  ],
  [
    'palms',
    '64653 x1; J0585-JZ x200',
    'PROCEDURE: Botox for palmar hyperhidrosis\nDESCRIPTION: 100 units of Botox were injected into each palm with a 30 gauge needle for hyperhidrosis of the hands. Total 200 units. No waste.',
  ],
  [
    'TPI with botox denied',
    'nothing',
    'HPI: He had Botox for his neck in 2024 without benefit. We discussed Botox again today and he declined.\nASSESSMENT: Cervical dystonia.\nPLAN: Physical therapy.',
  ],
  [
    'aborted',
    'nothing',
    'PROCEDURE: Botox injection for chronic migraine\nDESCRIPTION: The patient became anxious and the procedure was aborted before any injection.',
  ],
  ['title only', 'nothing', 'PROCEDURE: Botox injection for cervical dystonia\nDIAGNOSIS: Cervical dystonia'],
  ['allergy', 'nothing', 'ALLERGIES: Botulinum toxin.\nHPI: Low back pain. ASSESSMENT: Lumbar radiculopathy.'],
  [
    'consent text only',
    'nothing',
    'Risks of botulinum toxin injection include weakness, ptosis and dysphagia. The patient will call to schedule Botox.',
  ],
  [
    'mother had botox',
    'nothing',
    'HPI: Her mother received Botox 100 units for torticollis. The patient has neck pain.',
  ],
  [
    'fluoroscopy case with botox plan',
    'nothing',
    'PROCEDURE: Lumbar interlaminar epidural steroid injection L4-5\nDESCRIPTION: Prone. A Tuohy needle was advanced to the L4-5 interspace under fluoroscopy with loss of resistance. Contrast showed epidural spread. 80 mg Depo-Medrol injected.\nPLAN: Botox for migraine next month, acupuncture weekly.',
  ],
  [
    'acu battlefield',
    '97810 x1',
    'PROCEDURE: Auricular acupuncture\nDESCRIPTION: Semi-permanent needles were placed at five ear points bilaterally. 15 minutes one-on-one. No electrical stimulation.',
  ],
  [
    'acu three sets',
    '97810 x1; 97811 x2',
    'Procedure: Acupuncture for chronic low back pain, visit 4 of 12\nSet 1 (prone): needles placed at BL23, BL25, 17 minutes face-to-face. Set 2 (side lying): needles placed at GB30, GB34, 16 minutes face-to-face. Set 3 (supine): needles placed at ST36, SP6, 15 minutes face-to-face.\nNo electrical stimulation.',
  ],
  [
    'acu clock times',
    '97813 x1; 97814 x1',
    'PROCEDURE: Electro-acupuncture\nDESCRIPTION: Needles inserted at BL23 and BL26 with electrical stimulation 10 Hz. First set personal contact 10:02 to 10:18. Second set, needles inserted at BL40 and GB34 with electrical stimulation, personal contact 10:30 to 10:46.',
  ],
  [
    'acu tens elsewhere',
    '97810 x1',
    'PROCEDURE: Acupuncture\nDESCRIPTION: Sterile needles inserted at GB30 and BL54. Face-to-face time 20 minutes. He uses a TENS unit at home.',
  ],
  [
    'acu no title',
    '97810 x1',
    'SUBJECTIVE: Low back pain 5/10.\nOBJECTIVE: Tender L4-5.\nTREATMENT: Acupuncture was performed today. Needles were inserted at BL23, BL25, DU4; 18 minutes of face-to-face time. No e-stim.',
  ],
  ['acu not tolerated plan', 'nothing', 'HPI: Failed acupuncture, chiropractic and massage.\nPROCEDURE: None today.'],
  ['acupressure only', 'nothing', 'TREATMENT: Acupressure and massage of the neck for 30 minutes.'],
  [
    'acu referred',
    'nothing',
    'ASSESSMENT: Chronic low back pain.\nPLAN: Refer to acupuncture clinic, 12 visits in 90 days.',
  ],
  [
    'reinserted count words',
    '97810 x1; 97811 x2',
    'PROCEDURE: Acupuncture\nDESCRIPTION: Needles were inserted at local points and reinserted twice. Total direct contact time 45 minutes. Without electrical stimulation.',
  ],
  [
    'dry needling',
    '20561 x1',
    'PROCEDURE: Dry needling\nDESCRIPTION: Solid filament needles were inserted into the right gluteus medius, right piriformis and right quadratus lumborum without injection.',
  ],
  [
    'bilateral each side sums',
    '64616-50 x1; J0585 x140',
    'PROCEDURE: Botox injection for cervical dystonia\nDESCRIPTION: Botox was injected into the bilateral splenius capitis (50 units each side) and bilateral sternocleidomastoid (20 units each side) with a 27 gauge needle.',
  ],
  [
    'dystonia ambiguous bilateral',
    '64616-50 x1',
    'PROCEDURE: Botox injection for cervical dystonia\nDESCRIPTION: Botox was injected into the bilateral splenius capitis 50 units and bilateral trapezius 25 units with a 27 gauge needle.',
  ],
  [
    'table with tabs',
    '64642 x1; J0585-JZ x100',
    'PROCEDURE: Botox for left arm spasticity\nMuscle\tSide\tUnits\nBiceps brachii\tLeft\t50\nFCU\tLeft\t50\nINJECTIONS: Botox 100 units injected in total. No waste.',
  ],
  [
    'two products',
    '64616-LT x1',
    'PROCEDURE: Toxin injection, left neck, cervical dystonia\nDESCRIPTION: Xeomin was out of stock, so Dysport was used: 250 units of Dysport were injected into the left splenius capitis and 250 units into the left trapezius.',
  ],
  [
    'daxxify',
    '64616-50 x1; J0589 x250',
    'PROCEDURE: Daxxify injection, cervical dystonia, bilateral\nDESCRIPTION: DaxibotulinumtoxinA 250 units in total was injected into both splenius capitis, right sternocleidomastoid and left semispinalis with EMG not used.',
  ],
  [
    'migraine clinic with wrong history',
    'nothing',
    'HPI: Chronic migraine. Last Botox 8 weeks ago, 155 units. Wearing off.\nPLAN: Continue Botox every 12 weeks; next injection 155 units on 6/1.',
  ],
  [
    'estim and emg both',
    '64642 x1; 95874 x1; J0588-JZ x200',
    'PROCEDURE: Xeomin injections right leg\nTECHNIQUE: Muscles were localized with EMG and electrical stimulation guidance. Right medial gastrocnemius 50 units, right lateral gastrocnemius 50 units, right soleus 50 units and right tibialis posterior 50 units were injected. All 200 units were used, no waste.',
  ],
  [
    'emg study elsewhere',
    '64642 x1; J0585 x100',
    'PROCEDURE: Botox right arm\nINDICATION: Spasticity. EMG/NCS study last year showed no neuropathy.\nTECHNIQUE: 50 units Botox were injected into the right biceps and 50 units into the right brachioradialis with a 27 G needle by palpation.',
  ],
  [
    'SOAP botox office',
    '64615 x1; J0585 x155; J0585-JW x45',
    'S: Chronic migraine f/u. Doing well on Botox.\nO: Neuro exam normal.\nA: Chronic migraine without aura, not intractable.\nP: Botox given today: 155 units injected over 31 sites per protocol; 45 units discarded. RTC 12 weeks.',
  ],
  [
    'named muscles semicolons',
    '64616-50 x1; J0585 x200',
    'Procedure: Botulinum toxin A injection for cervical dystonia\nBotox, 100 units/mL dilution, 30 g needle. L SCM 30 units; R splenius capitis 80 units; L semispinalis 40 units; R levator scapulae 50 units. Total dose 200 units.',
  ],
  [
    'migraine table',
    '64615 x1; J0585-JZ x200',
    'PROCEDURE: Botox (onabotulinumtoxinA) injections\nINDICATION: Chronic migraine\nINJECTION SITES:\nFrontalis: 10 units right, 10 units left\nCorrugator: 5 units right, 5 units left\nProcerus: 5 units\nTemporalis: 20 units right, 20 units left\nOccipitalis: 15 units right, 15 units left\nCervical paraspinal: 10 units right, 10 units left\nTrapezius: 15 units right, 15 units left\nAdditional follow the pain: 45 units\nTOTAL: 200 units. Wastage: 0 units.',
  ],
  [
    'acu with moxa',
    '97810 x1',
    'TREATMENT PROVIDED: Acupuncture x 20 min face to face, points GB30 BL23 BL40 Du4, needles retained 25 min with heat lamp. No estim.',
  ],
  [
    'piriformis botox',
    '64642 x1; J0585 x100',
    'PROCEDURE: Ultrasound-guided Botox injection, right piriformis\nDESCRIPTION: Under ultrasound guidance a 22 gauge spinal needle was advanced to the right piriformis muscle and 100 units of Botox were injected.',
  ],
  [
    'spasticity percent side words',
    '64644 x1; J0588 x300',
    'Procedure: Chemodenervation left upper extremity with Xeomin\nLeft biceps brachii 75 U, left brachioradialis 50 U, left pronator teres 25 U, left FCR 50 U, left FDS 50 U, left FDP 50 U injected with e-stim not needed.',
  ],
  [
    'dose given 2 vials',
    '64642 x1; 64643 x1; J0586 x200',
    'PROCEDURE: Dysport injections, both legs\nTwo 500 unit vials of Dysport were reconstituted. Right gastrocnemius 300 units, right soleus 200 units, left gastrocnemius 300 units, left soleus 200 units were injected. All 1000 units were used.',
  ],
  [
    'consent discusses alternatives',
    'nothing',
    'PROCEDURE: Trigger point injections\nAlternatives including Botox and acupuncture were discussed.',
  ],
  [
    'medication list',
    'nothing',
    'MEDICATIONS: Botox 100 unit injection every 3 months, topiramate 50 mg.\nASSESSMENT: Migraine.',
  ],
  [
    'letter',
    'nothing',
    'Thank you for referring this patient for consideration of botulinum toxin injections. I think she is a candidate for Botox 155 units. We will request authorization.',
  ],
  [
    'prior note quote',
    'nothing',
    'On 1/5/2026 he underwent Botox injection of the left arm, 200 units, by Dr. Invented. He has good relief.',
  ],
  ['acu denied', 'nothing', 'ROS: negative. He denies prior acupuncture. Needle EMG was performed of the right arm.'],
];

describe('notes of needling and toxin', () => {
  it.each(NOTES)('%s → %s', (_, expected, text) => {
    expect(lines(text)).toBe(expected);
  });
});
