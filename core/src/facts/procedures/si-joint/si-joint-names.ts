import type { ProcedureName } from '../family-words.ts';

const JOINT = String.raw`(?:sacro-?\s?iliac|\bs\.?i\.?(?= (?:joints?|jts?|inj|steroid|block|intra))|\bsij)\b`;
const NERVES = String.raw`\b(?:lateral branch(?:es)?|sacral (?:nerves?|lateral|dorsal ram\w+)|s1 ?(?:-|–|to|through|thru|,|\/) ?s?[234]\b|s[23]\b)`;
const ABLATION = String.raw`\b(?:radio-?\s?frequency|rf\b|rfa\b|rfn\b|rftc\b|ablations?|neurotom(?:y|ies)|rhizotom(?:y|ies)|denervations?|neurolys[ie]s|thermo-?coagulation|lesioning)`;
/** What may stand between the place and the act without making it another procedure. */
const GAP = String.raw`(?:(?!\b(?:inject|block|facet|medial|epidural|prior|before|anticipat|candidate|thoracic|cervical)|\d\. )[^.;]){0,70}?`;
const BLOCK = String.raw`\b(?:blocks?\b|blocked|blockades?|inject(?:ions?|ed)|infiltrat\w+|anesthe\w+)`;
const FILL = String.raw`(?:[\s,(-]+(?:joints?|jts?\.?|intra-?articular|steroid|corticosteroid|cortisone|anesthetic|diagnostic|therapeutic|left|right|bilateral|lt\.?|rt\.?|both|arthrogram and|fluoroscop\w+|fluoro|ct|ultrasound|guided|guidance|under|with|and|steroids?|nerve|region|#\d|number|first|second|third|repeat|were|was|then))*[\s),-]+`;
const LEAD = String.raw`(?:[\s,(-]+(?:of|to|into|in|at|for|on|the|left|right|rt\.?|lt\.?|both|bilateral|each|inferior|lower|aspect|pole|posterior|intra-?articular|steroid|corticosteroid|local|anesthetic|diagnostic|therapeutic|and|under|fluoroscop\w+|guided|guidance|image|ct|sided?)){0,12}[\s,(-]+`;

/** How notes name procedures on the sacroiliac joint and its nerves; specific names first. */
export const SI_JOINT_NAMES: readonly ProcedureName[] = [
  {
    kind: 'sacral-lateral-branch-ablation',
    words: new RegExp(`(?:${NERVES}|${JOINT})${GAP}${ABLATION}|${ABLATION}${GAP}(?:${NERVES}|${JOINT})`, 'g'),
  },
  {
    kind: 'sacral-lateral-branch-block',
    words: new RegExp(
      String.raw`\b(?:sacral )?lateral branch(?:es)?(?:[\s,]+(?:nerves?|of|the|s\d\S*|l5|dorsal|ram\w+|and|through|to|left|right|bilateral|diagnostic|sacral|at)){0,10}[\s,]+${BLOCK}|${BLOCK}(?:[\s,]+(?:of|to|the|at|left|right|bilateral|l5|l4|dorsal|ram\w+|and|s\d\S*|sacral|-|through|diagnostic|sided?)){0,14}[\s,]+lateral branch|\bs1 ?(?:-|–|to|through|,) ?s?[23]\b[^.;]{0,40}?\b(?:blocks?|blocked)\b`,
      'g',
    ),
    unless: /\bepidural|transforaminal|nerve root/,
  },
  {
    kind: 'si-joint-injection',
    words: new RegExp(
      String.raw`${JOINT}${FILL}(?:inj(?:ect\w*|s?\b\.?)|blocks?\b|blocked|blockades?|arthrograms?|infiltrat\w+|steroid\b)|\b(?:inj(?:ect\w*|s?\b\.?)|blocks?|infiltrat\w+|arthrograms?|instill\w+)${LEAD}${JOINT}`,
      'g',
    ),
    unless: /\bfusion\b|arthrodesis|\bscrews?\b|implant/,
  },
];

export const SI_JOINT_GATE =
  /sacro-?\s?iliac|\bs\.?i\.? (?:joint|jt|inj|block)|\bsij\b|lateral branch|\bs1\b[^.]{0,20}\bs[23]\b/;
/** Words of the narrative that belong to a procedure on the sacroiliac joint or its nerves. */
export const SI_JOINT_NARRATIVE =
  /sacro-?\s?iliac|\bs\.?i\.? (?:joint|jt)|\bsij\b|lateral branch|sacral (?:ala|foram)|\bs1\b[^.]{0,24}\bs[23]\b/;
