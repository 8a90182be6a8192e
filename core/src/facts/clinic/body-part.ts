import type { Procedure } from '../../model/procedure.ts';

export type BodyPart =
  | 'neck'
  | 'upper-back'
  | 'low-back'
  | 'arm'
  | 'leg'
  | 'shoulder'
  | 'elbow'
  | 'hand'
  | 'hip'
  | 'knee'
  | 'foot'
  | 'head'
  | 'face'
  | 'chest'
  | 'abdomen'
  | 'pelvis';

const WORDS: readonly (readonly [BodyPart, string])[] = [
  ['neck', 'neck|cervical|cervicalgia|c-spine|c spine|nape'],
  ['upper-back', 'thoracic|mid-?back|mid back|upper back|middle back|periscapular|interscapular|thoracalgia|flank'],
  [
    'low-back',
    'low(?:er)? back|low-back|lumbar|lumbosacral|lumbago|lbp|lumbalgia|sacroiliac|si joints?|sacral|sacrum|coccyx|coccy\\w+|tailbone|buttocks?|gluteal|sciatica|sciatic',
  ],
  ['arm', 'arms?|upper extremit(?:y|ies)|forearms?|upper limbs?|rue|lue'],
  ['leg', 'legs?|lower extremit(?:y|ies)|thighs?|calf|calves|shins?|lower limbs?|rle|lle|hamstrings?'],
  ['shoulder', 'shoulders?|rotator cuff|trapezius'],
  ['elbow', 'elbows?|epicondyl\\w+'],
  ['hand', 'hands?|wrists?|fingers?|thumbs?|carpal'],
  ['hip', 'hips?|groin|trochanteric'],
  ['knee', 'knees?|patell\\w+|menisc\\w+'],
  ['foot', 'foot|feet|ankles?|heels?|toes?|plantar'],
  ['head', 'headaches?|migraines?|head|occipital|scalp|temples?'],
  ['face', 'face|facial|jaw|tmj|trigeminal|dental|tooth|ear|eye'],
  ['chest', 'chest|ribs?|intercostal|sternum|costochondral|breast'],
  ['abdomen', 'abdomen|abdominal|stomach|epigastric|belly|rlq|llq|ruq|luq'],
  ['pelvis', 'pelvi[cs]|perine\\w+|vulv\\w+|testic\\w+|scrotal|bladder|rectal|vaginal'],
];

const ANY = new RegExp(`\\b(?:${WORDS.map(([, words]) => `(${words})`).join('|')})\\b`, 'g');

/** Parts of the body that a stretch of lower-case text names. */
export function bodyPartsIn(text: string): Set<BodyPart> {
  const parts = new Set<BodyPart>();
  ANY.lastIndex = 0;
  for (let hit = ANY.exec(text); hit; hit = ANY.exec(text)) {
    const at = hit.findIndex((group, index) => index > 0 && group !== undefined);
    if (at > 0) parts.add(WORDS[at - 1]![0]);
  }
  return parts;
}

const NECK: readonly BodyPart[] = ['neck', 'upper-back', 'arm', 'shoulder', 'hand', 'head'];
const THORAX: readonly BodyPart[] = ['upper-back', 'chest', 'low-back', 'abdomen', 'neck'];
const LOW: readonly BodyPart[] = ['low-back', 'leg', 'hip', 'foot', 'pelvis'];

/** Where the complaint of these procedures can be felt; undefined when it cannot be said (then anywhere). */
export function bodyPartsOfProcedures(procedures: readonly Procedure[]): ReadonlySet<BodyPart> | undefined {
  if (procedures.length === 0) return undefined;
  const parts = new Set<BodyPart>();
  for (const procedure of procedures) {
    let known = false;
    for (const target of procedure.targets) {
      const region = target.region;
      const felt =
        region === 'cervical'
          ? NECK
          : region === 'thoracic'
            ? THORAX
            : region === 'lumbar' || region === 'sacral'
              ? LOW
              : undefined;
      const own = felt ?? [...bodyPartsIn((target.name ?? '').replaceAll('-', ' '))];
      for (const part of own) {
        parts.add(part);
        known = true;
      }
    }
    if (!known) return undefined;
  }
  return parts;
}

/** False when the text names parts of the body and none of them belongs to the procedures. */
export function belongs(text: string, wanted: ReadonlySet<BodyPart> | undefined): boolean {
  if (!wanted) return true;
  const parts = bodyPartsIn(text);
  if (parts.size === 0) return true;
  for (const part of parts) if (wanted.has(part)) return true;
  return false;
}
