import type { ProcedureName } from '../family-words.ts';

const NERVE_OR_JOINT = String.raw`\b(?:facets?\b|facet joints?|medial branch(?:es)?|median branch(?:es)?|dorsal ram(?:us|i)|primary ram(?:us|i)|zygapophys\w+|zygoapophys\w+|z-?joints?|third occipital|\bton\b)`;
const ELSEWHERE =
  /\b(?:sacro-?iliac|si joints?|sij\b|lateral branch|genicular|basivertebral|splanchnic|sympathetic|(?<!third )occipital nerve|intercostal|suprascapular|cluneal|ilio-?inguinal|ilio-?hypogastric|genito-?femoral|pudendal|obturator|femoral|sciatic|peroneal|tibial|gluteal|gasserian|ganglion of|ganglion impar|hypogastric|celiac|disc\b|annul|tumor|trigeminal|gasserian|uterine|cardiac|atrial|varic|saphenous|liver|renal|thyroid|hip\b|knee|shoulder)/;

/** How notes name procedures on the facet joints and their nerves; specific names first. */
export const FACET_NAMES: readonly ProcedureName[] = [
  {
    kind: 'facet-cyst-rupture',
    words:
      /\b(?:(?:facet|synovial|juxta-?facet|juxta-?articular|ganglion) )?cysts? (?:\w+ ){0,2}?(?:ruptur\w+|aspirat\w+|fenestrat\w+|decompress\w+)|\b(?:ruptur\w+|aspirat\w+) of (?:\w+ ){0,6}?(?:facet|synovial|juxta-?facet) cysts?/g,
    needs: /facet|lumbar|cervical|thoracic|[ctl]\d|spin/,
  },
  {
    kind: 'facet-ablation',
    words: new RegExp(
      String.raw`\b(?:radio-?\s?frequency|rf\b|rfa\b|rfn\b|rftc\b|rfl\b|rf[- ]?ablation|thermal|thermo-?coagulation|pulsed|cooled|cryo\w*|laser|phenol|alcohol|chemical)?[\s-]*(?:thermal |thermo-?coagulation |pulsed |cooled )?(?:ablations?|neurotom(?:y|ies)|neuro-?ablations?|rhizotom(?:y|ies)|rhizolysis|denervations?|neurolys[ie]s|lesioning|lesions?|thermo-?coagulation|radio-?\s?frequency|rfa\b|rfn\b|rftc\b|rfl\b|rf\b)`,
      'g',
    ),
    needs: new RegExp(`${NERVE_OR_JOINT}|\\b[ctl]-?\\d|\\b(?:lumbar|cervical|thoracic|lumbosacral)\\b`),
    unless: ELSEWHERE,
  },
  {
    kind: 'facet-injection',
    words: new RegExp(
      String.raw`(?<!\b(?:2|two|both|x2) (?:\+|pos(?:itive)?|successful|concordant|good) (?:dx |diagnostic )?)\bmbn?bb?s?\b|${NERVE_OR_JOINT}(?: nerves?| joints?| jts?\b\.?)?(?: (?:nerves?|joints?|jts?|steroid|intra-?articular|diagnostic|therapeutic|and|[ctls]-?\d\S*|dorsal ram(?:us|i)|left|right|bilateral))*[\s,]*(?:inject(?:ions?|ed)|inj\b|blocks?\b|blocked|blockades?|arthrograms?|infiltration|steroid)|\b(?:inject(?:ions?|ed)|blocks?|blocked|blockade|arthrograms?|infiltration|anesthetized)\b(?: of| to| into| at| for| on|,)?(?: (?:the|of|at|on|left|right|rt\.?|lt\.?|both|bilateral|lumbar|cervical|thoracic|lumbosacral|diagnostic|following|[ctls]-?\d\S*|and|to|through|,|&|levels?|sided?|joints?|nerves?)){0,14}[\s,]*${NERVE_OR_JOINT}`,
      'g',
    ),
    unless: /\bfacetectom|facet (?:screw|fusion|lock|dislocat)/,
  },
  {
    kind: 'facet-injection',
    words: /\b(?:facet|zygapophys\w+|z) ?-?joints?,? (?:intra-?articular|ia\b)|\bintra-?articular facets?\b/g,
    unless: /\bfacetectom|facet (?:screw|fusion|lock|dislocat)/,
  },
  {
    kind: 'facet-injection',
    words: new RegExp(NERVE_OR_JOINT, 'g'),
    needs: /\b(?:inject\w*|inj\b|blocks?\b|blocked|blockade|arthrogra\w+|infiltrat\w+|mbbs?\b)/,
    unless:
      /\bfacetectom|facet (?:screw|fusion|lock|dislocat|arthropath|hypertroph|disease|syndrome|pain|mediated|loading)|facet-mediated|radio-?frequency|\brfa?\b|rhizotom|neurotom|denervat|ablat|lesion/,
  },
];

/** Words of the narrative that belong to a facet procedure. */
export const FACET_NARRATIVE =
  /\bfacets?\b|medial branch|median branch|dorsal ram|\b[ctl]-?\d{1,2} (?:mbb?s?|dr)\b|zygapophys|z-?joint|articular pillar|third occipital|lesion(?:ed|ing)|\bmbb|\barticulation\b|\bjoint (?:space|cleft)|\b[ctl]-?\d{1,2}[-/](?:[ctls]-?)?\d joint\b|\bin line with the joint/;
export const FACET_GATE =
  /facet|medial branch|median branch|mbbs?\b|mbnb|zyga|z-?joint|dorsal ram|third occipital|radio-?\s?frequency|\brf|rhizo|neurotomy|denervat|[ctl]-?\d{1,2} (?:mb|dr)\b/;
