import { capital, doneOn, pronoun, say, unless, type Act } from './act.ts';

export const SI_JOINT: Act = {
  title: 'Sacroiliac joint injection',
  kind: 'procedure-note',
  placeOfService: '11',
  diagnoses: ['M53.3'],
  lines: [{ code: '27096', sided: true, charge: 48_500 }],
  session: { family: 'si-joint', kind: 'si-joint-injection', region: 'sacral', role: 'therapeutic', codes: ['27096'] },
  sided: true,
  slips: ['no-contrast', 'no-images', 'no-scale', 'no-care', 'no-relief', 'other-side'],
  write: (scene) => {
    const { draw, side, earlier } = scene;
    const last = earlier.at(-1);
    return {
      title: `${capital(side)} sacroiliac joint injection, fluoroscopic`,
      diagnosis: 'Sacroiliac joint pain (M53.3)',
      story: say(
        `Pain below L5 over the ${side} sacroiliac joint for ${4 + draw.below(9)} months, maximal at the sacral sulcus.`,
        'Thigh thrust, FABER and Gaenslen reproduce it on examination. No radicular pain, no claudication.',
        unless(scene, 'no-scale', `NRS ${6 + draw.below(3)}/10, ODI ${38 + draw.below(15)}%.`),
        unless(scene, 'no-care', 'Six weeks of physical therapy and an NSAID failed.'),
        last === undefined
          ? 'First therapeutic injection of this joint; two diagnostic blocks gave 80% and 85% relief.'
          : unless(
              scene,
              'no-relief',
              `The injection of ${last.day} relieved ${last.relief}% for ${last.weeks} weeks and function improved by ${last.relief - 10}%. Pain is back and limits walking; a therapeutic injection is repeated.`,
            ),
      ),
      technique: say(
        `With fluoroscopy a 22-gauge needle entered the inferior third of the ${doneOn(scene)} sacroiliac joint.`,
        unless(scene, 'no-contrast', '0.5 mL of contrast gave an intra-articular arthrogram.'),
        'Triamcinolone 40 mg with 1 mL of 0.5% bupivacaine was injected.',
        unless(scene, 'no-images', 'Images saved.'),
      ),
      after: `Pain ${2 + draw.below(2)}/10 after.`,
      plan: 'Pelvic stabilization exercises, recheck in 4 weeks.',
    };
  },
};

export const TRIGGER_POINTS: Act = {
  title: 'Trigger point injections',
  kind: 'procedure-note',
  placeOfService: '11',
  diagnoses: ['M79.18'],
  lines: [{ code: '20553', charge: 19_500 }],
  session: { family: 'trigger-point', kind: 'trigger-point-injection', role: 'therapeutic', codes: ['20553'] },
  slips: ['no-scale', 'no-care', 'no-relief'],
  write: (scene) => {
    const { draw, earlier } = scene;
    const last = earlier.at(-1);
    return {
      title: 'Trigger point injections, three muscles',
      diagnosis: 'Myalgia of other site, myofascial pain (M79.18)',
      story: say(
        `Neck and shoulder girdle pain for ${3 + draw.below(8)} months with taut bands, a local twitch and referred pain on palpation.`,
        unless(scene, 'no-scale', `NRS ${5 + draw.below(3)}/10.`),
        unless(scene, 'no-care', 'Stretching, heat, NSAIDs and six visits of physical therapy were tried.'),
        last === undefined
          ? 'First session.'
          : unless(
              scene,
              'no-relief',
              `${last.relief}% relief for ${last.weeks} weeks after the session of ${last.day}. The pain came back and the arm cannot be lifted over the head.`,
            ),
      ),
      technique: draw.pick([
        'Trigger points in the right trapezius, left levator scapulae and right rhomboid were injected with 1 mL of 1% lidocaine each through a 25-gauge needle. Twitch response in each.',
        'After cleaning, 25G needle: trapezius (bilateral), levator scapulae left, rhomboid right, 1 mL lidocaine 1% at each point.',
      ]),
      after: 'Range of motion better at once.',
      plan: 'Home stretching daily.',
    };
  },
};

