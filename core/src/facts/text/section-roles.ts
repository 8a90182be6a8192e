import type { SectionRole } from './note.ts';

/**
 * What the words of a heading mean. Tried in order against the heading in lower case without digits and
 * punctuation; the first that fits gives the role.
 */
const ROLES: readonly (readonly [SectionRole, RegExp])[] = [
  [
    'preop-diagnosis',
    /^(?:pre ?(?:op(?:erative)?|procedur(?:e|al)|injection) ?)(?:and post ?(?:op(?:erative)?|procedur(?:e|al)) )?(?:diagnos[ei]s|dx|impression)(?: es)?$|^(?:admitting|admission|indication) diagnos[ei]s$/,
  ],
  [
    'postop-diagnosis',
    /^pre ?(?:op(?:erative)?|procedur(?:e|al))? ?(?:and )?post ?(?:op(?:erative)?|procedur(?:e|al))? ?(?:diagnos[ei]s|dx)$|^(?:post ?(?:op(?:erative)?|procedur(?:e|al)|injection) ?)(?:diagnos[ei]s|dx|impression)$|^(?:final|discharge) diagnos[ei]s$/,
  ],
  [
    'diagnosis',
    /^(?:(?:primary|secondary|clinical|principal|working|associated) )?(?:diagnos[ei]s|dx|diagnos[ei]s codes?|icd(?: cm)?(?: codes?)?)(?: codes?)?$/,
  ],
  [
    'indications',
    /^(?:clinical |medical )?(?:indications?|reasons?|questions?|rationale|medical necessity|necessity|justification)\b|^interval (?:history|update)$/,
  ],
  ['family-history', /^family(?: medical)?(?: history| hx)?$|^fh(?:x)?$/],
  ['social-history', /^(?:social|personal|occupational|psychosocial)(?: history| hx)?$|^sh(?:x)?$|^habits$/],
  [
    'past-history',
    /^(?:pertinent )?(?:past|prior|previous|earlier|recent|old)\b.*(?:history|hx|procedures?|treatments?|surger(?:y|ies)|injections?|interventions?|blocks?)$|^(?:procedure|procedural|injection|intervention|interventional)s? (?:history|hx)$|^(?:medical|surgical|pain) (?:history|hx)$|^(?:prior|previous|last|most recent) (?:diagnostic )?(?:rfas?|rf|ablations?|rhizotom(?:y|ies)|neurotom(?:y|ies)|mbbs?|medial branch blocks?|blocks?|injections?|epidurals?|t?f?esis?|procedures?)(?: dates?)?$|^p(?:m|s)h(?:x)?$|^prior (?:treatments?|therap(?:y|ies)|interventions?)$|^(?:(?:medical|outside|prior|available) )*(?:records?|charts?|documents?)(?: and imaging)? review(?:ed)?$|^review of (?:(?:the|medical|outside|prior|available) )*(?:records?|charts?|documents?)$/,
  ],
  [
    'history',
    /^(?:(?:brief|clinical|interim|present|current) )?(?:history|hx|h p i|hpi)\b|^history of|^chief complaints?$|^(?:cc|subjective|complaint|presenting complaint|interim|background|clinical (?:summary|information|note)|pain (?:description|complaint))$/,
  ],
  ['review-of-systems', /^(?:review of (?:systems|symptoms)|ros)$/],
  ['allergies', /^(?:drug |medication )?allerg(?:y|ies)\b/],
  [
    'injectate',
    /^(?:inject(?:ate|ant|ion)s?(?: (?:included|used|mixture|solution|given))?|(?:medications?|drugs?|agents?|solutions?) (?:injected|used|administered|given|for (?:the )?(?:injection|procedure|block))|injected (?:medications?|solution)|injection (?:mixture|solution|medications?)|(?:contrast|steroid|local anesthetic)(?: used)?)$/,
  ],
  [
    'medications',
    /^(?:current |home |present |discharge |outpatient |preoperative |admission )?(?:medications?|meds|prescriptions?)(?: list)?(?: (?:on|at|prior to) (?:admission|discharge))?$/,
  ],
  [
    'exam',
    /^(?:(?:focused|general|physical|neurologic(?:al)?|musculoskeletal) )?(?:physical )?exam(?:ination)?\b|^(?:objective|vital signs?|vitals|pe)$/,
  ],
  [
    'imaging',
    /^comparisons?(?: (?:study|studies|exams?))?$|^(?:pertinent |relevant |diagnostic )?(?:imaging|radiolog(?:y|ic)|diagnostic (?:studies|data|tests?)|mri|ct|x rays?|studies|lab(?:oratory)?)\b(?: (?:studies|findings|results|data|review|reports?))*$/,
  ],
  [
    'consent',
    /^(?:informed )?consent\b|^(?:risks?|risks? (?:and|of)|alternatives)\b|^(?:patient )?(?:education|counsel+ing)$/,
  ],
  [
    'complications',
    /^(?:intra ?operative |immediate |post ?(?:procedure|operative) )?complications?$|^adverse (?:events?|reactions?)$/,
  ],
  [
    'guidance',
    /^(?:imaging|image|radiologic(?:al)?|fluoroscop(?:y|ic)|ultrasound|ct|needle)(?: guidance| localization| imaging| time| used)?$|^(?:guidance|image guidance)$/,
  ],
  [
    'anesthesia',
    /^(?:type of )?(?:an(?:a)?esthesia|sedation|analgesia)\b|^an(?:a)?esthetics?$|^(?:iv|conscious|moderate|intravenous) sedation\b/,
  ],
  [
    'equipment',
    /^(?:special )?(?:equipment|instruments?|needles?|supplies|implants?|specimens?)\b(?: used)?$|^(?:estimated )?blood loss$|^ebl$|^(?:drains?|tourniquet time|position|monitors?|monitoring)$/,
  ],
  [
    'findings',
    /^(?:(?:operative|procedural|intra ?operative|fluoroscopic|epidurogram) )?(?:findings?|interpretation)\b|^(?:epidurogram|arthrogram|neurogram|myelogram)\b|^results?$|^response\b|^outcome$/,
  ],
  ['title', /^(?:plan|planned)(?: procedure)? (?:for )?today$|^today(?: s (?:procedure|plan|injection))?$/],
  [
    'plan',
    /^(?:prior |pre )?authori[sz]ation\b|^booked(?: for)?$|^(?:request|requested)\b(?: (?:service|procedure|treatment)s?)?$|^next(?: steps?| visit| appointment)?$|^(?:plans?|recommendations?|disposition|follow ?up|instructions?|discharge|aftercare|disp)\b|^(?:treatment|post ?(?:procedure|operative|injection|op)|discharge|home|after ?care|future) (?:plans?|instructions?|care|course|recommendations?|follow ?up|condition|evaluation|orders?|procedures?|treatment)\b|^post ?(?:procedure|operative|op)$|^condition (?:on|at|upon)\b/,
  ],
  [
    'assessment',
    /^(?:assessment|impressions?|conclusions?|a p)\b|^(?:medical decision making|problem list|problems?)$/,
  ],
  [
    'description',
    /^what (?:was|we) (?:done|did)$|^(?:description|details?|technique|narrative|summary|operative (?:report|summary|details?|course|technique|procedure in detail|description)|procedur(?:e|al) (?:in detail|details?|description|text|technique|narrative|summary|report|preparation|course|steps?)|the procedure|operation in detail|procedure and technique|procedure technique|procedure in detail|body of report|report)\b|^pre ?(?:procedure|operative) preparation$|^(?:preparation|prep|positioning|procedure preparation|(?:procedure )?steps|method)$|^(?:lesion(?:ing)?|needles?|electrodes?|cannulae?|muscles?|trigger points?) (?:log|table|list|grid|map|chart|parameters|data|settings)$|^(?:surgical|injection) (?:technique|procedure|details?)$/,
  ],
  [
    'title',
    /^(?:scheduled|planned|intended|proposed|anticipated) (?:procedures?|operations?|interventions?|injections?)$|^(?:procedures?|operations?|interventions?) (?:scheduled|planned|intended|proposed)$|^(?:title|proc|px|done|procedure s)$|^(?:(?:title|name|type|list) of (?:the )?)?(?:procedures?|operations?|surger(?:y|ies)|interventions?|injections?)(?: (?:performed|done|completed|today|name|title|type|list|code|codes|and))*$|^(?:(?:operative|surgical|primary|injection|actual|today s) )?procedures?(?: performed| done| today)*$|^(?:operative|procedure|injection|operation) (?:note|title|report|name)s?$|^(?:operations?|procedures?) (?:and )?(?:operations?|procedures?)$|^treatment(?: today| performed| rendered)?$/,
  ],
  // Fields of a form that say what was done where: they belong to the title.
  [
    'title',
    /^(?:(?:spinal |vertebral |treated |injected |target(?:ed)? )?(?:levels?|nerves?|joints?|interspaces?|foram(?:en|ina)|segments?|sites?|side|sides|laterality|region|area)(?: s)?(?: (?:treated|injected|blocked|targeted|ablated|of (?:injection|procedure)|and side|side))?|targets?|approach|route)$/,
  ],
  [
    'header',
    /^(?:condition|date|dates|time|patient|name|mrn|dob|date of (?:birth|service|procedure|operation|surgery|injection|visit)|(?:procedure|service|surgery|operation) date|dos|age|sex|gender|account|medical record|surgeons?|physicians?|attending\b.*|provider|proceduralist|performing (?:physician|provider)|operator|assistants?|first assistant|an(?:a)?esthesiologist|an(?:a)?esthetist|referring\b.*|primary (?:care )?(?:physician|provider)|location|facility|place of service|dictated by|cc list|insurance|room|electronically signed\b.*|signed|signature)$/,
  ],
];

