import type { ProcedureName } from '../family-words.ts';

/** Words near an epidural name that make it something else. */
const OTHER =
  /\bblood patch|stimulat|\bleads?\b|adhesiolysis|lysis of adhesions|neuroplasty|hematoma|abscess|\blabor\b|obstetric|cesarean|delivery|lipomatosis|interbody|\btlif\b|\bport\b|\bpump\b|decompress|discectom|endoscop|an(?:a)?esthesia (?:was|with|by)|epidural (?:an(?:a)?esthe\w+|analgesia)|fat graft/;

/** How notes name epidural injections; specific routes first. `epidural` alone leaves the route to the narrative. */
export const EPIDURAL_NAMES: readonly ProcedureName[] = [
  {
    kind: 'epidural-transforaminal',
    words:
      /\btrans-?\s?foraminal(?: \w+){0,2}?(?: epidural| steroid| esi)*\w*|\btf-?\s?esis?\b|\btfe\b|\btf epidural|\b(?:neuro-?\s?)?foraminal (?:epidural|steroid|injection|block)|\bselective (?:\w+ ){0,3}?(?:nerve[- ]?)?root[s]? (?:block|inject|sleeve)\w*|\bselective epidural|\bsnr[bi]s?\b|\b(?:nerve|spinal) roots? (?:sleeve )?(?:blocks?|injections?|infiltration)|\bselective nerve (?:block|injection)/g,
    unless: OTHER,
  },
  {
    kind: 'epidural-caudal',
    words:
      /\bcaudal(?:ly)?(?: approach)?(?: \w+){0,3}? (?:epidural|esi|block|steroid|injection)s?\b|\bepidural\b[^.;]{0,40}\b(?:caudal|sacral hiatus)\b|\bcaudal\b(?= approach|,? with|\s*$|\s*\.)/g,
    needs: /epidural|block|inject|esi\b|steroid/,
    unless: OTHER,
  },
  // A box that was ticked needs no word beside it.
  { kind: 'epidural-caudal', words: /\[x\]\s?caudal\b/g },
  { kind: 'epidural-interlaminar', words: /\[x\]\s?inter-?laminar\b/g },
  { kind: 'epidural-transforaminal', words: /\[x\]\s?trans-?foraminal\b/g },
  {
    kind: 'epidural-interlaminar',
    words:
      /\b(?:inter|intra|trans)-?\s?laminar\w*(?: \w+){0,3}? (?:epidural|esi|steroid|inject\w*|block)\w*|\bil-?\s?esis?\b|\bil epidural|\bepidural\b[^.;]{0,50}\b(?:inter|intra|trans)-?\s?laminar|\bparamedian epidural|\b(?:inter|intra|trans)-?\s?laminar(?= approach)/g,
    needs: /epidural|\besis?\b|ilesi|il-esi|inject/,
    unless: OTHER,
  },
  {
    kind: 'epidural',
    words:
      /\b(?:[lct]|ls|i)?esis?\b|\bepidural steroids?\b(?: \w+){0,3}?(?: injections?| blocks?)?|\bepidural(?: \w+){0,4}? (?:injections?|blocks?|blockade|infiltration|injected)\b|\b(?:injections?|blocks?)\b(?: \w+){0,5}? epidural(?: space)?\b|\b(?:lumbar|cervical|thoracic|lumbosacral) epidurals?\b(?! (?:space|fat|vein|catheter|an))|\bepidural(?= (?:#|number|no\b|series))|\bperidural (?:steroid|injection|block)\w*|\bepidurograms?\b/g,
    unless: OTHER,
  },
  {
    kind: 'epidural',
    words:
      /\bepidural catheter(?:(?: \w+){0,2}? (?:placement|insertion|implantation))?\b(?! (?:remov|out|was (?:removed|pulled)))|\b(?:placement|insertion) of (?:\w+ ){0,3}?epidural catheter/g,
    unless: new RegExp(`${OTHER.source}|post-?\\s?op|surg|thoracotomy|an(?:a)?esthe|intra-?op`),
  },
];

export const EPIDURAL_NARRATIVE =
  /\bepidur|\bcaudal|\bsacral (?:hiatus|canal)|\bhiatus\b|\b(?:sacro-?coccygeal|sc) (?:lig|memb)|\binter-?laminar|\btuohy|loss of resistance|\bforam(?:en|ina)|transforaminal|nerve root|\b(?:below|beneath|under) the (?:\w+ )?pedicle|hanging drop|\b(?:tf)?esi\b/;
export const EPIDURAL_GATE =
  /epidur|peridural|\besi|[lctfi]esi\b|\btfe|caudal|foramin|nerve[- ]?root|snr[bi]|selective nerve|foramen|laminar|sacral (?:hiatus|canal)|sacro-?coccygeal|tuohy|loss of resistance|hanging drop|\bhiatus/;
