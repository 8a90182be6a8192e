import { MUSCLES } from '../trigger-point/muscles.ts';
import { landmarksOf, type Landmark } from './landmark.ts';

const ORDINAL = String.raw`(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth)`;
/** The oblique and the transverse muscle of the belly, between which several nerves run. */
const BELLY_PLANE =
  /\b(?:internal oblique|\bio\b)[^.]{0,40}\b(?:transvers\w+|ta)\b|\btransvers\w+(?: abdominis)? plane\b|\btap\b(?! water)/;

const NO_TARGET: ReadonlySet<string> = new Set([
  'deltoid',
  'oblique',
  'intercostal-muscle',
  'scalene',
  'biceps',
  'triceps',
]);

const NERVES = landmarksOf({ family: 'peripheral-nerve', kind: 'peripheral-nerve-block', target: 'nerve' }, [
  { site: 'greater-occipital', words: /\bgreater occipital\b|\bgons?\b|\boccipital artery\b/ },
  { site: 'lesser-occipital', words: /\blesser occipital\b|\blons?\b/ },
  { site: 'supraorbital', words: /\bsupra-?orbital\b/ },
  { site: 'supratrochlear', words: /\bsupra-?trochlear\b/ },
  { site: 'infraorbital', words: /\binfra-?orbital (?:foramen|nerve|notch)/ },
  { site: 'auriculotemporal', words: /\bauriculo-?temporal\b/ },
  {
    site: 'suprascapular',
    words:
      /\b(?:supra-?scapular|spino-?glenoid) (?:notch|nerve)|\btransverse scapular ligament|\bsupraspin(?:ou|atu)s fossa/,
  },
  {
    site: 'lateral-femoral-cutaneous',
    words:
      /\blateral femoral cutaneous|\blfcn\b|\b(?:anterior superior iliac spine|asis)\b[^.]*\b(?:medial|inside|inward|below|inferior|caudal)|\b(?:medial|inside|inward|below|inferior|caudal)\b[^.]{0,50}\b(?:anterior superior iliac spine|asis)\b/,
    about:
      /\bmeralgia|\blateral femoral cutaneous|\blfcn\b|\b(?:lateral|outer|outside|side)(?: (?:aspect|side|part))?(?: of)?(?: the| his| her)?(?: \w+)? thigh/,
    unless: /\binternal oblique|\btransversus|\bumbilic|\bilio-?inguinal/,
  },
  {
    site: 'ilioinguinal',
    words: new RegExp(String.raw`\bilio-?inguinal|\bii ?\/ ?ih\b|${BELLY_PLANE.source}`),
    about: /\bilio-?inguinal|\bii ?\/ ?ih\b/,
    unless: /\bmid-?axillary|\bcostal margin/,
  },
  {
    site: 'iliohypogastric',
    words: new RegExp(String.raw`\bilio-?hypogastric|\bii ?\/ ?ih\b|${BELLY_PLANE.source}`),
    about: /\bilio-?hypogastric|\bii ?\/ ?ih\b/,
    unless: /\bmid-?axillary|\bcostal margin/,
  },
  {
    site: 'femoral',
    words: /\bfemoral (?:nerve|n\.?)(?![a-z])/,
    and: /\bfascia iliaca\b|\blateral to (?:the )?(?:femoral )?artery\b|\bquad(?:riceps)?\b[^.]{0,30}\b(?:twitch|weak|\d\/5)/,
  },
  {
    site: 'sciatic',
    words: /\bsciatic\b(?!-)/,
    and: /\bsub-?gluteal|\binfra-?gluteal|\bpopliteal|\bisch\w* tub|\bbiceps femoris/,
    unless: /\bpiriformis\b[^.]{0,60}\b(?:inject|belly|muscle)/,
  },
  { site: 'pudendal', words: /\bpudendal\b/, and: /\bischial spine|\bsacro-?spinous|\bssl\b|\balcock/ },
  { site: 'obturator', words: /\bobturator (?:nerve|canal)/ },
  { site: 'adductor-canal', words: /\badductor canal/ },
  { site: 'superior-cluneal', words: /\bcluneal/, and: /\biliac crest/ },
  {
    site: 'brachial-plexus',
    words: /\binter-?scalene (?:groove|space)|\bbetween the (?:anterior and middle )?scalenes?\b/,
    and: /\bplexus|\broots\b|\btrunks\b/,
  },
]);

