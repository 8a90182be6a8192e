import type { SectionRole } from './note.ts';
import { roleOfHeading } from './section-roles.ts';
import { looksLikeTitle } from './telling-lines.ts';

/** The beginning of a section. */
export interface Mark {
  readonly start: number;
  readonly bodyStart: number;
  readonly heading: string | undefined;
  readonly role: SectionRole;
  /** Where a heading that is itself the name of a procedure ends. */
  readonly nameEnd?: number;
}

/** A heading at the start of a line: number or bullet, words, then a colon or the end of the line. */
const AT_LINE =
  /^[ \t#*_>\u2022]*(?:\d{1,2}[.)]|[A-H][.)]|[IVX]{1,4}\.)?[ \t*_]*([A-Za-z][A-Za-z \t/&,()'’.-]{0,68}?(?:[ \t]#?\d(?=[ \t]*:))?)[ \t*_]*(?::+[*_]*|[ \t]+[-\u2013\u2014][ \t]+|\.?[ \t]*$)/;
/** A heading inside a line, behind the end of a sentence or a gap: `… None.  COMPLICATIONS: None.` */
const INSIDE = /(?:[.;,!?)\]]\s+|[ \t]{2,}|\t)((?:[A-Z][A-Za-z-]*[ \t/&()]{1,2}){0,5}[A-Z][A-Za-z()-]*)\s?:+/g;
/** Headings of a template that lost its line breaks: `… displacement Procedure performed: C7-T1 … Anesthesia: Local`. */
const PLAIN_INSIDE =
  /\s((?:Pre|Post)[- ]?(?:[Oo]p(?:erative)?|[Pp]rocedur(?:e|al)) [Dd]iagnos[ei]s|(?:Procedures?|Operation) [Pp]erformed|Name of [Pp]rocedure|(?:Procedure|Operation) in [Dd]etail|(?:Description|Details) of (?:the )?[Pp]rocedure|Indications?(?: for (?:the )?[Pp]rocedure)?|An(?:a)?esthesia|Complications|Informed [Cc]onsent|Consent|Technique|Follow[- ]?up|Plan|Findings|Disposition|Impression|Procedure|Diagnosis)\s?:+/g;
/** `… Same PROCEDURE: Left block …`: a known heading in capitals needs no end of a sentence before it. */
const CAPS_INSIDE = /\s((?:[A-Z]{2,}[ /&-]{1,2}){0,4}[A-Z]{4,})\s?:+/g;
/** `S: … O: … A: …`: what is said, seen and thought, each behind its letter. */
const SCHEME =
  /^[ \t]*S ?:[^\n]*(?:\n(?![ \t]*[OA] ?:)[^\n]*)*\n[ \t]*O ?:[^\n]*(?:\n(?![ \t]*A ?:)[^\n]*)*\n[ \t]*A ?:/m;
const LETTERS: Readonly<Record<string, SectionRole>> = { S: 'history', O: 'exam', A: 'assessment', P: 'plan' };

export function hasScheme(text: string): boolean {
  return (text.includes('O:') || text.includes('O :')) && SCHEME.test(text);
}

export function letterOf(line: string): Mark | undefined {
  const found = /^[ \t]*([SOAP])(?: ?\([^)\n]{1,30}\))? ?:[ \t]*/.exec(line);
  // What a plan tells of today is what was done.
  const done = found?.[1] === 'P' && /\b(?:given|injected|performed|done|procedure) today\b/i.test(line);
  const role = found?.[1] === undefined ? undefined : done ? 'description' : LETTERS[found[1]];
  return found && role ? { start: 0, bodyStart: found[0].length, heading: found[1], role } : undefined;
}

/** The heading that a line begins with. */
export function headingOf(line: string, wrapped: boolean): Mark | undefined {
  const found = AT_LINE.exec(line);
  const run = RUN_IN.exec(line);
  const added = ADDENDUM.exec(line);
  if (added) return { start: 0, bodyStart: added[0].length, heading: added[0].trim(), role: 'other' };
  if (run && !wrapped)
    return {
      start: run[0].indexOf(run[1]!),
      bodyStart: run[0].length,
      heading: run[1]!,
      role: roleOfHeading(run[1]!)!,
    };
  const set = wrapped ? undefined : setApart(line);
  if (set) return set;
  if (!found) return undefined;
  const words = found[1]!.trim();
  // `PROCEDURE (check all that were done)`: what stands in brackets is no part of the heading.
  const plain = words.replace(/\s*\([^)]*\)/g, '');
  const end = found[0].length;
  const colon = found[0].includes(':');
  const alone = line.slice(end).trim() === '';
  // A line of a wrapped paragraph that begins like a heading: `Consent was obtained. The patient`.
  if (!colon && (wrapped || /\.\s|\b(?:was|were|is|are|been|obtained|discussed)\b/i.test(plain))) return undefined;
  const known = roleOfHeading(words);
  const caps = plain === plain.toUpperCase() && /[A-Z]{3}/.test(plain);
  if (!colon && !alone && !(known && caps)) return undefined;
  if (!known && !(colon && caps && words.split(/\s+/).length <= 7)) return undefined;
  if (!colon && found[0].trimEnd().endsWith('.') && !caps) return undefined;
  const start = line.length - line.trimStart().length;
  // `FACET INJ: LT L3-4 …`: the heading is the name itself.
  if (!known && looksLikeTitle(words) && !NO_NAME.test(words))
    return { start, bodyStart: start, heading: words, role: 'title', nameEnd: end };
  const seenBy = known === 'imaging' && MACHINE.test(line.slice(end));
  const role = seenBy ? 'guidance' : known === 'title' && EARLIER.test(words) ? 'past-history' : known;
  return { start, bodyStart: end, heading: words, role: role ?? 'other' };
}

