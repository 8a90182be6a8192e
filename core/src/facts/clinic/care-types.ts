/** Kinds of non-invasive care and the words for them. Order matters: the first that fits a word names it. */
export const CARE_TYPES: readonly (readonly [type: string, words: string])[] = [
  ['aquatic-therapy', 'aquatic therapy|pool therapy|water therapy|aqua therapy'],
  [
    'home-exercise',
    'home[- ](?:based )?(?:exercises?|stretching|physical therapy|pt)(?: programs?)?|home (?:physical therapy|therapy) program|hep\\b|stretching(?: exercises?)?|exercise programs?|exercises?|core strengthening|yoga',
  ],
  [
    'physical-therapy',
    'physical therapy|physiotherapy|physio|formal therapy|p\\.t\\.|\\bpt\\b(?! (?:is|was|has|had|with|presents|reports|denies|states|tolerated|failed|underwent|tried|took|continues|did|does|can|cannot|could|may|should|notes|describes|rates|feels|experienced|followed|went|denied|complains|returns|seen|will|who|placed|being|and|able))',
  ],
  ['chiropractic', 'chiropract\\w+|spinal manipulation'],
  ['osteopathic', 'osteopathic manipul\\w+|\\bomt\\b'],
  [
    'oral-steroid',
    'oral steroids?|medrol dose ?pa[ck]+|medrol dosepak|steroid dose ?pack|steroid taper|oral prednisone|prednisone taper|oral corticosteroids?',
  ],
  [
    'nsaid',
    'nsaids?|non-?steroidals?(?: anti-?inflammator\\w+)?|anti-?inflammator(?:y|ies)(?: medications?| drugs?)?|ibuprofen|motrin|advil|naproxen|naprosyn|aleve|meloxicam|mobic|celecoxib|celebrex|diclofenac|etodolac|ketorolac|nabumetone|relafen',
  ],
  [
    'neuropathic-medication',
    'gabapentin|neurontin|pregabalin|lyrica|duloxetine|cymbalta|amitriptyline|nortriptyline|neuropathic (?:medications?|agents?)|membrane stabili\\w+|topiramate',
  ],
  [
    'muscle-relaxant',
    'muscle relax\\w+|cyclobenzaprine|flexeril|tizanidine|zanaflex|methocarbamol|robaxin|metaxalone|skelaxin|carisoprodol|soma\\b',
  ],
  [
    'opioid',
    'opioids?|opiates?|narcotics?|tramadol|ultram|hydrocodone|oxycodone|norco|percocet|vicodin|morphine|tapentadol|nucynta',
  ],
  [
    'analgesic',
    'acetaminophen|tylenol|analgesics?|topical (?:analgesics?|creams?|agents?)|lidocaine patch(?:es)?|lidoderm',
  ],
  [
    'medication',
    'medications?|meds|medical (?:management|treatment|therapy)|pharmacotherapy|drug therapy|pharmacologic\\w*(?: (?:management|therapy|treatment))?',
  ],
  ['acupuncture', 'acupuncture|dry needling'],
  ['massage', 'massage(?: therapy)?|myofascial release'],
  ['tens', '\\btens\\b(?: unit)?|transcutaneous electrical'],
  ['bracing', 'bracing|back brace|lumbar brace|lumbar support|\\blso\\b|cervical collar'],
  ['traction', 'traction|inversion table|decompression table'],
  ['heat-ice', '\\bheat\\b|\\bice\\b|heating pads?|ice packs?|cold packs?'],
  [
    'activity-modification',
    'activity modifications?|modification of activit\\w+|lifestyle modifications?|ergonomic\\w*|postural \\w+',
  ],
  ['rest', 'bed ?rest|\\brest\\b(?=,| and| or|\\.|;|$)'],
  [
    'psychological',
    'cognitive behavioral(?: therapy)?|\\bcbt\\b|biofeedback|psychotherapy|psychological (?:treatment|therapy|counseling)',
  ],
];

/** Words for non-invasive care as a whole. */
export const CARE_AS_A_WHOLE =
  '(?:more |all |other |non-?invasive |multiple |various |appropriate |standard |maximal |extensive |exhaustive |reasonable |previous |prior )*(?:conservative(?:ly)?|non-?operative(?:ly)?|non-?surgical(?:ly)?|non-?invasive(?:ly)?|non-?interventional)(?:[ ,/-]+(?:and |or )?(?:medical|medication|chiropractic|physical|non-?operative|non-?surgical|pain|therapeutic|care|treatment|treatments|measures|management|therapy|therapies|modalities|options|methods|means|approach(?:es)?|course|efforts|interventions))*';

const TYPE = new RegExp(CARE_TYPES.map(([, words]) => `(\\b(?:${words}))`).join('|'), 'g');

export interface CareWord {
  /** Undefined for care as a whole. */
  readonly type: string | undefined;
  readonly start: number;
  readonly end: number;
}

const WHOLE = new RegExp(`\\b${CARE_AS_A_WHOLE}`, 'g');

/** Words for non-invasive care in a stretch of lower-case text. */
export function careIn(text: string): CareWord[] {
  const found: CareWord[] = [];
  WHOLE.lastIndex = 0;
  for (let hit = WHOLE.exec(text); hit; hit = WHOLE.exec(text)) {
    found.push({ type: undefined, start: hit.index, end: hit.index + hit[0].length });
  }
  TYPE.lastIndex = 0;
  for (let hit = TYPE.exec(text); hit; hit = TYPE.exec(text)) {
    const [start, end] = [hit.index, hit.index + hit[0].length];
    if (found.some((one) => one.type === undefined && one.start < end && one.end > start)) continue;
    const at = hit.findIndex((group, index) => index > 0 && group !== undefined);
    found.push({ type: CARE_TYPES[at - 1]![0], start, end });
  }
  return found.sort((one, other) => one.start - other.start);
}
