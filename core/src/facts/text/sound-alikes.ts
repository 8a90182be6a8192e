import type { Reading } from './rewritten.ts';
import type { TextIndex } from './text-index.ts';

const NUMBER = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
/** What a number counts when it names no vertebra. */
const COUNTED = String.raw`(?! ?-?(?:patients?|times?|days?|weeks?|months?|years?|hundred|mg|ml|cc|milli\w+|inch\w*|needles?|cups?|people|of (?:them|these|those))\b)`;

/**
 * Words that speech recognition writes for others that sound alike, each with what was said. Only what is no phrase of
 * a note by itself: `see arm` is no seen arm, as that one would be `see the arm`.
 */
const HEARD: readonly (readonly [heard: string, said: string])[] = [
  // `see seven tea one`, `see five six`, `ell four ell five`, `el five ess one`
  [
    String.raw`(?:see|sea)(?= (?:${NUMBER})[ -](?:(?:tea|tee|t|see|sea|c) (?:${NUMBER}|\d)|(?:two|three|four|five|six|seven)\b${COUNTED}))`,
    'C',
  ],
  [String.raw`(?<=\b(?:see|sea|c) (?:${NUMBER}|\d)[ -])(?:see|sea)(?= (?:${NUMBER}|\d)\b)`, 'C'],
  [String.raw`(?<=\b(?:see|sea|c|tea|tee|t) ?(?:${NUMBER}|\d\d?)[ -])te[ea](?= (?:${NUMBER}|\d)\b)`, 'T'],
  [String.raw`te[ea](?= (?:${NUMBER})[ -](?:tea|tee|t) (?:${NUMBER}|\d))`, 'T'],
  [String.raw`ell?(?= (?:one|two|three|four|five)\b${COUNTED})`, 'L'],
  [String.raw`(?<=\b(?:ell?|l) ?(?:five|5)[ -])ess(?= (?:one|1)\b)`, 'S'],
  [String.raw`ess(?= (?:one|two|three|four)\b${COUNTED})`, 'S'],
  // The machine and what it shows.
  [String.raw`(?:see|sea)[ -]arm(?! (?:pain|exam\w*|diagram|weak\w*|numb\w*|strength|above|below|band|flow))`, 'C-arm'],
  [
    String.raw`(?:floor|flora|floral|flour|flower|fluoro)[ -]?(?:oh?|a|us)?[ -]?s(?:c|k)op(?:y|e he|e e|ee|he)`,
    'fluoroscopy',
  ],
  [String.raw`(?:floor|flora|floral|flour|flower|fluoro)[ -]?(?:oh?|a|us)?[ -]?scopic`, 'fluoroscopic'],
  [String.raw`omn[ei][ -]?pa(?:ck?|k|que)`, 'Omnipaque'],
  [String.raw`(?:eye[ -]so|iso|ice[ -]o)[ -]?(?:view|vue)`, 'Isovue'],
  [String.raw`see[ -](?:ess|s)[ -](?:eff|f)`, 'CSF'],
  // Needles and places.
  [String.raw`(?:two|too|to|tu|tea|2)[ -]?(?:e|ee|he|hee|ey)(?=[ -](?:needle|epidural))`, 'Tuohy'],
  [
    String.raw`(?:fast|fuss|fassett?|faucet|facit)[ -]?(?:sets?|its?|s)?(?= (?:joints?|blocks?|injections?|nerves?|levels?|denervation|arthropath\w+|syndrome|mediated|loading))`,
    'facet',
  ],
  [String.raw`trans[ -]?for[ -]?(?:am|em|om|um)[ -]?[aei]n[ae]l`, 'transforaminal'],
  [String.raw`(?:sack row|sacral|sacro|sac ro|second row)[ -](?:il+[ie]?ac|ill? ?iac)(?= joints?)`, 'sacroiliac'],
  [
    String.raw`(?:media|meteor|medical|middle)[ -]branch(?=(?:es)? (?:block|nerve|radio|ablat|rhizot|neurot))`,
    'medial branch',
  ],
  // Drugs.
  [String.raw`dep(?:o|ot|po|oh)[ -]?med(?:[ -]roll?|roll|row|[ -]row|ral|[ -]rol)`, 'Depo-Medrol'],
  [String.raw`k[ae]n+(?:a|[ -]a|[ -]uh)[ -]log`, 'Kenalog'],
  [String.raw`mar[ck]?[ -]?c?a(?:ne|in|yne)`, 'Marcaine'],
  [String.raw`l[iy]do?[ -]?(?:a[ -])?ca(?:ne|in|yne)`, 'lidocaine'],
  [String.raw`b[ue]p+(?:iv|[ie] ?v|y v|a v)[aei]?[ -]?ca(?:ne|in|ine)`, 'bupivacaine'],
  [String.raw`dexa?[ -]?meth[ -]?(?:a|as)?[ -]?[sz]one`, 'dexamethasone'],
  [String.raw`(?:try|tri)[ -]?am[ -]?s?cin[ -]?(?:o|a)[ -]?l(?:one|own)`, 'triamcinolone'],
  [String.raw`beta[ -]dine`, 'Betadine'],
];

const ANY = new RegExp(`\\b(?:${HEARD.map(([heard]) => `(${heard})`).join('|')})\\b`, 'gi');
/** How they begin: most notes were typed, and hold none of it. */
const MAY =
  /\b(?:se[ea][ -](?:arm|ess|s\b|one|two|three|four|five|six|seven)|te[ea] (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|ell? (?:one|two|three|four|five)|ess (?:one|two|three|four)|flo(?:or|ra|ral|ur|wer)[ -]?(?:oh?|a|us)?[ -]?s[ck]op|fluoro[ -](?:oh?|a|us)?[ -]?s[ck]op|omn[ei][ -]?pac?k|eye[ -]so|iso[ -]?view|ice[ -]o[ -]|(?:two|too|to|tu|tea|2)[ -]?(?:ee?|hee?|ey)[ -](?:needle|epi)|f(?:ast|uss)[ -]sets? |fassett?|faucet|facit|trans[ -]?for[ -]?[aeou]m|sack row|sacral il|sacro il|sac ro|second row|(?:media|meteor|medical|middle) branch|dep(?:o|ot|po|oh)[ -]?med|k[ae]n+[ -]?(?:a|uh)[ -]log|mar[ck]?[ -]?c?a(?:ne|in|yne)\b|l[iy]do?[ -]?(?:a[ -])?ca(?:ne|in|yne)\b|b[ue]p+[iyae] ?v|dexa?[ -]meth|dexameth[ -]|(?:try|tri)[ -]am|beta[ -]dine)/i;

/** What speech recognition misheard, to be read as it was said. */
export function misheard(text: string, index: TextIndex): Reading[] {
  if (!index.holds(MAY, text)) return [];
  const found: Reading[] = [];
  for (const one of index.all(ANY, text)) {
    const said = HEARD[one.slice(1).findIndex((group) => group !== undefined)]![1];
    const [start, end] = [one.index, one.index + one[0].length];
    // A word that is spelled as it should be stays as it is.
    if (one[0].toLowerCase() !== said.toLowerCase()) found.push({ start, end, words: said });
  }
  return found;
}
