import { lexicon, type SiteName } from '../named-sites/site-name.ts';

const AND = String.raw`\s*(?:,|and|&|\/|\+)\s*(?:the )?(?:left |right |bilateral )?`;

/** Named peripheral nerves and plexuses; specific names first. The third occipital nerve belongs to the facet family. */
const NAMES: readonly SiteName[] = [
  // head and neck
  {
    site: 'greater-occipital',
    words: String.raw`greater(?: \((?:gon)\))?(?:${AND}(?:lesser|third))*(?:${AND})?\s*occipital(?: nerves?)?|gon[bs]?(?: block)?|occipitalis major`,
  },
  {
    site: 'lesser-occipital',
    words: String.raw`lesser(?: \((?:lon)\))?(?:${AND}(?:greater|third))*(?:${AND})?\s*occipital(?: nerves?)?|lon|lonb|occipitalis minor`,
  },
  {
    site: 'occipital',
    words: String.raw`(?<!third )(?<!and )occipital nerves?|(?<!third )occipital(?= (?:blocks?|injections?|rf|pulsed|radiof))`,
  },
  { site: 'supraorbital', words: 'supra-?orbital(?: nerves?)?' },
  { site: 'supratrochlear', words: 'supra-?trochlear(?: nerves?)?' },
  { site: 'infraorbital', words: 'infra-?orbital(?: nerves?)?' },
  { site: 'auriculotemporal', words: 'auriculo-?temporal(?: nerves?)?' },
  { site: 'mental', words: 'mental nerves?' },
  { site: 'inferior-alveolar', words: 'inferior alveolar(?: nerves?)?' },
  {
    site: 'maxillary',
    words: String.raw`(?:superior )?maxillary (?:nerves?|division)|v-?2(?= (?:block|division|branch|nerve|inject))`,
  },
  {
    site: 'mandibular',
    words: String.raw`mandibular (?:nerves?|division)|v-?3(?= (?:block|division|branch|nerve|inject))`,
  },
  {
    site: 'trigeminal',
    words: 'trigeminal(?: nerves?| ganglion)?|gasserian(?: ganglion)?|ophthalmic (?:nerve|division)',
  },
  { site: 'great-auricular', words: 'great(?:er)? auricular(?: nerves?)?' },
  { site: 'glossopharyngeal', words: 'glosso-?pharyngeal(?: nerves?)?' },
  { site: 'superior-laryngeal', words: 'superior laryngeal(?: nerves?)?' },
  { site: 'vagus', words: 'vagus(?: nerves?)?|vagal nerve' },
  { site: 'spinal-accessory', words: 'spinal accessory(?: nerves?)?' },
  { site: 'phrenic', words: 'phrenic(?: nerves?)?' },
  { site: 'facial', words: 'facial nerves?' },
  { site: 'cervical-plexus', words: String.raw`(?:superficial |deep |intermediate )?cervical plexus` },
  // shoulder and arm
  {
    site: 'brachial-plexus',
    words: String.raw`brachial plexus|inter-?scalene|infra-?clavicular|supra-?clavicular(?= (?:brachial|blocks?|approach|nerve blocks?|plexus|catheter|single))|axillary(?= (?:brachial|blocks?|approach|plexus|perivascular))`,
  },
  { site: 'suprascapular', words: 'supra-?scapular(?: nerves?)?|ssnb' },
  { site: 'axillary', words: 'axillary nerves?' },
  { site: 'supraclavicular', words: 'supra-?clavicular nerves' },
  { site: 'dorsal-scapular', words: 'dorsal scapular(?: nerves?)?' },
  { site: 'long-thoracic', words: 'long thoracic(?: nerves?)?' },
  { site: 'musculocutaneous', words: 'musculo-?cutaneous(?: nerves?)?' },
  { site: 'median', words: 'median nerves?' },
  { site: 'ulnar', words: 'ulnar nerves?' },
  { site: 'superficial-radial', words: 'superficial (?:radial|sensory radial)(?: nerves?)?' },
  { site: 'posterior-interosseous', words: 'posterior interosseous(?: nerves?)?' },
  { site: 'anterior-interosseous', words: 'anterior interosseous(?: nerves?)?' },
  { site: 'radial', words: 'radial nerves?' },
  { site: 'lateral-antebrachial-cutaneous', words: 'lateral ante-?brachial cutaneous(?: nerves?)?' },
  { site: 'medial-antebrachial-cutaneous', words: 'medial ante-?brachial cutaneous(?: nerves?)?' },
  // trunk
  { site: 'intercostobrachial', words: 'intercosto-?brachial(?: nerves?)?' },
  { site: 'intercostal', words: 'intercostals?(?: (?:nerves?|spaces?))?' },
  { site: 'ilioinguinal', words: 'ilio-?inguinal(?: nerves?)?|iilh' },
  { site: 'iliohypogastric', words: 'ilio-?hypogastric(?: nerves?)?' },
  { site: 'genitofemoral', words: String.raw`genito-?femoral(?: nerves?)?|genital branch(?:es)?(?: of the)?` },
  { site: 'anterior-cutaneous', words: 'anterior (?:abdominal )?cutaneous(?: nerves?)?(?: branch(?:es)?)?' },
  { site: 'dorsal-penile', words: '(?:dorsal )?penile(?: nerves?)?' },
  { site: 'pudendal', words: 'pudendal(?: nerves?)?' },
  { site: 'lateral-pectoral', words: 'lateral pectoral nerves?' },
  { site: 'medial-pectoral', words: 'medial pectoral nerves?' },
  { site: 'superior-cluneal', words: 'superior cluneal(?: nerves?)?|cluneal nerves?' },
  { site: 'middle-cluneal', words: '(?:middle|medial) cluneal(?: nerves?)?' },
  { site: 'inferior-cluneal', words: 'inferior cluneal(?: nerves?)?' },
  { site: 'superior-gluteal', words: 'superior gluteal(?: nerves?)?' },
  { site: 'inferior-gluteal', words: 'inferior gluteal(?: nerves?)?' },
  // leg
  { site: 'lumbar-plexus', words: 'lumbar plexus|psoas compartment' },
  {
    site: 'lateral-femoral-cutaneous',
    words: String.raw`lateral femoral cutaneous(?: nerves?)?|lateral cutaneous nerves? of (?:the )?thigh|lfcnb?|meralgia(?: paresthetica)?(?= (?:block|injection))`,
  },
  { site: 'posterior-femoral-cutaneous', words: 'posterior (?:femoral cutaneous|cutaneous)(?: nerves?)?' },
  { site: 'obturator', words: 'obturator(?: nerves?)?' },
  { site: 'adductor-canal', words: 'adductor canal' },
  { site: 'saphenous', words: 'saphenous (?:nerves?|blocks?)' },
  { site: 'femoral', words: String.raw`(?<!cutaneous )femoral (?:nerves?|blocks?)|3-?in-?1|three-in-one` },
  {
    site: 'sciatic',
    words: String.raw`sciatic(?: nerves?)?|popliteal(?= (?:sciatic|blocks?|nerve|fossa block|approach))`,
  },
  { site: 'common-peroneal', words: 'common (?:peroneal|fibular)(?: nerves?)?' },
  { site: 'superficial-peroneal', words: 'superficial (?:peroneal|fibular)(?: nerves?)?' },
  { site: 'deep-peroneal', words: 'deep (?:peroneal|fibular)(?: nerves?)?' },
  { site: 'common-peroneal', words: '(?:peroneal|fibular) nerves?' },
  { site: 'posterior-tibial', words: 'posterior tibial(?: nerves?)?|tarsal tunnel' },
  { site: 'tibial', words: 'tibial nerves?' },
  { site: 'sural', words: 'sural(?: nerves?)?' },
  { site: 'medial-plantar', words: 'medial plantar(?: nerves?)?' },
  { site: 'lateral-plantar', words: "lateral plantar(?: nerves?)?|baxter'?s(?: nerve)?" },
  {
    site: 'genicular-superolateral',
    words: String.raw`supero-?\s?lateral(?:${AND}supero-?\s?medial)?(?:${AND}infero-?\s?medial)?(?= (?:\w+ )?genicular)|superior[- ](?:and inferior )?lateral genicular(?: nerves?)?|slgn|genicular-superolateral`,
  },
  { site: 'genicular', words: 'geniculars?(?: (?:nerves?|branch(?:es)?))*' },
  {
    site: 'plantar-digital',
    words: String.raw`morton'?s?(?: inter\w+)?(?: neuromas?)?|morton neuromas?|(?:inter-?digital|inter-?metatarsal|web ?space|inter-?space|plantar)(?: space)? (?:neuromas?|nerves?)|(?:common )?plantar (?:common )?digital(?: nerves?)?|inter-?metatarsal nerves?`,
  },
];

