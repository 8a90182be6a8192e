import { WIRE_ISSUES } from './issues.ts';

/** The reference page of this package's Issue codes, as Markdown. */
export function wireIssuesPage(): string {
  const rows = Object.entries(WIRE_ISSUES).map(([code, [level, message, hint]]) => `| \`${code}\` | ${level} | ${message} | ${hint} |`);
  return [
    '# Issues of the claim file codec',
    '',
    'Generated from `wire/src/issues.ts`; a test fails when they differ (`npx tsx scripts/generate-wire-issues.ts` writes it anew).',
    'An Issue says that a file is malformed, never that something is not covered. Each carries its place: interchange, group,',
    'transaction, loop, ordinal of the segment in its transaction, element, byte offset.',
    '',
    '| Code | Level | What | What to do |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
