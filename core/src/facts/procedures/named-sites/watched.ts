/** What is fastened to the patient or measured on him: a vein, a cuff, a pad, a probe of temperature. */
const WATCHED =
  /\b(?:i\.?v\.?|intravenous|vein|venous access|heplock|saline lock|bp|(?:blood )?pressure cuff|cuff|tourniquet|oximet\w+|pulse ox|sp ?o2|grounding|(?:return|dispersive|ground) (?:pad|electrode)|ekg|ecg|leads? (?:for|of) the (?:ekg|ecg)|thermist\w+|thermomet\w+|temperatures?|temps?|(?:skin|temperature|surface) (?:probes?|sensors?|strips?|patch(?:es)?)|monitors?|monitoring)\b/;
/** A treating needle in the same clause: its side counts, whatever else is told. */
const TREATS =
  /\b(?:needles?|tuohy|inject\w*|block(?:ed)?|ablat\w*|lesion\w*|cannulae?s?|tip|ganglion|plexus|nerves?|joints?|procedure)\b/;
/** `the right read 29.8`, `left 32.6`, `right thumb rose to 34`: what was measured. */
const READING =
  /^[- ](?:sided? )?(?:(?:hand|foot|palm|thumb|toe|finger|index finger|great toe|arm|leg|limb|side|one)s? )?(?:(?:read|reading|was|is|were|at|from|to|of|measured|registered|rose|climbed|went|warmed|stayed|increased|up|temp\w*|skin)[ ,:]+){0,4}(?:about |to |from |at )?(?:2\d|3\d)(?:\.\d)?\b(?! ?-? ?(?:g\b|ga\b|gauge|ml|cc|mg|mm|cm|units?|sec|min|%))/;
/** What ends a clause. */
const CLAUSE =
  /[.;:\n]|, (?=(?:and|then|a|an|the|under|with|while)\b)|\b(?:and|then) (?=(?:a|an|the|under|with|then|after|i|we)\b)/g;

/**
 * True of a side that says where the patient was watched and not where he was treated.
 * @param words the sentence in lower case; `start` and `end` of the side in it
 */
export function isWatched(words: string, start: number, end: number): boolean {
  if (READING.test(words.slice(end, end + 60))) return true;
  let [from, to] = [0, words.length];
  CLAUSE.lastIndex = 0;
  for (let stop = CLAUSE.exec(words); stop; stop = CLAUSE.exec(words)) {
    if (stop.index < start) from = stop.index + stop[0].length;
    else if (stop.index >= end) {
      to = stop.index;
      break;
    }
  }
  const clause = words.slice(from, to);
  return WATCHED.test(clause) && !TREATS.test(clause);
}