const CHEST = landmarksOf({ family: 'peripheral-nerve', kind: 'intercostal-nerve-block', target: 'nerve' }, [
  {
    site: 'intercostal',
    words:
      /\bunder(?: \w+)? (?:of )?(?:the )?ribs?\b|\b(?:lower|inferior) (?:edge|border|margin|surface)\b[^.]{0,24}\bribs?\b|\b(?:sub-?costal|costal|rib) groove\b|\bwalk\w*[^.]{0,30}\boff\b[^.]{0,40}\bribs?\b/,
    unless: /\bfractur\w+ fixation|\bchest tube\b|\bloss of resistance\b|\btuohy\b/,
  },
]);

const PLANES = landmarksOf({ family: 'fascial-plane', kind: 'fascial-plane-block', target: 'site' }, [
  {
    site: 'transversus-abdominis',
    words: BELLY_PLANE,
    about: /\bmid-?axillary|\bcostal margin|\bflanks?\b|\btap (?:plane|block)|\babdominal wall\b/,
    unless: /\bilio-?(?:inguinal|hypogastric)|\bii ?\/ ?ih\b/,
  },
]);

const BACK_PLANES = landmarksOf({ family: 'fascial-plane', kind: 'fascial-plane-block', target: 'site' }, [
  {
    site: 'erector-spinae',
    words: /\b(?:(?:under|deep to|beneath|below)(?: the)? )?erector spinae\b/,
    and: /\btransverse process/,
    unless: /\btwitch|\btaut\b|\btrigger|\bfacet|\bmedial branch/,
  },
  {
    site: 'serratus',
    words: /\b(?:(?:under|deep to|beneath|below|over|superficial to)(?: the)? )?serratus\b/,
    and: /\bribs?\b[^.]*\b(?:plane|deep|beneath|under|surface)|\bplane\b[^.]*\bribs?\b/,
    unless: /\btwitch|\btaut\b|\btrigger/,
  },
]);

const GANGLIA = landmarksOf(
  { family: 'sympathetic', kind: 'sympathetic-block', target: 'site', destroyed: 'sympathetic-ablation' },
  [
    {
      site: 'stellate',
      words:
        /\b(?:transverse process|(?:anterior )?tubercle)\b[^.]{0,30}\bc-?[67]\b|\bc-?[67]\b[^.]{0,30}\b(?:transverse process|tubercle)\b|\bchassaignac/,
      part: /\b(?:hand|arm|upper limb|upper extremity|face)\b/,
      and: /\bhorner|\blongus colli|\bptosis|\bmiosis|\bdroop\w*(?: \w+)? (?:eye)?lid|\bstuffy nose|\bstellate/,
      unless: /\bmedial branch|\bfacet|\barticular pillar|\bforam(?:en|ina)\b/,
    },
    {
      site: 'celiac',
      words:
        /\b(?:past|beyond|in front of|anterior to|ahead of)\b[^.]{0,40}\b(?:t-?12|l-?1)\b|\b(?:t-?12|l-?1)\b[^.]{0,60}\b(?:in front|anterior)\b|\bcrus\b|\bcrura\b|\b(?:retro|ante|trans)-?crural|\baort(?:a|ic)\b/,
      and: /\baort(?:a|ic)\b|\bcrus\b|\bcrura\b|\bretro-?crural/,
      about: /\bpancrea|\bc(?:o)?eliac|\bsplanchnic/,
      unless: /\bpedicle|\bcement\b|\bdisc\b|\bfacet/,
      midline: true,
    },
    {
      site: 'lumbar-sympathetic',
      words:
        /\b(?:antero-?lateral|anterior|front)\b[^.]{0,50}\b(?:border|body|surface|aspect|margin|edge|bodies|l-?[234])\b|\bl-?[234]\b[^.]{0,60}\b(?:antero-?lateral|anterior border|front of the (?:body|vertebra))/,
      and: /\bpsoas\b|\btemperature\b|\btoes?\b[^.]{0,40}\b3\d|\bwarm/,
      about: /\bsympathetic/,
      unless: /\bfacet|\bmedial branch|\bdisc\b|\bcement/,
    },
    {
      site: 'superior-hypogastric',
      words: /\b(?:sacral promontory|antero-?lateral\b[^.]{0,40}\bl-?5|l-?5\b[^.]{0,60}\bantero-?lateral)/,
      about: /\bhypogastric plexus/,
      midline: true,
    },
    {
      site: 'impar',
      words:
        /\b(?:(?:through|across|past)(?: the)? )?sacro-?coccygeal (?:disc|joint|junction|ligament)|\bpre-?sacral|\bretro-?rectal/,
      and: /\bcomma\b|\bpre-?sacral|\bretro-?rectal|\bretro-?peritoneal|\banterior to the (?:sacrum|coccyx|sacro)/,
      unless: /\bepidural|\bsacral (?:canal|hiatus)|\bcaudal/,
      midline: true,
    },
  ],
);