export const KNEE: Act = {
  title: 'Knee injection with ultrasound',
  kind: 'procedure-note',
  placeOfService: '11',
  diagnoses: ['M17.0'],
  lines: [{ code: '20611', sided: true, charge: 27_500 }],
  session: { family: 'joint', kind: 'joint-injection', role: 'therapeutic', codes: ['20611'] },
  sided: true,
  slips: ['no-images', 'other-side'],
  write: (scene) => {
    const { draw, side } = scene;
    return {
      title: `${capital(side)} knee joint injection, ultrasound guided`,
      diagnosis: 'Bilateral primary osteoarthritis of knee (M17.0)',
      story: say(
        `${capital(side)} knee pain for ${1 + draw.below(5)} years, osteoarthritis on X-ray, failed acetaminophen, NSAIDs and exercises.`,
        `NRS ${6 + draw.below(2)}/10.`,
      ),
      technique: say(
        `Under ultrasound guidance with permanent recording a 22-gauge needle entered the ${doneOn(scene)} suprapatellar recess; 40 mg of triamcinolone and 3 mL of 1% lidocaine were injected.`,
        unless(scene, 'no-images', 'The image with the needle was saved.'),
      ),
      after: 'Walked without pain.',
      plan: 'If relief is short a genicular nerve block will be discussed.',
    };
  },
};

export const GENICULAR_BLOCK: Act = {
  title: 'Genicular nerve block',
  kind: 'procedure-note',
  placeOfService: '11',
  diagnoses: ['M17.0', 'M25.561'],
  lines: [{ code: '64454', sided: true, charge: 52_000 }],
  session: { family: 'peripheral-nerve', kind: 'genicular-nerve-block', role: 'diagnostic', codes: ['64454'] },
  sided: true,
  slips: ['no-images', 'no-care', 'other-side'],
  write: (scene) => ({
    title: `${capital(scene.side)} genicular nerve block, fluoroscopic`,
    diagnosis: 'Osteoarthritis of both knees (M17.0), knee pain',
    story: say(
      `Knee pain on the ${scene.side} from osteoarthritis, no surgery wanted.`,
      unless(scene, 'no-care', 'Failed exercises, NSAIDs and a joint injection.'),
      'NRS 7/10.',
    ),
    technique: say(
      `Under fluoroscopy the superolateral, superomedial and inferomedial genicular nerves of the ${doneOn(scene)} knee were blocked with 1 mL of 0.5% bupivacaine each.`,
      unless(scene, 'no-images', 'Images stored.'),
    ),
    after: '80% relief at 30 minutes.',
    plan: 'Ablation if the diary agrees.',
  }),
};

export const GENICULAR_ABLATION: Act = {
  title: 'Genicular nerve ablation',
  kind: 'procedure-note',
  placeOfService: '24',
  diagnoses: ['M17.0'],
  lines: [{ code: '64624', sided: true, charge: 145_000 }],
  session: { family: 'peripheral-nerve', kind: 'genicular-nerve-ablation', role: 'ablation', codes: ['64624'] },
  sided: true,
  slips: ['no-images', 'other-side'],
  write: (scene) => ({
    title: `${capital(scene.side)} genicular nerve radiofrequency ablation`,
    diagnosis: 'Osteoarthritis of both knees (M17.0)',
    story: `Genicular block helped 80% for a day. Pain 7/10 again on the ${scene.side}.`,
    technique: say(
      `Superolateral, superomedial and inferomedial genicular nerves of the ${doneOn(scene)} knee, fluoroscopy, sensory and motor testing, thermal lesions at 80 degrees C for 90 seconds each.`,
      unless(scene, 'no-images', 'Images stored.'),
    ),
    after: 'No complications.',
    plan: 'Recheck in 6 weeks.',
  }),
};

export const TOXIN: Act = {
  title: 'Botulinum toxin for chronic migraine',
  kind: 'procedure-note',
  placeOfService: '11',
  diagnoses: ['G43.709'],
  lines: [
    { code: '64615', charge: 45_000 },
    { code: 'J0585', units: 155, charge: 139_500 },
    { code: 'J0585', units: 45, charge: 40_500 },
  ],
  session: {
    family: 'toxin',
    kind: 'toxin-migraine',
    role: 'therapeutic',
    codes: ['64615'],
    agents: ['onabotulinumtoxinA'],
  },
  slips: ['no-relief', 'no-care'],
  write: (scene) => {
    const { draw, earlier } = scene;
    const last = earlier.at(-1);
    return {
      title: 'OnabotulinumtoxinA injections for chronic migraine',
      diagnosis: 'Chronic migraine without aura, not intractable (G43.709)',
      story: say(
        last === undefined
          ? 'Twenty headache days a month, at least 15 of them migraine, each longer than four hours, for more than three months.'
          : unless(
              scene,
              'no-relief',
              `Since the session of ${last.day} headache days fell from 20 to ${6 + draw.below(5)} a month.`,
            ),
        unless(scene, 'no-care', 'Topiramate, propranolol and amitriptyline failed for at least two months each.'),
      ),
      technique: draw.pick([
        '155 units of onabotulinumtoxinA in 31 sites after the PREEMPT scheme: corrugator, procerus, frontalis, temporalis, occipitalis, cervical paraspinal, trapezius. From a single-dose vial of 200 units; 45 units were discarded.',
        'PREEMPT paradigm, 31 sites, 5 units each, total 155 units. 200-unit single-dose vial, 45 units wasted.',
      ]),
      after: 'No adverse events.',
      plan: 'Next session in 12 weeks.',
    };
  },
};

