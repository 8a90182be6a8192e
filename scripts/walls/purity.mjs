/** What may not stand in core: the law (it is data), the world (it is given) and chance. Comments may name them. */
const RULES = [
  { pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, why: 'asks the clock' },
  { pattern: /\bMath\.random\b|\bcrypto\b\.|\brandomUUID\b/, why: 'asks chance' },
  { pattern: /from 'node:|import\('node:|\brequire\(/, why: 'imports the machine' },
  { pattern: /\bprocess\.|\bglobalThis\b|\bfetch\(/, why: 'reaches outside' },
  {
    pattern: /\b(?:[0-9]{4}[0-9TFU]|[A-V][0-9]{4})\b/,
    why: 'names a code (or is a bare five-digit number): codes are data',
  },
  { pattern: /\b[LA][0-9]{5}\b|\bNCD\s?[0-9]{2,3}\.[0-9]/, why: 'names a coverage document' },
  {
    pattern:
      /['"`][^'"`\n]*\b(?:noridian|novitas|palmetto|first coast|fcso|wps|ngs|national government|cgs|aetna|cigna|humana|anthem|united ?health|uhc|blue (?:cross|shield)|bcbs|tricare)\b/i,
    why: 'names a payer or contractor',
  },
];

/** Law of the modifiers that core may ask for by meaning only. */
const MODIFIERS = 'library/edits/modifiers.yaml';
/** Two figures in a comparison with a place are a place of service. */
const PLACE = /place/i;

/** Modifiers to which the law gives a meaning; those that only name a finger or toe are also vertebrae and units of drugs. */
export function modifiersOf(house) {
  const law = house.find(({ path }) => path === MODIFIERS)?.text ?? '';
  const means = /^means:\n((?:[ #].*\n)+)/m.exec(law)?.[1] ?? '';
  return new Set(
    [...means.matchAll(/^ {2}([a-z-]+): \[(.*)\]/gm)]
      .filter(([, meaning]) => meaning !== 'anatomic')
      .flatMap(([, , words]) => words.replaceAll("'", '').split(/, */)),
  );
}

/**
 * Problems of one file of core, with their lines.
 *
 * @param {{ path: string, text: string }} file
 * @param {ReadonlySet<string>} modifiers those that the law gives a meaning
 */
export function impurities({ path, text }, modifiers) {
  const namesModifier = (line) =>
    !PLACE.test(line) && [...line.matchAll(/(['"`])([0-9A-Z]{2})\1/g)].some(([, , word]) => modifiers.has(word));
  return withoutComments(text)
    .split('\n')
    .flatMap((line, index) => {
      const reasons = RULES.filter(({ pattern }) => pattern.test(line)).map(({ why }) => why);
      if (namesModifier(line)) reasons.push('names a modifier: ask what it means, the law tells');
      return reasons.map((why) => `${path}:${index + 1} ${why}: ${line.trim().slice(0, 90)}`);
    });
}

/** Comments become blanks, lines stay. A `//` inside a quoted string is kept. */
function withoutComments(text) {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
}