const JOINTS = landmarksOf({ family: 'joint', kind: 'joint-injection', target: 'joint' }, [
  {
    site: 'knee',
    words:
      /\bsupra-?patellar (?:pouch|recess)|\bpara-?patellar\b|\b(?:supero|infero|antero|medio)-?(?:lateral|medial) (?:portal|approach|corner|pole)\b|\b(?:beneath|under|behind|below) (?:the )?(?:left |right )?(?:patella|kneecap)\b|\bintra-?articular\b[^.]{0,30}\bknees?\b/,
    about: /\bknees?\b/,
    part: /\bknees?\b/,
  },
  {
    site: 'subacromial-bursa',
    words:
      /\bsub-?acromial(?:[ /-]+sub-?deltoid)? (?:space|bursa)|\b(?:bursa|space) (?:under|beneath|below) the acromion/,
    part: /\bshoulder\b|\bsub-?acromial/,
  },
  {
    site: 'acromioclavicular',
    words: /\bacromi(?:o|a)-?\s?clavicular\b|\ba\.?-?c\.? (?:joint|jt)\b/,
    part: /\bshoulder\b|\bacromi(?:o|a)-?\s?clavicular/,
  },
  {
    site: 'glenohumeral',
    words: /\bgleno-?\s?humeral\b|\bhumeral head\b|\bball and socket\b/,
    about: /\bshoulder\b/,
    part: /\bshoulder\b|\bgleno-?humeral/,
  },
  {
    site: 'hip',
    part: /\bhip\b/,
    words: /\bfemoral (?:head[- ]?neck|neck|head)\b|\bhip (?:joint|capsule)\b/,
    about: /\bhip\b/,
    unless: /\bfemoral nerve|\bmedial circumflex|\bpeng\b/,
  },
  {
    site: 'trochanteric-bursa',
    words:
      /\bgreater trochanter\b|\btroch(?:anteric)?\.? bursa|\bgt bursa|\bfacets? of (?:the )?(?:gt|greater troch)|\bbursa (?:under|beneath|deep to) (?:the )?(?:itb|ilio-?tibial)/,
    about: /\bbursa|\bbursitis|\bgreater troch(?:anteric)? pain|\blateral hip/,
    unless: /\bsciatic\b|\bpiriformis\b/,
  },
  { site: 'olecranon-bursa', words: /\bolecranon bursa/ },
  { site: 'elbow', part: /\belbow\b/, words: /\bradio-?capitellar|\belbow joint\b|\bolecranon fossa\b/ },
  { site: 'wrist', part: /\bwrist\b/, words: /\bradio-?\s?carpal\b|\bwrist joint\b|\bdruj\b/ },
  { site: 'ankle', part: /\bankle\b/, words: /\btibio-?talar|\btalo-?crural|\bankle joint\b/ },
  {
    site: 'carpometacarpal',
    part: /\bthumb\b|\bcmc\b/,
    words: /\bcarpo-?\s?metacarpal\b|\bcmc (?:joint|of)|\btrapezio-?metacarpal|\bbase of the thumb\b/,
  },
  {
    site: 'metacarpophalangeal',
    words: new RegExp(String.raw`\bmetacarpo-?\s?phalang\w+|\bmcps?\b|\b${ORDINAL} knuckle`),
    many: new RegExp(String.raw`\b(${ORDINAL})\b`, 'g'),
  },
  {
    site: 'metatarsophalangeal',
    words: /\bmetatarso-?\s?phalang\w+|\bmtps?\b/,
    unless: /\bneuroma|\bweb ?space|\binter-?metatarsal/,
    many: new RegExp(String.raw`\b(${ORDINAL})\b`, 'g'),
  },
  {
    site: 'interphalangeal',
    words: /\binter-?phalang\w+ joint|\b[pd]ip joint/,
    many: new RegExp(String.raw`\b(${ORDINAL})\b`, 'g'),
  },
]);