const FIELDS = ROLES.findLast(([role]) => role === 'title')![1];

/** A field of a form (`Side`, `Target joints`) holds what stands in its line; what comes after an empty one is not its own. */
export function isField(heading: string | undefined): boolean {
  return heading !== undefined && FIELDS.test(plainOf(heading));
}

/** Practices write the same headings above every note. Only what is a heading is kept, as many as a few templates have. */
const known = new Map<string, SectionRole>();
const KEPT = 2000;

/** The role that the words of a heading name; undefined when they are no heading that we know. */
export function roleOfHeading(heading: string): SectionRole | undefined {
  const kept = known.get(heading);
  if (kept !== undefined) return kept;
  const role = readHeading(heading);
  if (role === undefined) return undefined;
  if (known.size >= KEPT) known.clear();
  known.set(heading, role);
  return role;
}

function readHeading(heading: string): SectionRole | undefined {
  const plain = plainOf(heading);
  if (plain === '' || plain.length > 60) return undefined;
  for (const [role, words] of ROLES) if (words.test(plain)) return role;
  return undefined;
}

function plainOf(heading: string): string {
  return (
    heading
      .toLowerCase()
      .replace(/\(s\)/g, 's')
      .replace(/\([^)]*\)/g, ' ')
      .replace(/[^a-z]+/g, ' ')
      .trim()
      // `P / PROCEDURE TODAY`: the letter of a scheme and the heading.
      .replace(/^[a-z] (?=procedures?\b)/, '')
  );
}
