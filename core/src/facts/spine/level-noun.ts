import type { Span } from '../text/note.ts';

/**
 * What the levels beside a noun name. `landmark` (a process, a pedicle), `disc` and `condition` (a root's
 * distribution, a stenosis, a fusion) are not places that a needle treated in an epidural or facet procedure.
 */
export type LevelNoun =
  | 'medial-branch'
  | 'facet'
  | 'root'
  | 'foramen'
  | 'epidural'
  | 'lateral-branch'
  | 'landmark'
  | 'disc'
  | 'condition';

const NOUNS: readonly (readonly [LevelNoun, string])[] = [
  ['lateral-branch', 'lateral branch(?:es)?'],
  [
    'condition',
    'radicul\\w+|narrowing|(?:neural |neuro-?|intervertebral )?foraminal (?:stenosis|narrowing|encroachment|impingement|compromise|dis[ck])|lateral recess\\w*|dermatom\\w+|distribution|myotom\\w+|stenosis|spondyl\\w+|fusion|laminectom\\w+|hardware|herniat\\w+|protrusion|bulg\\w+|arthropathy|nerve root (?:compression|irritation|impingement)|pattern|fracture|vertebroplasty|kyphoplasty|decompression',
  ],
  [
    'medial-branch',
    'medial branch(?:es)?|median branch(?:es)?|mbb?s?\\b|mbnb|dr\\b|dorsal ram(?:us|i)|posterior (?:primary )?ram(?:us|i)|primary dorsal ram(?:us|i)|facet (?:joint )?nerves?|facet joint innervation|branch(?:es)?\\b',
  ],
  ['facet', 'facets?|zygapophys\\w+|zygoapophys\\w+|z-?joints?|apophyseal|articulations?|articular joints?|joints?'],
  [
    'landmark',
    'transverse process\\w*|transverse|tps?\\b|superior articul\\w+|inferior articul\\w+|articular (?:process\\w*|pillars?)|sap\\b|pedicles?|laminae?\\b|vertebra\\w*|vertebral bod\\w+|bod(?:y|ies)\\b|end-?plates?|spinous|lateral mass\\w*|uncinate|pillars?|pars\\b|junction|groove|ala\\b',
  ],
  [
    'foramen',
    'neural foram\\w+|neuro-?foram\\w+|intervertebral foram\\w+|sacral foram\\w+|foram(?:en|ina|inal)|trans-?foraminal\\w*|tf-?\\s?esis?|tfesis?|tfe\\b',
  ],
  ['root', 'nerve roots?|spinal nerves?|roots?|exiting nerves?|nerves?|snrb\\w*|snri\\w*|selective nerve'],
  ['disc', 'dis[ck]s?(?! space)|annul\\w+|nucle\\w+|discogra\\w+'],
  [
    'epidural',
    'inter-?laminar|intra-?laminar|trans-?laminar|inter-?spaces?|inter-?space|inter-?spinous space|epidural\\w*|[lct]?esis?\\b|ilesis?|dis[ck] space|space',
  ],
];

const ALL = NOUNS.map(([, words]) => `(${words})`).join('|');
const FILLER = String.raw`(?:left|right|rt\.?|lt\.?|bilateral(?:ly)?|bilat\.?|b\/l|(?:left|right)-sided?|side|both|the|on|at|level|levels|of|diagnostic|therapeutic|lumbar|cervical|thoracic|lumbosacral|paramedian|para-?sagittal|midline|selective|intra-?articular|deep|superficial|fluoroscop\w+|ct|guided|thermal|radiofrequency|rf|-|\/|,|\)|:|approach|posterior|exiting|traversing|respective|corresponding|individual|symptomatic|area|region|caudal|and)`;
const AFTER = new RegExp(String.raw`^\s*(?:\)?\s*)(?:${FILLER}\s*){0,5}?(?:\b(?:${ALL}))`);
const BEFORE = new RegExp(
  String.raw`\b(?:${ALL})(?:[a-z]*)(?:\s+(?:injections?|blocks?|nerves?|ablations?|neurotom\w+|rhizotom\w+|denervations?|steroid|injection|esi|joints?|branch\w*|rfa?|lesion\w*|radiofrequency|arthrograms?|procedures?|epidural|target\w*|thermal|coagulation|was|were|entered|injected|seen|noted|present|found|shown|demonstrated|identified))*[\s,:(]*(?:(?:at|of|from|for|to|between|over|overlying|in|on|into|supplying|innervating|including|involving|affecting|the|levels?|bilateral(?:ly)?|left|right|rt|lt|both|sides?|region|each|following|-|–)[\s,:(]+)*$`,
);

export interface NounMention extends Span {
  readonly noun: LevelNoun;
}

/** The noun that levels at `start`…`end` belong to: first what follows (`L4-5 facet`), else what leads to them (`facet joints at L4-5`). */
export function nounOf(lower: string, start: number, end: number, from: number, to: number): NounMention | undefined {
  const tail = lower.slice(end, Math.min(to, end + 64));
  const after = AFTER.exec(tail);
  if (after) return mention(after, end);
  const headStart = Math.max(from, start - 90);
  const before = BEFORE.exec(lower.slice(headStart, start));
  return before ? mention(before, headStart) : undefined;
}

function mention(found: RegExpExecArray, offset: number): NounMention | undefined {
  for (const [index, [noun]] of NOUNS.entries()) {
    const words = found[index + 1];
    if (words === undefined) continue;
    const at = found.index + found[0].lastIndexOf(words);
    return { noun, start: offset + at, end: offset + at + words.length };
  }
  return undefined;
}
