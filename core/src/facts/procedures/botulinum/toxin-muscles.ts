import type { Span } from '../../text/note.ts';

/** The part of the body by which injections of toxin are told apart. */
export type Part =
  | 'head'
  | 'face'
  | 'jaw'
  | 'neck'
  | 'arm'
  | 'leg'
  | 'trunk'
  | 'pelvis'
  | 'larynx'
  | 'gland'
  | 'sweat'
  | 'eye'
  | 'anus';

export interface ToxinMuscle {
  readonly name: string;
  readonly part: Part;
}

/** Name and words, longer names before the shorter ones inside them. */
const WORDS: Readonly<Record<Part, readonly (readonly [name: string, words: string])[]>> = {
  head: [
    ['frontalis', 'frontalis|frontal belly'],
    ['corrugator', 'corrugators?(?: superciliis?)?'],
    ['procerus', 'procerus'],
    ['temporalis', 'temporalis|temporales'],
    ['occipitalis', 'occipitalis|occipitales'],
  ],
  face: [
    ['orbicularis-oculi', 'orbicularis oculi|pretarsal|(?:upper|lower) (?:eye)?lids?'],
    ['orbicularis-oris', 'orbicularis oris'],
    ['zygomaticus', 'zygomatic(?:us|i)(?: (?:major|minor))?'],
    ['risorius', 'risorius'],
    ['depressor-anguli-oris', 'depressor anguli oris|dao'],
    ['mentalis', 'mentalis'],
    ['levator-labii', 'levator labii(?: superioris)?(?: alaeque nasi)?'],
    ['nasalis', 'nasalis'],
    ['platysma', 'platysma'],
    ['buccinator', 'buccinator'],
  ],
  jaw: [
    ['masseter', 'masseters?'],
    ['pterygoid', '(?:medial |lateral )?pterygoids?'],
    ['digastric', 'digastrics?'],
  ],
  neck: [
    ['sternocleidomastoid', 'sterno-?cleido-?mastoids?|scms?'],
    ['splenius-capitis', 'splenius(?: capitis)?|splenii'],
    ['splenius-cervicis', 'splenius cervicis'],
    ['semispinalis', 'semispinalis(?: (?:capitis|cervicis))?'],
    ['longissimus-capitis', 'longissimus(?: capitis)?'],
    ['obliquus-capitis', 'obliquus capitis(?: inferior)?'],
    ['levator-scapulae', 'levator scapul\\w+|levator scap'],
    ['scalene', '(?:anterior |middle |posterior )?scalen(?:es?|us|i)\\b'],
    ['trapezius', '(?:upper |middle |lower )?(?:trapezius|trapezii|trapezi|traps?)'],
    ['cervical-paraspinal', '(?:cervical|neck)[ /]+(?:\\w+ )?para-?spinals?(?: muscles?(?: group)?| musculature)?'],
    ['suboccipital', 'sub-?occipitals?'],
  ],
  arm: [
    ['deltoid', 'deltoids?'],
    ['biceps-brachii', 'biceps(?! fem)(?: brachii)?'],
    ['triceps', 'triceps(?: brachii)?'],
    ['brachioradialis', 'brachioradialis'],
    ['coracobrachialis', 'coracobrachialis'],
    ['brachialis', 'brachialis'],
    ['pectoralis-major', 'pectoralis(?: major)?|pecs?(?: major)?'],
    ['pectoralis-minor', 'pectoralis minor'],
    ['latissimus-dorsi', 'latissimus(?: dorsi)?'],
    ['teres-major', 'teres(?: major)?'],
    ['teres-minor', 'teres minor'],
    ['subscapularis', 'subscapularis'],
    ['supraspinatus', 'supraspinatus'],
    ['infraspinatus', 'infraspinatus'],
    ['rhomboid', 'rhomboids?(?: (?:major|minor))?'],
    ['serratus-anterior', 'serratus anterior'],
    ['pronator-teres', 'pronator teres|pt(?= \\d)'],
    ['pronator-quadratus', 'pronator quadratus'],
    ['supinator', 'supinator'],
    ['flexor-carpi-radialis', 'flexor carpi radialis|fcr'],
    ['flexor-carpi-ulnaris', 'flexor carpi ulnaris|fcu'],
    ['flexor-digitorum-superficialis', 'flexor digitorum (?:superficialis|sublimis)|fds'],
    ['flexor-digitorum-profundus', 'flexor digitorum profundus|fdp'],
    ['flexor-pollicis-longus', 'flexor pollicis longus|fpl'],
    ['flexor-pollicis-brevis', 'flexor pollicis brevis|fpb'],
    ['palmaris-longus', 'palmaris longus'],
    ['extensor-carpi-radialis', 'extensor carpi radialis(?: (?:longus|brevis))?|ecr[lb]?'],
    ['extensor-carpi-ulnaris', 'extensor carpi ulnaris|ecu'],
    ['extensor-digitorum', 'extensor digitorum(?: communis)?(?! (?:longus|brevis))|edc'],
    ['extensor-indicis', 'extensor indicis(?: proprius)?'],
    ['extensor-pollicis-longus', 'extensor pollicis longus'],
    ['adductor-pollicis', 'adductor pollicis'],
    ['abductor-pollicis', 'abductor pollicis(?: (?:longus|brevis))?'],
    ['opponens-pollicis', 'opponens pollicis'],
    ['lumbricals', 'lumbricals?'],
    ['interossei', '(?:dorsal |palmar )?inteross(?:ei|eous)'],
    ['forearm-flexor', '(?:wrist|forearm) flexors?'],
    ['forearm-extensor', '(?:wrist|forearm) extensors?'],
    ['finger-flexor', 'finger flexors?'],
    ['elbow-flexor', 'elbow flexors?'],
    ['shoulder-adductor', 'shoulder adductors?'],
  ],
  leg: [
    ['iliopsoas', 'ilio-?psoas|iliacus'],
    ['psoas', 'psoas(?: major)?'],
    ['gluteus-maximus', 'glute(?:us|al)? max(?:imus)?'],
    ['gluteus-medius', 'glute(?:us|al)? med(?:ius)?'],
    ['gluteus-minimus', 'glute(?:us|al)? min(?:imus)?'],
    ['piriformis', 'pi?yriformis|piriformis'],
    ['tensor-fasciae-latae', 'tensor fasciae? latae?|tfl'],
    ['sartorius', 'sartorius'],
    ['gracilis', 'gracilis'],
    ['adductor-longus', 'adductor longus'],
    ['adductor-magnus', 'adductor magnus'],
    ['adductor-brevis', 'adductor brevis'],
    ['pectineus', 'pectineus'],
    ['hip-adductor', '(?:hip |thigh )?adductors?(?! (?:longus|magnus|brevis|pollicis))'],
    ['knee-extensor', 'knee extensors?'],
    ['knee-flexor', 'knee flexors?'],
    ['plantar-flexor', '(?:ankle )?plantar ?-?flexors?'],
    ['hip-flexor', 'hip flexors?'],
    ['rectus-femoris', 'rectus femoris'],
    ['vastus-lateralis', 'vastus lateralis'],
    ['vastus-medialis', 'vastus medialis'],
    ['vastus-intermedius', 'vastus intermedius'],
    ['quadriceps', 'quadriceps|quads'],
    ['biceps-femoris', 'biceps femoris'],
    ['semitendinosus', 'semitendinosus'],
    ['semimembranosus', 'semimembranosus'],
    ['hamstring', '(?:medial |lateral )?hamstrings?'],
    // The two heads are one muscle.
    [
      'gastrocnemius',
      '(?:medial |lateral )?(?:head of (?:the )?)?gastroc(?:nemius|s)?(?:,? (?:medial|lateral)(?: and (?:medial|lateral))?(?: heads?)?)?',
    ],
    ['soleus', 'soleus'],
    ['tibialis-posterior', 'tibialis posterior|posterior tibialis'],
    ['tibialis-anterior', 'tibialis anterior|anterior tibialis'],
    ['flexor-digitorum-longus', 'flexor digitorum longus|fdl'],
    ['flexor-hallucis-longus', 'flexor hallucis longus|fhl'],
    ['flexor-digitorum-brevis', 'flexor digitorum brevis|fdb'],
    ['flexor-hallucis-brevis', 'flexor hallucis brevis'],
    ['extensor-hallucis-longus', 'extensor hallucis longus|ehl'],
    ['extensor-digitorum-longus', 'extensor digitorum longus'],
    ['peroneus-longus', 'peroneus longus|peronei'],
    ['peroneus-brevis', 'peroneus brevis'],
    ['popliteus', 'popliteus'],
    ['quadratus-plantae', 'quadratus plantae'],
  ],
  trunk: [
    ['rectus-abdominis', 'rectus abdominis'],
    ['external-oblique', '(?:external )?(?:abdominal )?obliques?(?! capitis| muscle of the eye)'],
    ['internal-oblique', 'internal obliques?'],
    ['erector-spinae', 'erector spinae'],
    ['iliocostalis', 'iliocostalis(?: \\w+orum)?'],
    ['multifidus', 'multifid(?:us|i)'],
    ['quadratus-lumborum', 'quadratus lumborum'],
    ['thoracic-paraspinal', 'thoracic[ /]+(?:\\w+ )?para-?spinals?'],
    ['lumbar-paraspinal', '(?:lumbar|lumbosacral|low back)[ /]+(?:\\w+ )?para-?spinals?'],
    ['paraspinal', 'para-?spinals?'],
  ],
  pelvis: [
    ['levator-ani', 'levator ani'],
    ['obturator-internus', 'obturator internus'],
    ['puborectalis', 'puborectalis|pubococcygeus|bulbospongiosus|pelvic floor'],
  ],
  larynx: [
    ['thyroarytenoid', 'thyro-?arytenoids?|vocal (?:cords?|folds?)|vocalis'],
    ['posterior-cricoarytenoid', '(?:posterior )?crico-?arytenoids?'],
    ['cricothyroid-muscle', 'cricothyroid muscles?'],
  ],
  gland: [
    ['parotid', 'parotids?(?: glands?)?'],
    ['submandibular', 'sub-?(?:mandibular|maxillary)s?(?: glands?)?'],
  ],
  sweat: [
    ['axilla', 'axill(?:a|ae|as|ary)\\b|armpits?|underarms?'],
    ['palm', 'palms?\\b|palmar'],
    ['sole', 'soles?\\b|plantar (?:surface|skin|foot|feet)'],
  ],
  eye: [
    [
      'rectus-of-the-eye',
      '(?:medial|lateral|inferior|superior) rectus|inferior oblique(?= muscle)?|extraocular muscles?',
    ],
  ],
  anus: [['anal-sphincter', '(?:internal )?anal sphincter|intersphincteric']],
};

