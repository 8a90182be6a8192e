/** `PROCEDURE:,  …`: a table of transcripts that kept a comma for each end of a line. */
const KEPT = /[A-Z]{3}\)?:,/;
const COMMA =
  /,(?=\s*(?:[A-Z][A-Z0-9 \t/&()'.-]{2,70}|(?:Pre|Post)[a-z-]+ Diagnos[ei]s):)|(?<=[A-Z)]:),|(?<=[.?!:]),(?=\s*(?:\d{1,2}[.)]\s|[A-Z]))/g;

/** The same text with its ends of lines; every character stands where it stood. */
export function withLineBreaks(text: string): string {
  if (!KEPT.test(text)) return text;
  return text.replace(COMMA, (_, at: number) => (text.charAt(at - 1) === ':' ? ' ' : '\n'));
}
