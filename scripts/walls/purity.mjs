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

/**
 * Problems of one file of core, with their lines.
 *
 * @param {{ path: string, text: string }} file
 */
export function impurities({ path, text }) {
  return withoutComments(text)
    .split('\n')
    .flatMap((line, index) =>
      RULES.filter(({ pattern }) => pattern.test(line)).map(
        ({ why }) => `${path}:${index + 1} ${why}: ${line.trim().slice(0, 90)}`,
      ),
    );
}

/** Comments become blanks, lines stay. A `//` inside a quoted string is kept. */
function withoutComments(text) {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
}
