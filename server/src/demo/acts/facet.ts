import { capital, doneOn, say, unless, type Act, type Scene } from './act.ts';

const JOINTS = ['L4-L5', 'L5-S1'];

function story(scene: Scene): string {
  const { draw, age, side } = scene;
  return say(
    draw.pick([
      `${age}-year-old with axial low back pain on the ${side} for ${5 + draw.below(20)} months, worse on extension and rotation. No leg pain, no radicular signs, no claudication.`,
      `Axial back pain, ${side} sided, ${5 + draw.below(20)} months, facet loading positive. Nothing radicular.`,
    ]),
    unless(scene, 'no-scale', `NRS ${6 + draw.below(3)}/10, Oswestry ${40 + draw.below(15)}%.`),
    unless(
      scene,
      'no-care',
      draw.pick([
        'Failed 8 weeks of physical therapy and meloxicam.',
        'Ten weeks of PT and NSAIDs brought no lasting relief.',
      ]),
    ),
    'MRI shows facet arthropathy at L4-L5 and L5-S1; no fracture, tumor or infection.',
  );
}

export const BRANCH_BLOCK: Act = {
  title: 'Diagnostic medial branch blocks L4-L5, L5-S1',
  kind: 'procedure-note',
  placeOfService: '11',
  diagnoses: ['M47.816', 'M47.817'],
  lines: [
    { code: '64493', sided: true, charge: 54_000 },
    { code: '64494', sided: true, charge: 31_000 },
  ],
  session: {
    family: 'facet',
    kind: 'medial-branch-block',
    region: 'lumbar',
    levels: JOINTS,
    role: 'diagnostic',
    codes: ['64493', '64494'],
    modifiers: ['KX'],
    agents: ['bupivacaine'],
  },
  sided: true,
  slips: ['no-contrast', 'no-images', 'no-scale', 'no-care', 'other-side', 'sedation', 'no-relief'],
  write: (scene) => {
    const { draw, side, earlier } = scene;
    const last = earlier.at(-1);
    return {
      title: `${capital(side)} L3, L4 medial branch and L5 dorsal ramus blocks (L4-L5 and L5-S1 facet joints), diagnostic`,
      diagnosis: 'Lumbar spondylosis without myelopathy or radiculopathy (M47.816), lumbosacral (M47.817)',
      story: say(
        story(scene),
        last === undefined
          ? 'First diagnostic block.'
          : unless(
              scene,
              'no-relief',
              `The first block on ${last.day} gave ${last.relief}% relief for 6 hours on the same scale. This is the confirmatory block.`,
            ),
      ),
      technique: say(
        `Under fluoroscopy 25-gauge needles were placed at the ${doneOn(scene)} L3 and L4 medial branches and at the L5 dorsal ramus at the sacral ala; oblique and lateral views.`,
        unless(scene, 'no-contrast', '0.2 mL of contrast at each site showed no vascular uptake.'),
        draw.pick([
          '0.5 mL of 0.5% bupivacaine at each nerve, no steroid.',
          'Each nerve received 0.5 mL of bupivacaine 0.5%.',
        ]),
        unless(scene, 'no-images', 'Images were saved.'),
        scene.slip === 'sedation' ? 'Midazolam 1 mg IV.' : 'No sedation.',
      ),
      after: unless(
        scene,
        'no-relief',
        `Pain before 7/10, 30 minutes after 1/10, about ${draw.pick([85, 90])}% relief. Diary given.`,
      ),
      plan: 'Diary back in a week.',
    };
  },
};

export const FACET_ABLATION: Act = {
  title: 'Radiofrequency ablation L4-L5, L5-S1',
  kind: 'procedure-note',
  placeOfService: '24',
  diagnoses: ['M47.816', 'M47.817'],
  lines: [
    { code: '64635', sided: true, charge: 128_000 },
    { code: '64636', sided: true, charge: 62_000 },
  ],
  session: {
    family: 'facet',
    kind: 'facet-ablation',
    region: 'lumbar',
    levels: JOINTS,
    role: 'ablation',
    codes: ['64635', '64636'],
  },
  sided: true,
  slips: ['no-images', 'no-scale', 'no-relief', 'other-side', 'sedation'],
  write: (scene) => {
    const { side, earlier, draw } = scene;
    const [one, two] = earlier.slice(-2);
    return {
      title: `${capital(side)} L3, L4 medial branch and L5 dorsal ramus thermal radiofrequency ablation (L4-L5 and L5-S1 joints)`,
      diagnosis: 'M47.816, M47.817',
      story: say(
        story(scene),
        one === undefined || two === undefined
          ? ''
          : unless(
              scene,
              'no-relief',
              `Two diagnostic medial branch blocks at the same joints: ${one.day} with ${one.relief}% relief for 6 hours, ${two.day} with ${two.relief}% relief for 7 hours, same NRS scale.`,
            ),
      ),
      technique: say(
        `C-arm fluoroscopy. 18-gauge curved cannulas, 10 mm tips, to the ${doneOn(scene)} L3 and L4 medial branches and the L5 dorsal ramus; AP, oblique and lateral.`,
        'Sensory and motor testing negative for the leg.',
        draw.pick([
          'Lesions at 80 degrees C for 90 seconds each after 1 mL of 2% lidocaine.',
          'After 1 mL lidocaine 2% per site each nerve was lesioned at 85 C for 90 s.',
        ]),
        unless(scene, 'no-images', 'Images stored.'),
        scene.slip === 'sedation' ? 'Propofol by anesthesia.' : 'Local anesthetic only.',
      ),
      after: 'Tolerated well, no motor change.',
      plan: 'Recheck in 6 weeks.',
    };
  },
};
