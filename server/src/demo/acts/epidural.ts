import { capital, doneOn, pronoun, say, unless, type Act, type Scene } from './act.ts';

const AXIS = { 'L4-L5': 'L4', 'L5-S1': 'L5' } as const;

/** Why the injection is done: pain, function, what was tried, and what the last one gave. */
function story(scene: Scene, where: string, root: string, mri: string): string {
  const { draw, age, sex, earlier, side } = scene;
  const weeks = 7 + draw.below(16);
  const last = earlier.at(-1);
  const care = draw.pick([
    `Six weeks of supervised physical therapy and naproxen did not help enough.`,
    `${pronoun(scene)} did a home exercise program for two months, took gabapentin and ibuprofen, and saw a therapist eight times without lasting relief.`,
    `Physical therapy for 8 weeks, acetaminophen and an NSAID failed.`,
  ]);
  return say(
    draw.pick([
      `${age}-year-old ${sex === 'F' ? 'woman' : 'man'} with ${where} for ${weeks} weeks.`,
      `${capital(where)} for ${weeks} weeks in a ${age} year old patient.`,
      `Returns with ${where}, now ${weeks} weeks.`,
    ]),
    unless(
      scene,
      'no-scale',
      draw.pick([
        `NRS ${6 + draw.below(3)}/10, ODI ${40 + draw.below(18)}%.`,
        `Pain ${6 + draw.below(3)} of 10 on the numeric scale; Oswestry ${42 + draw.below(16)}%.`,
      ]),
    ),
    unless(scene, 'no-care', care),
    mri,
    last === undefined
      ? draw.pick(['This is the first epidural injection.', 'No earlier epidural injections.'])
      : unless(
          scene,
          'no-relief',
          `After the epidural injection on ${last.day} ${pronoun(scene).toLowerCase()} had ${last.relief}% pain relief for ${last.weeks} weeks on the same scale, and function improved ${last.relief - 10}%. The pain has come back and limits walking, therefore the injection is repeated.`,
        ),
    unless(scene, 'no-care', `${pronoun(scene)} continues a home exercise program.`),
    draw.pick([
      `On examination there is tenderness, symptoms follow the ${side} ${root} root, strength is full.`,
      `On physical examination straight leg raising is positive on the ${side} and sensation is reduced in ${root}.`,
    ]),
  );
}

export function transforaminal(level: 'L4-L5' | 'L5-S1'): Act {
  const root = AXIS[level];
  return {
    title: `Transforaminal epidural injection ${level}`,
    kind: 'procedure-note',
    placeOfService: '11',
    diagnoses: [level === 'L4-L5' ? 'M54.16' : 'M54.17'],
    lines: [{ code: '64483', sided: true, charge: 62_500 }],
    session: {
      family: 'epidural',
      kind: 'epidural-transforaminal',
      region: 'lumbar',
      levels: [level],
      role: 'therapeutic',
      codes: ['64483'],
      agents: ['dexamethasone'],
    },
    sided: true,
    slips: ['no-contrast', 'no-images', 'other-side', 'no-scale', 'no-care', 'no-relief'],
    write: (scene) => {
      const { draw, side } = scene;
      const done = doneOn(scene);
      return {
        title: `${capital(side)} ${level} transforaminal epidural steroid injection with fluoroscopy`,
        diagnosis: level === 'L4-L5' ? 'Lumbar radiculopathy (M54.16)' : 'Lumbosacral radiculopathy (M54.17)',
        story: story(
          scene,
          `${side} leg pain`,
          root,
          `MRI ${draw.pick(['of the lumbar spine', ''])} shows a ${level} disc herniation against the ${root} root on the ${side}.`,
        ),
        technique: say(
          draw.pick([
            `Prone, prepped and draped. With fluoroscopic guidance a 22-gauge needle was brought to the ${done} ${level} foramen; AP and lateral views were checked.`,
            `After consent and time out the ${done} ${level} neural foramen was entered with a 22G spinal needle under C-arm fluoroscopy in oblique, AP and lateral projection.`,
          ]),
          unless(
            scene,
            'no-contrast',
            draw.pick([
              '1 mL of Omnipaque 240 outlined the nerve root and the epidural space, no vascular uptake.',
              'Contrast (iohexol 240, 1 mL) spread along the root into the epidural space without vessels.',
            ]),
          ),
          draw.pick([
            'Dexamethasone 10 mg, preservative free, with 1 mL of 1% lidocaine was injected.',
            'We injected 10 mg of preservative-free dexamethasone and 1 mL of 0.25% bupivacaine.',
          ]),
          unless(scene, 'no-images', draw.pick(['Images were saved.', 'Films were stored in the record.'])),
          scene.slip === 'sedation' ? 'Midazolam 2 mg IV was given.' : 'No sedation.',
        ),
        after: `Pain before ${6 + draw.below(3)}/10, after ${1 + draw.below(3)}/10. No complications.`,
        plan: draw.pick([
          'Home exercises, return in three weeks.',
          'Continues the exercise program; recheck in 4 weeks.',
        ]),
      };
    },
  };
}

export function interlaminar(level: 'L4-L5' | 'L5-S1' | 'C7-T1'): Act {
  const neck = level === 'C7-T1';
  return {
    title: `Interlaminar epidural injection ${level}`,
    kind: 'procedure-note',
    placeOfService: neck ? '24' : '11',
    diagnoses: [neck ? 'M54.12' : 'M48.062'],
    lines: [{ code: neck ? '62321' : '62323', charge: neck ? 71_000 : 58_000 }],
    session: {
      family: 'epidural',
      kind: 'epidural-interlaminar',
      region: neck ? 'cervical' : 'lumbar',
      levels: [level],
      role: 'therapeutic',
      codes: [neck ? '62321' : '62323'],
      agents: [neck ? 'dexamethasone' : 'methylprednisolone'],
    },
    slips: ['no-contrast', 'no-images', 'no-scale', 'no-care', 'no-relief', 'sedation'],
    write: (scene) => {
      const { draw, side } = scene;
      return {
        title: `${level} interlaminar epidural steroid injection, fluoroscopic guidance`,
        diagnosis: neck ? 'Cervical radiculopathy (M54.12)' : 'Lumbar stenosis with neurogenic claudication (M48.062)',
        story: story(
          scene,
          neck ? `neck pain going into the ${side} arm` : 'back and leg pain on walking, better on sitting down',
          neck ? 'C7' : 'L5',
          neck ? 'MRI of the cervical spine: C6-C7 disc herniation.' : `MRI: severe central stenosis at ${level}.`,
        ),
        technique: say(
          draw.pick([
            `The ${level} interlaminar space was entered with an 18-gauge Tuohy needle under fluoroscopy, loss of resistance to saline.`,
            `Tuohy needle 20G, paramedian, ${level}, fluoroscopy in AP and lateral view; loss of resistance found the epidural space.`,
          ]),
          unless(
            scene,
            'no-contrast',
            '2 mL of Omnipaque 240 showed epidural flow, no intrathecal or vascular spread.',
          ),
          neck
            ? 'Dexamethasone 10 mg with 2 mL of preservative-free saline was given.'
            : 'Methylprednisolone acetate 80 mg with 2 mL of preservative-free saline was given.',
          unless(scene, 'no-images', 'Images were stored.'),
          scene.slip === 'sedation' ? 'Midazolam 2 mg and fentanyl 50 mcg IV for comfort.' : 'Local anesthesia only.',
        ),
        after: `NRS ${6 + draw.below(3)} before, ${2 + draw.below(2)} after. Walked out.`,
        plan: 'Return in 3 weeks; exercises at home go on.',
      };
    },
  };
}