export const OCCIPITAL: Act = {
  title: 'Greater occipital nerve block',
  kind: 'procedure-note',
  placeOfService: '11',
  diagnoses: ['M54.81'],
  lines: [{ code: '64405', sided: true, charge: 24_000 }],
  session: { family: 'peripheral-nerve', kind: 'peripheral-nerve-block', role: 'therapeutic', codes: ['64405'] },
  sided: true,
  slips: ['no-scale', 'no-relief', 'other-side'],
  write: (scene) => {
    const { side, earlier } = scene;
    const last = earlier.at(-1);
    return {
      title: `${capital(side)} greater occipital nerve block`,
      diagnosis: 'Occipital neuralgia (M54.81)',
      story: say(
        `Shooting pain from the ${side} nape over the scalp, Tinel positive over the nerve.`,
        unless(scene, 'no-scale', 'NRS 7/10.'),
        last === undefined
          ? 'First block.'
          : unless(scene, 'no-relief', `The block of ${last.day} gave ${last.relief}% relief for ${last.weeks} weeks.`),
      ),
      technique: `The ${doneOn(scene)} greater occipital nerve was blocked medial to the artery with 3 mL of 0.25% bupivacaine and 10 mg of triamcinolone.`,
      after: 'Scalp numb, pain 1/10.',
      plan: 'Diary.',
    };
  },
};

export const STIMULATOR_TRIAL: Act = {
  title: 'Spinal cord stimulator trial',
  kind: 'procedure-note',
  placeOfService: '11',
  diagnoses: ['M96.1'],
  lines: [{ code: '63650', units: 2, charge: 480_000 }],
  session: { family: 'spinal-cord-stimulation', kind: 'scs-trial', region: 'thoracic', codes: ['63650'] },
  slips: ['no-care', 'no-images', 'no-scale'],
  write: (scene) => ({
    title: 'Percutaneous spinal cord stimulator trial, two leads',
    diagnosis: 'Postlaminectomy syndrome (M96.1)',
    story: say(
      `${pronoun(scene)} has back and leg pain after two lumbar operations, ${2 + scene.draw.below(4)} years.`,
      unless(scene, 'no-scale', 'NRS 8/10, ODI 56%.'),
      unless(
        scene,
        'no-care',
        'Failed physical therapy, gabapentin, duloxetine, opioids and epidural injections. Psychological evaluation found no contraindication. A multidisciplinary team evaluated the patient and agreed on a trial after education; it is the last resort. Training and follow-up are in this clinic.',
      ),
      'No infection, no untreated addiction.',
    ),
    technique: say(
      'Under fluoroscopy two 8-contact percutaneous leads were placed through L1-L2 into the posterior epidural space, tips at the top of T8. Intraoperative programming covered the back and both legs.',
      unless(scene, 'no-images', 'Images saved.'),
      'Leads were secured to the skin; external generator.',
    ),
    after: 'Good coverage. Dressing in place.',
    plan: 'Trial for 6 days, then lead removal.',
  }),
};

/** Visits without a procedure. `plan` tells what is thought of next. */
export function visit(complaint: string, plan: string): Act {
  return {
    title: 'Office visit',
    kind: 'clinic-note',
    placeOfService: '11',
    diagnoses: ['M54.50'],
    lines: [{ code: '99213', charge: 16_500 }],
    slips: [],
    write: (scene) => {
      const { draw, earlier, age } = scene;
      const last = earlier.at(-1);
      return {
        title: draw.pick(['Follow-up visit', 'Clinic visit', 'Office note']),
        diagnosis: complaint,
        story: say(
          `${age}-year-old, ${complaint}, pain ${3 + draw.below(5)}/10 today.`,
          last === undefined
            ? 'Physical therapy was started and an NSAID is taken daily.'
            : `After the procedure of ${last.day} relief of ${last.relief}% lasting ${last.weeks} weeks; walks and sleeps better.`,
        ),
        technique: draw.pick([
          'Examination: gait steady, strength full, reflexes equal, tenderness over the painful area.',
          'Exam without change: no new deficit.',
        ]),
        after: 'Medication list reviewed.',
        plan,
      };
    },
  };
}
