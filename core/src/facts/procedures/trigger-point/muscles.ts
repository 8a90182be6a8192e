import type { SiteWords } from '../joint/site-words.ts';

/** A muscle with the part of the body by which injections of one session are grouped. */
export interface Muscle extends SiteWords {
  readonly group:
    | 'head'
    | 'neck-and-upper-back'
    | 'low-back-and-buttock'
    | 'chest-and-abdomen'
    | 'upper-limb'
    | 'lower-limb';
}

const GROUPS: Readonly<Record<Muscle['group'], readonly (readonly [site: string, words: string])[]>> = {
  head: [
    ['masseter', 'masseters?'],
    ['temporalis', 'temporalis'],
    ['frontalis', 'frontalis'],
    ['occipitalis', 'occipitalis'],
    ['pterygoid', '(?:medial |lateral )?pterygoids?'],
  ],
  'neck-and-upper-back': [
    ['trapezius', '(?:upper |middle |lower |mid |superior )?(?:trapezius|trapezii|trapezi|traps?)'],
    ['levator-scapulae', 'levator(?: scapul(?:ae?|aris|a))?|levators'],
    ['rhomboid', 'rhomboids?(?: (?:major|minor))?|rhomboideus'],
    ['splenius', 'splenius(?: (?:capitis|cervicis))?|spleni'],
    ['semispinalis', 'semispinalis(?: (?:capitis|cervicis))?'],
    ['suboccipital', 'sub-?occipitals?(?: muscles?)?'],
    ['sternocleidomastoid', 'sterno-?cleido-?(?:mastoids?)?|scm'],
    ['scalene', '(?:anterior |middle |posterior )?scalen(?:es?|us|i)'],
    ['supraspinatus', 'supraspinatus'],
    ['infraspinatus', 'infraspinatus'],
    ['subscapularis', 'subscapularis'],
    ['teres', 'teres(?: (?:major|minor))?'],
    ['latissimus-dorsi', 'latissimus(?: dorsi)?|lats'],
    ['serratus', 'serratus(?: (?:anterior|posterior))?'],
    [
      'cervical-paraspinal',
      '(?:cervical|neck|cervico-?thoracic)[ /]+(?:\\w+ )?para-?(?:spin\\w+|vertebrals?)(?: muscles?)?',
    ],
    [
      'thoracic-paraspinal',
      '(?:thoracic|mid-?back|upper back|interscapular)[ /]+(?:\\w+ )?para-?(?:spin\\w+|vertebrals?)(?: muscles?)?',
    ],
  ],
  'low-back-and-buttock': [
    [
      'lumbar-paraspinal',
      '(?:lumbar|low(?:er)? back|lumbo-?sacral|l-?spine)[ /]+(?:\\w+ )?para-?(?:spin\\w+|vertebrals?)(?: muscles?)?',
    ],
    ['quadratus-lumborum', 'quadratus(?: lumborum)?|q\\.?l\\.?(?= muscle|\\b)'],
    ['iliocostalis', 'ilio-?costalis(?: lumborum)?'],
    ['longissimus', 'longissimus'],
    ['multifidus', 'multifid(?:us|i)'],
    ['erector-spinae', 'erector spinae(?! plane)'],
    ['gluteus-maximus', 'glute(?:us|al)? max(?:imus)?'],
    ['gluteus-medius', 'glute(?:us|al)? med(?:ius)?'],
    ['gluteus-minimus', 'glute(?:us|al)? min(?:imus)?'],
    ['gluteal', 'gluteals?(?: muscles?)?|glutes'],
    ['piriformis', 'pyriformis|piriformis'],
    ['psoas', '(?:ilio-?)?psoas'],
  ],
  'chest-and-abdomen': [
    ['pectoralis', 'pector(?:alis|als)(?: (?:major|minor))?|pecs'],
    ['intercostal-muscle', 'intercostal muscles?'],
    ['rectus-abdominis', 'rectus abdominis|abdominal wall (?:muscles?)?'],
    ['oblique', '(?:external|internal) obliques?'],
  ],
  'upper-limb': [
    ['deltoid', 'deltoids?'],
    ['biceps', 'biceps(?: brachii)?'],
    ['triceps', 'triceps'],
    ['brachioradialis', 'brachioradialis'],
    ['forearm-extensor', '(?:wrist|forearm) extensors?|extensor carpi \\w+|extensor digitorum'],
    ['forearm-flexor', '(?:wrist|forearm) flexors?|flexor carpi \\w+'],
  ],
  'lower-limb': [
    ['tensor-fasciae-latae', 'tensor fascia[e]? lata[e]?|tfl'],
    ['quadriceps', 'quadriceps|vastus \\w+|rectus femoris'],
    ['hamstring', 'hamstrings?|biceps femoris|semitendinosus|semimembranosus'],
    ['adductor', 'adductors?(?: (?:longus|magnus|brevis))?'],
    ['gastrocnemius', 'gastrocnemius|gastroc\\w*|calf muscles?'],
    ['soleus', 'soleus'],
    ['tibialis-anterior', 'tibialis anterior'],
    ['peroneus', 'peroneus \\w+'],
  ],
};

export const MUSCLES: readonly Muscle[] = [
  ...Object.entries(GROUPS).flatMap(([group, muscles]) =>
    muscles.map(([site, words]) => ({
      site,
      group: group as Muscle['group'],
      words: new RegExp(`\\b(?:${words})\\b`, 'g'),
    })),
  ),
  // The region is often said once for a list, or not at all.
  {
    site: 'paraspinal',
    group: 'low-back-and-buttock',
    words: /\bpara-?(?:spin\w+|vertebrals?)(?: muscles?| musculature)?/g,
  },
];