const QUADRICEPS = ['rectus-femoris', 'vastus-lateralis', 'vastus-medialis', 'vastus-intermedius'];
const HAMSTRINGS = ['biceps-femoris', 'semitendinosus', 'semimembranosus'];
const CALF = ['gastrocnemius', 'soleus', 'tibialis-posterior'];

/** Names of groups of muscles, with the members that say the same more exactly. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'forearm-flexor': ['flexor-carpi-radialis', 'flexor-carpi-ulnaris', 'palmaris-longus'],
  'forearm-extensor': ['extensor-carpi-radialis', 'extensor-carpi-ulnaris', 'extensor-digitorum'],
  'finger-flexor': ['flexor-digitorum-superficialis', 'flexor-digitorum-profundus'],
  'elbow-flexor': ['biceps-brachii', 'brachialis', 'brachioradialis'],
  'shoulder-adductor': ['pectoralis-major', 'latissimus-dorsi', 'teres-major'],
  'hip-adductor': ['adductor-longus', 'adductor-magnus', 'adductor-brevis', 'gracilis'],
  'hip-flexor': ['iliopsoas', 'psoas', 'rectus-femoris'],
  'knee-extensor': ['quadriceps', ...QUADRICEPS],
  'knee-flexor': ['hamstring', ...HAMSTRINGS],
  'plantar-flexor': CALF,
  quadriceps: QUADRICEPS,
  hamstring: HAMSTRINGS,
  paraspinal: ['thoracic-paraspinal', 'lumbar-paraspinal', 'cervical-paraspinal', 'erector-spinae'],
};

interface Known {
  readonly muscle: ToxinMuscle;
  /** Sticky: asked only where the common pattern has a hit. */
  readonly here: RegExp;
}