export const NERVES = lexicon(NAMES);

/** Branches of a knee, told where the genicular nerves are the target. */
export const GENICULAR_BRANCHES: readonly (readonly [string, RegExp])[] = [
  [
    'genicular-superolateral',
    /\bsuper(?:o|ior)?[- ]?\s?(?:and infero?r?[- ]?)?lateral\b|\bsupero-?lateral|\blateral superior|\bslgn?\b|\bsl\b|\blateral (?:femoral )?(?:epi)?condyle|\bsuperior(?: and inferior)? lateral/,
  ],
  [
    'genicular-superomedial',
    /\bsuper(?:o|ior)?[- ]?\s?medial\b|\bsupero-?medial|\bmedial superior|\bsmgn?\b|\bsm\b|\bmedial femoral (?:epi)?condyle|\bsuperior (?:lateral|lat\.?),? (?:and|&) medial|\bsuperior(?: and inferior)? medial/,
  ],
  [
    'genicular-inferomedial',
    /\binfer(?:o|ior)?[- ]?\s?medial\b|\binfero-?medial|\bmedial inferior|\bimgn?\b|\bim\b|\bmedial tibial (?:condyle|plateau)|\bmedial (?:aspect|side) of the (?:proximal )?tibia|\btibial medial/,
  ],
];

export const NERVE_GATE =
  /occipital|\bgon|supra-?orbital|trochlear|infra-?orbital|auricul|mental nerve|alveolar|maxillary|mandibular|trigemin|gasserian|pharyng|laryngeal|vagus|vagal|accessory|phrenic|facial nerve|cervical plexus|brachial|scalene|clavicular|axillary|scapular|thoracic nerve|cutaneous|median nerve|ulnar|radial|interosseous|costal|inguinal|hypogastric|genit|penile|pudendal|cluneal|gluteal|lumbar plexus|psoas|\blfcn|obturator|adductor|saphen|femoral|3-?in-?1|sciatic|popliteal|peroneal|fibular|tibial|sural|plantar|genicular|morton|neuroma|digital|nerve block|baxter|meralgia|metatarsal/;
export const NERVE_NARRATIVE =
  /\bnerves?\b(?! roots?)|\boccipital|\bplexus|\bintercostal|\bgenicular|\bneuroma|\bsuprascapular|\bscalene|\bpudendal|\bcluneal|\bsciatic|\bneurolysis|\bcryo/;
