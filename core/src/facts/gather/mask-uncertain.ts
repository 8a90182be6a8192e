import { allMatches } from '../text/all-matches.ts';
/** A sentence in lower case without what it denies, doubts or tells of other days; of the same length. */
export function maskUncertain(words: string): string {
  let out = words;
  if (!DOUBT.test(out)) return out;
  out = blankAhead(out, DENIED);
  for (const cue of BEHIND) {
    for (const hit of allMatches(out, cue)) {
      const before = out.slice(0, hit.index);
      const from = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('·')) + 1;
      out = blank(out, from, hit.index + hit[0].length);
    }
  }
  return blankAhead(out, DOUBTED);
}

function blankAhead(words: string, cues: readonly (readonly [RegExp, RegExp])[]): string {
  let out = words;
  for (const [cue, reach] of cues) {
    for (const hit of allMatches(out, cue)) {
      const from = hit.index;
      const rest = out.slice(from + hit[0].length);
      const stop = reach.exec(rest)?.index ?? rest.length;
      out = blank(out, from, from + hit[0].length + stop);
    }
  }
  return out;
}

/** Most sentences have none of these and need no closer look. */
const DOUBT =
  /\b(?:no|not|nor|neither|without|den(?:y|ies|ied|ying)|never|none|cannot|negative|absen\w*|free of|lacks?|rul\w+ out|r\/o|possib\w+|probab\w+|question\w*|suspect\w*|suspicio\w+|suggest\w*|likely|presum\w+|consistent|compatible|working|appears?|seems?|concern\w*|versus|vs|may|might|could|would|superimposed|top of|background|along with|addition|as well|mimic\w*|resembl\w+|risk|prior|previous|old|past|former|resolved|remission|unrelated|history|hx|h\/o|or|thought|differential|exclude\w*|unlikely|doubt\w*|wonder\w*|prevent\w*)\b|n't|\?/;

const CLAUSE =
  /[;:!?]|\.\s|\b(?:but|however|although|though|except|whereas|while|yet|instead|because|due to|secondary to|who|today|now|here|present(?:s|ed|ing)?|comes?|came|returns?|has|had|is|was)\b|,\s*(?:she|he|they|the|this|with|here)\b|,\s*(?=[^,]*\b[ctls]\d)(?!.*\bor\b)/;
const PHRASE =
  /[;:!?,]|\.\s|\b(?:but|and (?:has|is|now|presents|comes|here)|however|although|who|today|now|here|present(?:s|ed|ing)?|comes?|came|returns?|for (?:a|an|the|his|her))\b/;

/** What denies the words behind it, and how far. */
const DENIED: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:no(?! (?:better|longer relieved|relief|help|improvement|benefit|response|change)\b)|nor|neither|never|den(?:y|ies|ied|ying)|none|negative for|absence of|free of|lacks?|cannot have)\b/g,
    CLAUSE,
  ],
  [
    /(?:\bnot|n't)\b(?! (?:intractable|\w*(?:improv|respond|help|settl|tolerat|reliev|respons|better|controll|touch|work|want|able|eas|gett|gone|candidate|only|adequate|amenable|manag|fully|enough|bother|sleep|walk|lift|bear|stand))\b)(?! (?:been |be |to |yet |very |well |able |responded )*(?:improv|respond|help|settl|tolerat|reliev|respons|better|controll|touch|work|want|able|gett|candidate|only|adequate|amenable|manag|enough)\w*)/g,
    CLAUSE,
  ],
  [
    /\bwithout\b(?! aura\b| (?:relief|success|benefit|improvement|help|lasting|much|any relief|surgery|trauma|injury)\b)/g,
    PHRASE,
  ],
];

/** What doubts the words behind it or sets them in the past, and how far. */
const DOUBTED: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:possib(?:le|ly)|probabl[ey]|questionable|question of|suspect(?:s|ed|ing)?|suspicio(?:n of|n for|us for)|suggest(?:s|ed|ing|ive of|ive)?|(?:un)?likely|presum(?:ed|ably|ptive)|(?:consistent|compatible) with|in keeping with|working diagnosis(?: of)?|appears? (?:to|like)|seems? (?:to|like)|concern(?:ing|ed)? (?:for|of|about)|(?:may|might|could|would) (?:\w+ )?(?:be|have|represent|reflect|suggest|come|develop)|superimposed on|on top of|on a background of|along with|in addition to|as well as (?:his|her)|mimic\w*|resembl\w+|risks? (?:of|for|factors?)|thought to|differential(?: diagnosis)?|rul(?:e|es|ed|ing)[ -]out|r\/o|doubt\w*|wonder\w*|to (?:exclude|prevent)|prior|previous(?:ly)?|(?<!year |years |month |months |week |day |-)old(?! (?:man|male|woman|lady|gentleman|female|patient|with|who|right|left))|former(?:ly)?|past(?! (?:\w+ ){0,2}(?:day|week|month|year)s?\b)|resolved|unrelated|family history of)(?![a-z])/g,
    PHRASE,
  ],
  // `A three-year history of neck pain` is had now.
  [
    /(?<!\b(?:day|week|month|year|long|longstanding|standing|lengthy|extended|decade)s?['’]?[\s-])\b(?:history|hx) (?:is |was )?(?:of|significant for|notable for|positive for|includes)|\bh\/o/g,
    /[;:!?]|\.\s|\b(?:but|however|who|today|now|here|present(?:s|ed|ing)?|comes?|came|returns?|complain\w+)\b/,
  ],
];

/** What denies or doubts the words before it. */
const BEHIND: readonly RegExp[] = [
  /\b(?:is|are|was|were|has been|have been|has|have|had)\s+(?:now |since |completely |largely )*(?:not (?:seen|noted|present|found|identified|thought|suspected)|never|denied|absent|ruled out|excluded|resolved|gone|unlikely|doubtful|possible|suspected|questionable|considered|in remission|unrelated|unremarkable|asymptomatic|quiet|negative)\b/g,
  /:\s*(?:no|none|negative|denied|denies|absent|n\/a)\b/g,
  /\?(?=\s|$)|\b(?:not present|not seen|not noted|in remission|resolved)\b/g,
  /\b(?:versus|vs\.?)\s[^,;.]*/g,
  /(?:itis|pathy|osis|algia|syndrome|herniation|tear|bursitis|stenosis)\s+or\s+(?:[\w-]+\s+){0,4}?[\w-]*(?:itis|pathy|osis|algia|syndrome|herniation|tear|stenosis|pain)\b/g,
];

function blank(words: string, from: number, to: number): string {
  return words.slice(0, from) + '\u00b7'.repeat(to - from) + words.slice(to);
}
