/** A named place with the words by which notes name it; longer words win over shorter ones inside them. */
export interface SiteWords {
  readonly site: string;
  /** Global, against lower case. */
  readonly words: RegExp;
  /** The larger place that is only its surroundings when both are named: the shoulder around the acromioclavicular joint. */
  readonly within?: string;
  /** The body has several of them on one side. */
  readonly many?: boolean;
}

/** Joints and bursae in the names of library/codes/sites.yaml. */
export const JOINT_SITES: readonly SiteWords[] = [
  {
    site: 'acromioclavicular',
    words: /\bacromi(?:o|a)-?\s?clavicular|\ba\.?-?c\.? (?:joints?|jt)\b|\bacj\b/g,
    within: 'shoulder',
  },
  { site: 'sternoclavicular', words: /\bsterno-?\s?clavicular|\bs\.?c\.? joints?\b/g, within: 'shoulder' },
  { site: 'glenohumeral', words: /\bgleno-?\s?humeral|\bg-?h joints?\b/g, within: 'shoulder' },
  { site: 'subdeltoid-bursa', words: /\bsub-?deltoid(?: bursae?)?/g, within: 'shoulder' },
  {
    site: 'subacromial-bursa',
    words: /\bsub-?acromial(?:[-/ ]+sub-?deltoid)?(?: (?:bursae?|space))?/g,
    within: 'shoulder',
  },
  {
    site: 'scapulothoracic-bursa',
    words: /\bscapulo-?thoracic (?:bursae?|joint)|\bsub-?scapular(?:is)? bursae?/g,
    within: 'shoulder',
  },
  { site: 'shoulder', words: /\bshoulders?\b/g },
  {
    site: 'trochanteric-bursa',
    words: /\b(?:greater |sub-?)?(?:trochanteric|trochanter)(?: (?:bursae?|region|area))?|\bgtb\b|\bhip bursae?/g,
    within: 'hip',
  },
  {
    site: 'ischial-bursa',
    words: /\bischial (?:tuberosity |gluteal )?bursae?|\bischio-?gluteal bursae?/g,
    within: 'hip',
  },
  { site: 'iliopsoas-bursa', words: /\bilio-?psoas bursae?|\bpsoas bursae?/g, within: 'hip' },
  { site: 'gluteal-bursa', words: /\bglute\w+ (?:medius |minimus |maximus )?bursae?/g, within: 'hip' },
  { site: 'hip', words: /\bhips?\b|\bfemoro-?acetabular|\bcoxo-?femoral/g },
  {
    site: 'pes-anserine-bursa',
    words: /\bpes (?:anserin\w+|bursae?)(?: bursae?)?|\banserin\w+ bursae?/g,
    within: 'knee',
  },
  { site: 'prepatellar-bursa', words: /\b(?:pre|supra|infra)-?patellar bursae?/g, within: 'knee' },
  { site: 'knee', words: /\bknees?\b|\btibio-?femoral|\bpatello-?femoral/g },
  { site: 'olecranon-bursa', words: /\bolecranon(?: bursae?)?/g, within: 'elbow' },
  { site: 'elbow', words: /\belbows?\b|\bradio-?capitellar|\bhumero-?ulnar|\bulno-?humeral/g },
  { site: 'temporomandibular', words: /\btemp(?:o|e)ro-?\s?mandibular|\btmj\b/g },
  { site: 'wrist', words: /\bwrists?\b|\bradio-?carpal|\bradio-?ulnar|\bdruj\b/g },
  { site: 'subtalar', words: /\bsub-?\s?talar|\btalo-?calcaneal|\bsinus tarsi/g, within: 'ankle' },
  { site: 'ankle', words: /\bankles?\b|\btibio-?talar|\btalo-?crural|\btalo-?navicular/g },
  { site: 'retrocalcaneal-bursa', words: /\bretro-?calcaneal(?: bursae?)?/g, within: 'ankle' },
  {
    site: 'carpometacarpal',
    words: /\bcarpo-?\s?metacarpal|\bcmcs?\b|\bbasal (?:thumb )?joint|\btrapezio-?metacarpal/g,
    many: true,
  },
  { site: 'metacarpophalangeal', words: /\bmetacarpo-?\s?phalang\w+|\bmcps?\b/g, many: true },
  { site: 'metatarsophalangeal', words: /\bmetatarso-?\s?phalang\w+|\bmtps?\b/g, many: true },
  { site: 'interphalangeal', words: /\b(?:proximal |distal )?inter-?phalang\w+|\b[pd]ips?\b/g, many: true },
  { site: 'costochondral', words: /\b(?:costo-?\s?chondral|chondro-?\s?costal)/g, many: true },
  {
    site: 'sternocostal',
    words: /\b(?:sterno-?\s?costal|costo-?\s?sternal|chondro-?\s?sternal|sterno-?\s?chondral)/g,
    many: true,
  },
  { site: 'costovertebral', words: /\bcosto-?\s?(?:vertebral|transverse)/g, many: true },
  {
    site: 'sacrococcygeal',
    words: /\bsacro-?\s?coccygeal(?! (?:disc|ligament|membrane|hiatus))|\binter-?coccygeal|\bcoccygeal joint/g,
  },
  { site: 'pubic-symphysis', words: /\b(?:pubic symphysis|symphysis pubis|pubic joint)/g },
];