/** `IMAGING: C-arm`: what the needle was led by, no study of another day. */
const MACHINE =
  /^\W*(?:\[x\]\s?)?(?:c-?arm|fluoro\w*|ultrasound|us|ct)(?:[- ]guid\w+| used)?\b(?! (?:of|scan|showed?|shows|report|myelo))[^.\n]{0,60}$/i;
/** `PROCEDURES (last 12 months)`: those of other days. */
const EARLIER = /\([^)]*\b(?:last|prior|previous|past|histor\w+|reference|to date)\b[^)]*\)/i;

/** `**Procedure** Left L4-5 block`: a heading that its type sets apart. */
const SET_APART = /^[ \t]*(?:\*\*|__)([A-Za-z][A-Za-z \t/&'’-]{1,50}?)(?:\*\*|__)[ \t]+(?=\S)/;

function setApart(line: string): Mark | undefined {
  const found = SET_APART.exec(line);
  const words = found?.[1];
  const role = words === undefined ? undefined : roleOfHeading(words);
  if (!found || words === undefined || role === undefined) return undefined;
  return { start: found[0].indexOf(words), bodyStart: found[0].length, heading: words, role };
}

/** What was added later speaks of the whole note, not of the section it happens to follow. */
const ADDENDUM =
  /^[ \t*_-]*(?:ADDENDUM|Addendum|addendum)\b(?:[^\n:.]{0,60}$|(?:[^\n:]|\d:(?=\d\d)){0,44}:(?!\d\d)|[^\n:]{0,30}\d:\d\d\b[^\n:]{0,40}$)/;
/** `Details. The patient was …`: a heading that its full stop sets apart. */
const RUN_IN =
  /^[ \t]*(Background|(?:Procedure )?Details|Details of (?:the )?procedure|Description(?: of (?:the )?procedure)?|Technique|Procedure in detail|Narrative|Findings|Indications?|Complications|Plan|Disposition|Impression)\.[ \t]+(?=[A-Z0-9])/;

/** A line in small letters goes on with the one before it, unless that one ended. */
export function isWrapped(text: string, at: number, line: string): boolean {
  if (!/^\s*[a-z]/.test(line)) return false;
  const before = text.slice(Math.max(0, at - 100), at).trimEnd();
  const opened = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  return before.length - opened > 40 && !/[.:;!?)]$/.test(before);
}

const NO_NAME =
  /instruct|consent|plan|histor|prior|previous|past|request|discuss|risk|candidate|authori|follow|respons|goal|about|educat|checklist|template|policy|benefit|indicat|contraindic|require|criteria|necess|needs?\b/i;

/** Headings in the midst of a line that begins at `at`, from left to right. */
export function headingsInside(line: string, at: number, from: number): Mark[] {
  if (!line.includes(':')) return [];
  const found = new Map<number, Mark>();
  for (const pattern of [INSIDE, PLAIN_INSIDE, CAPS_INSIDE]) {
    pattern.lastIndex = Math.max(0, from - 1);
    for (let one = pattern.exec(line); one; one = pattern.exec(line)) {
      const words = pattern === CAPS_INSIDE ? knownEnd(one[1]!) : one[1]!.trim();
      const start = one.index + one[0].lastIndexOf(words);
      const caps = words === words.toUpperCase() && /[A-Z]{3}/.test(words);
      const known = roleOfHeading(words);
      if (start < from || (!known && (pattern === CAPS_INSIDE || !(caps && words.length >= 5)))) continue;
      const bodyStart = one.index + one[0].length;
      if ([...found.values()].some((mark) => mark.start - at < bodyStart && start < mark.bodyStart - at)) continue;
      found.set(start, { start: at + start, bodyStart: at + bodyStart, heading: words, role: known ?? 'other' });
      pattern.lastIndex = bodyStart - 1;
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

/** The longest end of a run of capitals that is a heading: `LEFT KNEE PAIN PROCEDURE` → `PROCEDURE`. */
function knownEnd(run: string): string {
  const words = run.trim().split(/(?<=[ /&-])/);
  for (let from = 0; from < words.length; from++) {
    const rest = words.slice(from).join('').trim();
    if (roleOfHeading(rest)) return rest;
  }
  return words.at(-1)!;
}