const TENDONS: readonly Landmark[] = [
  ...landmarksOf({ family: 'tendon', kind: 'carpal-tunnel-injection', target: 'site' }, [
    {
      site: 'carpal-tunnel',
      words: /\bcarpal (?:tunnel|canal)\b|\bpalmaris longus\b|\bflexor retinaculum\b/,
      about: /\bcarpal tunnel|\bmedian (?:nerve|neuropathy)|\bphalen/,
    },
  ]),
  ...landmarksOf({ family: 'tendon', kind: 'tendon-injection', target: 'site' }, [
    {
      site: 'first-dorsal-compartment',
      words: /\b(?:first|1st) (?:dorsal|extensor) compartment\b|\babductor pollicis longus\b|\bde ?quervain/,
    },
    {
      site: 'trigger-finger',
      words: /\ba-?1 pulley\b|\bflexor (?:tendon )?sheath\b/,
      many: /\b(thumb|index|long|middle|ring|small|little)\b/g,
    },
    { site: 'plantar-fascia', words: /\bplantar fasci(?:a|al)\b(?!tis)/, and: /\bcalcane|\bheel\b/ },
    { site: 'biceps-sheath', words: /\bbicipital groove\b|\bbiceps (?:tendon )?sheath\b/ },
  ]),
  ...landmarksOf({ family: 'tendon', kind: 'tendon-origin-injection', target: 'site' }, [
    { site: 'lateral-epicondyle', words: /\blateral epicondyle\b|\bcommon extensor (?:tendon|origin)\b/ },
    { site: 'medial-epicondyle', words: /\bmedial epicondyle\b|\bcommon flexor (?:tendon|origin)\b/ },
  ]),
];

const MUSCLE_ROWS = landmarksOf(
  {
    family: 'trigger-point',
    kind: 'trigger-point-injection',
    target: 'muscle',
    // A muscle is also the way to something else: points that twitch are the target themselves.
    and: /\btwitch|\btaut\b|\bknots?\b|\btrigger\b|\bjump(?:ed|s)?\b|\bmuscle belly\b|\bstriated\b|\btender points?\b/,
    unless:
      /\bbotulinum|\bbotox|\bxeomin|\bdysport|\bintramuscular|\bvaccin|\bfilum|\bnothing was (?:drawn|injected)|\bblock needle|\bhertz\b|\bacupunct|\bradio-?frequency|\blesions?\b|\bmotor (?:stim|test|neg|2 ?hz|multif)|\bmulti-?fidus only|\bthermal\b/,
  },
  // An arm muscle takes other injections; the muscle of a region is no name.
  MUSCLES.filter(({ site }) => !NO_TARGET.has(site)).map(({ site, words }) => ({
    site,
    words: new RegExp(words.source),
  })),
);

/** Structures that notes without a name of the procedure tell of. */
export const LANDMARKS: readonly Landmark[] = [
  ...NERVES,
  ...CHEST,
  ...PLANES,
  ...BACK_PLANES,
  ...GANGLIA,
  ...JOINTS,
  ...TENDONS,
  ...MUSCLE_ROWS,
];

/** Where the belly's plane is told and neither of its blocks: the reader asks. */
export const OPEN_PLANE = BELLY_PLANE;