/** Tendon sheaths, ligaments (`sheath`) and origins or insertions (`origin`), and the carpal tunnel. */
export const TENDON_SITES: readonly (SiteWords & { readonly kind: string })[] = [
  { kind: 'carpal-tunnel-injection', site: 'carpal-tunnel', words: /\bcarpal tunnels?\b/g },
  {
    kind: 'tendon-origin-injection',
    site: 'lateral-epicondyle',
    words:
      /\blateral (?:humeral )?epicondyl\w+|\bcommon extensor (?:tendon|origin)|\btennis elbow|\bextensor carpi radialis brevis/g,
    within: 'epicondyle',
  },
  {
    kind: 'tendon-origin-injection',
    site: 'medial-epicondyle',
    words: /\bmedial (?:humeral )?epicondyl\w+|\bcommon flexor (?:tendon|origin)|\bgolfer'?s elbow/g,
    within: 'epicondyle',
  },
  { kind: 'tendon-origin-injection', site: 'epicondyle', words: /\bepicondyl\w+/g },
  {
    kind: 'tendon-origin-injection',
    site: 'gluteal-tendon',
    words: /\bglute\w+ (?:medius |minimus )?tendon(?: insertion)?/g,
  },
  {
    kind: 'tendon-origin-injection',
    site: 'hamstring-origin',
    words: /\bhamstring (?:tendon )?(?:origin|insertion|tendons?)|\bischial tuberosity\b(?! bursa)/g,
  },
  {
    kind: 'tendon-origin-injection',
    site: 'adductor-origin',
    words: /\badductor (?:\w+ )?(?:origin|insertion|tendons?)/g,
  },
  {
    kind: 'tendon-origin-injection',
    site: 'rotator-cuff-insertion',
    words: /\b(?:supraspinatus|rotator cuff|infraspinatus|subscapularis) (?:tendon )?(?:insertion|origin|tendons?)/g,
  },
  {
    kind: 'tendon-origin-injection',
    site: 'patellar-tendon',
    words: /\b(?:patellar|quadriceps) tendon(?: (?:insertion|origin))?/g,
  },
  { kind: 'tendon-origin-injection', site: 'deltoid-insertion', words: /\bdeltoid (?:tendon )?insertion/g },
  {
    kind: 'tendon-injection',
    site: 'first-dorsal-compartment',
    words:
      /\bde ?quervain\w*(?:['’]s)?(?: (?:tenosynovitis|disease|syndrome))?|\bfirst (?:dorsal|extensor) compartment|\babductor pollicis longus/g,
    within: 'tendon-sheath',
  },
  {
    kind: 'tendon-injection',
    site: 'trigger-finger',
    words: /\btrigger (?:finger|thumb|digit)s?|\b(?:digital )?flexor (?:tendon )?sheath|\ba1 pulley/g,
    many: true,
    within: 'tendon-sheath',
  },
  { kind: 'tendon-injection', site: 'plantar-fascia', words: /\bplantar fasci\w+/g },
  {
    kind: 'tendon-injection',
    site: 'biceps-sheath',
    words: /\b(?:bicipital|biceps)(?: (?:tendon(?: sheath)?|groove|sheath))/g,
    within: 'tendon-sheath',
  },
  {
    kind: 'tendon-injection',
    site: 'achilles-sheath',
    words: /\bachilles (?:tendon )?sheath/g,
    within: 'tendon-sheath',
  },
  {
    kind: 'tendon-injection',
    site: 'peroneal-sheath',
    words: /\bperoneal tendon(?: sheath)?/g,
    within: 'tendon-sheath',
  },
  {
    kind: 'tendon-injection',
    site: 'tibialis-sheath',
    words: /\b(?:posterior |anterior )?tibial(?:is)? tendon(?: sheath)?/g,
    within: 'tendon-sheath',
  },
  { kind: 'tendon-injection', site: 'iliolumbar-ligament', words: /\bilio-?lumbar ligaments?/g },
  { kind: 'tendon-injection', site: 'sacrotuberous-ligament', words: /\bsacro-?tuberous ligaments?/g },
  { kind: 'tendon-injection', site: 'sacroiliac-ligament', words: /\b(?:posterior |dorsal )?sacro-?iliac ligaments?/g },
  {
    kind: 'tendon-injection',
    site: 'interspinous-ligament',
    words: /\b(?:inter|supra)-?spinous ligaments?/g,
    many: true,
  },
  { kind: 'tendon-injection', site: 'coccygeal-ligament', words: /\bsacro-?coccygeal ligaments?/g },
  { kind: 'tendon-injection', site: 'tendon-sheath', words: /\btendon sheaths?\b/g },
];
