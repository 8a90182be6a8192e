import type { ProcedureName } from '../family-words.ts';
import { JOINT_SITES, TENDON_SITES, type SiteWords } from './site-words.ts';

const ACT = String.raw`(?:inj(?:ect\w*|s?\b\.?)|infiltrat\w+|instill\w+|arthrocentes[ie]s|visco-?supplementation|cortisone shots?|steroid shots?|aspirat\w+(?:[ /]+(?:and|&|with)?[ /]*inject\w*)?)`;
const ONE_WORD = String.raw`(?:joints?|jts?\.?|bursae?|bursal|space|cartilages?|junctions?|capsule|intra-?articular|ia|steroids?|corticosteroids?|cortisone|kenalog|depo-?medrol|triamcinolone|synvisc(?:-one)?|euflexxa|orthovisc|monovisc|supartz|hyalgan|durolane|gel-?one|hyaluron\w+|prp|visco|anesthetic|diagnostic|therapeutic|disten(?:t|s)ion|hydro-?dilat(?:at)?ion|hydro-?disten(?:t|s)ion|brisement|tendons?|tendon sheaths?|sheaths?|insertion|origin|ligaments?|region|area|left|right|bilateral(?:ly)?|both|lt\.?|rt\.?|[rl]|fluoroscop\w+|fluoro|ultrasound|sonograph\w+|us|image|ct|guided|guidance|under|with|without|and|or|was|were|then|also|again|#?\d|first|second|third|release|landmark|thumb|index|long|middle|ring|small|little|finger|toe|mcp|pip|dip|cmc)`;
const TRAIL = String.raw`(?:[\s,()/:-]+${ONE_WORD})*[\s,()/:-]+`;
const LEAD = String.raw`(?:[\s,()/:-]+(?:of|to|into|in|within|at|on|for|the|her|his|patient's|each|a|left|right|rt\.?|lt\.?|[rl]|both|bilateral|joints?|bursae?|intra-?articular|steroids?|corticosteroid|cortisone|local|anesthetic|diagnostic|therapeutic|and|under|fluoroscop\w+|ultrasound|guided|guidance|with|image|sided?|large|major|small|intermediate|area|lateral|medial|anterior|posterior|aspect|superior|inferior|portion|compartment|thumb|index|long|middle|ring|small|little|finger|great|toe|first|second|third|fourth|fifth|greater|symptomatic|painful|affected|\d(?:st|nd|rd|th)?|\d+%?|m[lg]|cc|kenalog|depo-?medrol|triamcinolone|lidocaine|performed|done|given)){0,16}[\s,()/:-]+`;

/** Procedures in whose neighbourhood an injection is a part of something else, or is none. */
const ELSEWHERE =
  /\barthroscop|\barthroplast|replacement|\bfusion\b|arthrodesis|\bgenicular|botulinum|botox|\ballerg|vaccin|\bflu shot|\binsulin|\bb-?12\b|intramuscular|\bim inject|subcutaneous inject|intravenous|\bganglion cyst|\bmucous cyst/;

/** How notes name an injection of one of these places. */
export function namesOf(kind: string, sites: readonly SiteWords[]): ProcedureName {
  const place = `(?:${sites.map((site) => site.words.source).join('|')})`;
  return {
    kind,
    words: new RegExp(
      String.raw`(?<!trigger[- ]points?\b[^.;\n]{0,70})${place}${TRAIL}${ACT}|\b${ACT}${LEAD}${place}`,
      'g',
    ),
    unless: ELSEWHERE,
  };
}

export const JOINT_NAMES: readonly ProcedureName[] = [namesOf('joint-injection', JOINT_SITES)];
export const TENDON_NAMES: readonly ProcedureName[] = [...new Set(TENDON_SITES.map((site) => site.kind))].map((kind) =>
  namesOf(
    kind,
    TENDON_SITES.filter((site) => site.kind === kind),
  ),
);

export const JOINT_GATE = anyOf(JOINT_SITES);
export const TENDON_GATE = anyOf(TENDON_SITES);

function anyOf(sites: readonly SiteWords[]): RegExp {
  return new RegExp(sites.map((site) => site.words.source).join('|'));
}