const ENTRIES = Object.entries(WORDS).flatMap(([part, muscles]) =>
  muscles.map(([name, words]) => ({ name, part: part as Part, words })),
);
const KNOWN: readonly Known[] = ENTRIES.map(({ name, part, words }) => ({
  muscle: { name, part },
  here: new RegExp(`(?:${words})(?![a-z])`, 'y'),
}));
const ANY = new RegExp(`\\b(?:${ENTRIES.map(({ words }) => words).join('|')})(?![a-z])`, 'g');

export interface MuscleMention extends Span {
  readonly muscle: ToxinMuscle;
}

/** Muscles and glands named between two offsets of a lower-case text; of two names at one place the longer. */
export function musclesIn(lower: string, from: number, to: number): MuscleMention[] {
  const found: MuscleMention[] = [];
  const stretch = lower.slice(from, to);
  ANY.lastIndex = 0;
  for (let hit = ANY.exec(stretch); hit; hit = ANY.exec(stretch)) {
    let best: MuscleMention | undefined;
    for (const { muscle, here } of KNOWN) {
      here.lastIndex = hit.index;
      if (!here.test(stretch)) continue;
      if (!best || from + here.lastIndex > best.end)
        best = { muscle, start: from + hit.index, end: from + here.lastIndex };
    }
    if (!best) continue;
    found.push(best);
    ANY.lastIndex = best.end - from;
  }
  return found;
}
