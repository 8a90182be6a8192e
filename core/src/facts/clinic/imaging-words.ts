/** What a diagnostic study can show, and the words for it. */
export const FINDINGS: readonly (readonly [finding: string, words: RegExp])[] = [
  ['facet-cyst', /\b(?:facet|synovial|juxta-?facet|juxta-?articular)(?: joint)? cysts?\b/g],
  [
    'disc-herniation',
    /\b(?:herniat(?:ed|ion|ions)|hnp|(?:disc|disk) (?:protrusions?|extrusions?|sequestration)|protrusions?|extrusions?|extruded (?:disc|disk)|sequester\w+|re-?herniation|(?:disc|disk) displacement)\b/g,
  ],
  ['disc-bulge', /\b(?:bulg(?:e|es|ing))\b/g],
  [
    'foraminal-stenosis',
    /\b(?:(?:neuro-?)?foramin(?:al|a)(?: and (?:central|lateral recess))?(?: canal)? (?:stenosis|stenoses|narrowing|encroachment|compromise|impingement)|narrowing of the (?:\w+ )?(?:neural )?foram\w+|(?:stenosis|narrowing|encroachment) of the (?:\w+ ){0,2}(?:neural )?foram\w+)\b/g,
  ],
  [
    'central-stenosis',
    /\b(?:(?:central|spinal|spinal canal|central canal|canal)(?: and (?:foraminal|neural foraminal|lateral recess))? (?:canal )?(?:stenosis|narrowing)|(?:lumbar|cervical|thoracic) (?:spinal )?stenosis|stenosis of the (?:central|spinal) canal)\b/g,
  ],
  [
    'lateral-recess-stenosis',
    /\blateral recess (?:stenosis|narrowing|encroachment)|subarticular (?:stenosis|narrowing)\b/g,
  ],
  [
    'osteophyte',
    /\b(?:osteophyt\w+|bone spurs?|bony spurs?|disc-osteophyte|uncovertebral (?:hypertrophy|spurring)|spurring)\b/g,
  ],
  [
    'disc-degeneration',
    /\b(?:degenerat(?:ive|ion|ed)(?: changes of the)? (?:lumbar |cervical |thoracic )?(?:disc|disk)s?(?: disease)?|(?:disc|disk) degeneration|ddd|(?:disc|disk) desiccation|(?:disc|disk)(?: space)? (?:height loss|narrowing)|loss of (?:disc|disk) height|degenerative changes)\b/g,
  ],
  ['spondylosis', /\bspondylo(?:sis|tic)\b/g],
  [
    'facet-arthropathy',
    /\b(?:facet(?: joint)? (?:arthropathy|arthrosis|hypertrophy|degeneration|arthritis|disease|degenerative\w*)|(?:hypertrophic|degenerative) facets?)\b/g,
  ],
  ['spondylolisthesis', /\b(?:spondylolisthesis|anterolisthesis|retrolisthesis|listhesis)\b/g],
  [
    'nerve-root-compression',
    /\b(?:(?:compress\w*|imping\w+|displac\w+|abut\w*|contact\w*|effac\w+|encroach\w+)(?: (?:on|upon|of|against|the|left|right|exiting|traversing|descending|adjacent|bilateral|both|[ls]\d|c\d|t\d)){0,6} (?:nerve )?roots?|(?:nerve )?roots? (?:compression|impingement|displacement|encroachment))\b/g,
  ],
  [
    'ligamentum-flavum-hypertrophy',
    /\b(?:ligament(?:um|ous)? ?(?:flavum)? (?:hypertrophy|thickening|infolding|buckling)|thickened ligamentum flavum|thickening of the ligamentum flavum)\b/g,
  ],
  ['annular-tear', /\bannular (?:tear|fissure)s?\b/g],
  [
    'post-surgical-change',
    /\b(?:post-?(?:surgical|operative|laminectomy) changes?|epidural fibrosis|scar tissue|prior (?:laminectomy|fusion|discectomy)|laminectomy defect)\b/g,
  ],
  [
    'compression-fracture',
    /\b(?:compression (?:fracture|deformit\w+)s?|vertebral fractures?|wedge (?:fracture|deformity))\b/g,
  ],
  ['fracture', /\bfractures?\b/g],
  [
    'tumor',
    /\b(?:tumou?rs?|metasta\w+|neoplas\w+|malignan\w+|(?:suspicious|aggressive|lytic|blastic) (?:\w+ )?lesions?|mass(?:es)?)\b/g,
  ],
  ['infection', /\b(?:discitis|osteomyelitis|abscess(?:es)?|epidural collection)\b/g],
  ['deformity', /\b(?:(?:severe|significant|marked) (?:\w+ )?(?:scoliosis|kyphosis|deformity|kyphoscoliosis))\b/g],
  ['modic-1', /\bmodic (?:type )?(?:1|i)\b(?!i)/g],
  ['modic-2', /\bmodic (?:type )?(?:2|ii)\b/g],
  ['sacroiliitis', /\bsacroiliitis\b/g],
  [
    'normal',
    /\b(?:unremarkable|within normal limits|is normal|was normal|normal study|no (?:significant )?abnormalit\w+)\b/g,
  ],
];

/** Findings that can squeeze a root or the canal. */
export const COMPRESSIVE: ReadonlySet<string> = new Set([
  'disc-herniation',
  'foraminal-stenosis',
  'central-stenosis',
  'lateral-recess-stenosis',
  'nerve-root-compression',
  'osteophyte',
  'facet-cyst',
]);

/** Causes of pain other than the joint, disc or root that is treated. */
export const OTHER_CAUSES: ReadonlySet<string> = new Set([
  'compression-fracture',
  'fracture',
  'tumor',
  'infection',
  'deformity',
]);

/** Findings that name a cause of a stenosis. */
export const CAUSES: ReadonlySet<string> = new Set([
  'disc-herniation',
  'osteophyte',
  'disc-degeneration',
  'ligamentum-flavum-hypertrophy',
  'facet-arthropathy',
  'spondylolisthesis',
]);

export const MODALITIES: readonly (readonly [modality: string, words: RegExp])[] = [
  ['ct-myelogram', /\bct[ -]?(?:scan )?(?:with )?myelogra\w+|\bmyelogram[ /-]ct\b|\bpost-?myelogram ct\b/],
  ['mri', /\bmri'?s?\b|\bmagnetic resonance\b|\bmr imaging\b/],
  ['ct', /\bct\b|\bcat scan\b|\bcomputed tomograph\w+|\bcomputerized tomograph\w+/],
  ['myelogram', /\bmyelogra\w+/],
  ['discogram', /\bdisco?gra\w+|\bdiskogra\w+/],
  ['bone-scan', /\bbone scan\b|\bspect\b/],
  ['emg', /\bemg\b|\bnerve conduction\b|\belectrodiagnostic\b|\bncs\b|\bncv\b/],
  ['x-ray', /\bx-?\s?rays?\b|\bradiographs?\b|\bplain films?\b|\bflexion[ /-]+extension (?:films?|views?)\b/],
];
