import type { Section, SectionRole } from './note.ts';
import { roleOfHeading } from './section-roles.ts';

interface Mark {
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
/** Sections that hold a name or a word or two: a paragraph of narrative after them is the description. */
const SHORT: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'header',
  'title',
  'preop-diagnosis',
  'postop-diagnosis',
  'diagnosis',
  'anesthesia',
  'complications',
  'equipment',
  'injectate',
  'guidance',
  'allergies',
  'consent',
]);
const NARRATIVE =
  /\b(?:was|were|is|are|had|has been|obtained|placed|prepped|injected|using|after|advanced|inserted|performed|taken|brought)\b/i;
const DONE =
  /\b(?:informed consent|consent was|(?:was|were) (?:obtained|placed|brought|taken|prepped|prepared|injected|performed|positioned|identified|advanced|inserted|draped|cleaned|explained)|prone position|in the prone|after (?:obtaining|informed|verbal|the risks|risks|being)|negative aspiration|aspiration)\b/i;

/** Sections cover the whole text: each begins where the one before ends. */
export function splitSections(text: string): Section[] {
  const marks = findMarks(text);
  const sections: Section[] = [];
  for (const [index, mark] of marks.entries()) {
    const end = marks[index + 1]?.start ?? text.length;
    const role = roleOf(mark, text.slice(mark.bodyStart, end));
    const told = mark.role === 'title' && reads(text, mark.bodyStart, end);
    const name = told ? nameAhead(text, mark.bodyStart, end) || (mark.nameEnd ?? 0) : 0;
    if (name > 0) {
      // `PROCEDURE: Left L5 block. The patient was placed …`: the name first, then its telling.
      sections.push({ role: 'title', heading: mark.heading, start: mark.start, bodyStart: mark.bodyStart, end: name });
      sections.push({ role: 'description', heading: undefined, start: name, bodyStart: name, end });
    } else {
      sections.push({
        role: told ? 'description' : role,
        heading: mark.heading,
        start: mark.start,
        bodyStart: mark.bodyStart,
        end,
      });
    }
  }
  return sections.map((section) => planned(text, section, sections));
}

const PLANNED =
  /^\W*(?:(?:scheduled|planned|intended|proposed|anticipated) (?:procedures?|operations?|interventions?|injections?)|(?:procedures?|operations?|interventions?) (?:scheduled|planned|intended|proposed))\W*$/i;
const AS_PLANNED = /^\W*(?:same|as (?:above|planned|scheduled)|the same)\b/i;

/** What was to be done stands for what was done only where nothing else says that, or the note says "as planned". */
function planned(text: string, section: Section, all: readonly Section[]): Section {
  if (section.heading === undefined || !PLANNED.test(section.heading)) return section;
  const titles = all.filter((one) => one.role === 'title' && one !== section);
  const stands = titles.length === 0 || titles.some((one) => AS_PLANNED.test(text.slice(one.bodyStart, one.end)));
  return { ...section, role: stands ? 'title' : 'plan' };
}

/** A heading whose few words show that it stands for something else. */
function roleOf(mark: Mark, words: string): SectionRole {
  if (mark.role === 'imaging' && GUIDED.test(words)) return 'guidance';
  // `EXAM: Vertebroplasty of L2`: the radiologist's examination is the procedure.
  if (mark.role === 'exam' && EXAM.test(mark.heading ?? '') && PERCUTANEOUS.test(words)) return 'title';
  return mark.role;
}

const EXAM = /^(?:exam(?:ination)?|study)(?: performed)?$/i;
const PERCUTANEOUS =
  /^[^.\n]{0,60}\b(?:vertebroplast|kyphoplast|sacroplast|discogra)[^\n]{0,80}\s*$|^\W*(?:(?:diagnostic|therapeutic|selective|left|right|bilateral|lumbar|cervical|thoracic|ct|fluoroscop\w+|ultrasound|[ctls]-?\d+(?:-[ctls]?\d+)?)\b[- ,]*(?:guid\w+|and)?[- ]*)+[^.\n]{0,40}\b(?:injections?|blocks?|ablations?|arthrograms?)\b[^\n]{0,60}\s*$/i;

/** `Imaging: fluoroscopy` in a form is how the needle was guided, no study. */
const GUIDED =
  /^\W*(?:x\W+)?(?:live |biplanar |c-?arm )?(?:fluoro\w*|c-?arm|ct|ultrasound|us)(?:[- ]?(?:guid\w+|scopy|used))?\W*$/i;

const TOLD =
  /\bprone\b|\bsupine\b|\bprep(?:ped)?\b|\b\d\d[\s-]?g(?:a|auge)?\b|\bneedles?\b|\btuohy\b|\binject(?:ed)?\b|\b\d\s?(?:ml|cc)\b|\baspiration\b|\bsteril|\btolerated\b|\bcontrast\b|\bincis(?:ed|ion)\b|\b(?:scar|pocket|fascia|capsule)\b|\birrigat\w*|\bin layers\b|\bcautery\b|\bfluoroscop\w+/gi;

/** A `PROCEDURE:` heading names the procedure or tells it; a narrative behind it, full or in telegrams, tells it. */
function reads(text: string, from: number, to: number): boolean {
  if (to - from < 120) return false;
  const head = text.slice(from, Math.min(to, from + 420));
  if (DONE.test(head)) return true;
  // A numbered list of names: `3. Fluoroscopic needle localization with contrast` tells nothing either.
  if (head.split(/[\r\n]+/).every((line) => line.trim() === '' || /^[ \t]*\d{1,2}[.)]/.test(line))) return false;
  const told = ABOUT_PATIENT.test(head) ? text.slice(from, Math.min(to, from + 1200)) : head;
  return new Set(told.match(TOLD)?.map((word) => word.toLowerCase())).size >= 3;
}

/** Who begins with the patient goes on to tell, later than who begins with the needle. */
const ABOUT_PATIENT =
  /^\s*(?:the |this )?(?:patient|pt|mr|mrs|ms|he|she)\b[^.]{0,40}\b(?:is|was|has|came|comes|presents)\b/i;

const FIRST = /^\s*([^\n\r]{5,200}?)(?:(?<!(?:^|\s)\d)\.\s+(?=[A-Z])|\.?\s*[\r\n])/;

/** `Blocks of the L4 medial branch gave her 90% relief`: what went before the procedure names none. */
const RECOUNTS = /\b(?:gave|came|comes|provided|helped|brought|lasted)\b/i;

const NEXT_NAME = /^([^\n\r.]{5,120}?)(?:\.[ \t]+(?=[A-Z])|\.?[ \t]*[\r\n])/;

/** End of a short name of a procedure that stands before the narrative; 0 when there is none. */
function nameAhead(text: string, from: number, to: number): number {
  const found = FIRST.exec(text.slice(from, Math.min(to, from + 260)));
  if (
    !found ||
    NARRATIVE.test(found[1]!.replace(/\bis\b|\busing\b|\bafter\b|\bperformed\b/gi, '')) ||
    !looksLikeTitle(found[1]!) ||
    RECOUNTS.test(found[1]!)
  )
    return 0;
  let end = from + found[0].length;
  // `L4-5 TFESI left. S1 TFESI left. The patient was …`: further names on the line are names too.
  for (;;) {
    const next = NEXT_NAME.exec(text.slice(end, end + 160));
    if (!next || NARRATIVE.test(next[1]!) || !looksLikeTitle(next[1]!)) return end;
    end += next[0].length;
  }
}

function findMarks(text: string): Mark[] {
  const marks: Mark[] = [{ start: 0, bodyStart: 0, heading: undefined, role: 'header' }];
  const soap = SCHEME.test(text);
  let blankBefore = true;
  let seen = false;
  for (let at = 0; at < text.length;) {
    let stop = at;
    while (stop < text.length && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== 13) stop++;
    const line = text.slice(at, stop);
    const current = marks.at(-1)!;
    if (line.trim() === '') {
      blankBefore = true;
    } else {
      const heading = isListed(line, current)
        ? undefined
        : ((soap ? letterOf(line) : undefined) ?? headingOf(line, !blankBefore && isWrapped(text, at, line)));
      const told = isNarrative(line) || (line.length >= 40 && isNarrative(text.slice(at, endOfWrap(text, stop))));
      if (heading)
        marks.push({
          ...heading,
          start: at + heading.start,
          bodyStart: at + heading.bodyStart,
          ...(heading.nameEnd === undefined ? {} : { nameEnd: at + heading.nameEnd }),
        });
      else if (
        ASIDE.has(current.role) &&
        (isTelegram(line, current.role) ||
          ((blankBefore || (current.role === 'medications' && told)) && tellsTechnique(text, at, current)))
      ) {
        marks.push({ start: at, bodyStart: at, heading: undefined, role: 'description' });
      } else if (!seen && !isNarrative(line))
        marks[0] = { ...marks[0]!, role: looksLikeTitle(line) ? 'title' : 'header' };
      else if (current.heading === undefined && current.role !== 'description' && told) {
        marks.push({ start: at, bodyStart: at, heading: undefined, role: 'description' });
      } else if (
        blankBefore &&
        SHORT.has(current.role) &&
        current.bodyStart < at &&
        (told || (current.role === 'header' && techniques(line) >= 2)) &&
        text.slice(current.bodyStart, at).trim() !== ''
      ) {
        marks.push({ start: at, bodyStart: at, heading: undefined, role: 'description' });
      } else if (
        blankBefore &&
        looksLikeTitle(line) &&
        (current.role === 'header' || (ASIDE.has(current.role) && NAMES_NEXT.test(text.slice(at, at + 200))))
      ) {
        marks.push({ start: at, bodyStart: at, heading: undefined, role: 'title' });
      }
      insideLine(line, at, heading ? heading.bodyStart : 0, marks);
      tellInPlan(text, at, stop, marks);
      seen = true;
      blankBefore = false;
    }
    at = stop + (text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? 2 : 1);
  }
  if (marks[1]?.start === 0) marks.shift();
  return marks;
}

/** `S: … O: … A: …`: what is said, seen and thought, each behind its letter. */
const SCHEME =
  /^[ \t]*S ?:[^\n]*(?:\n(?![ \t]*[OA] ?:)[^\n]*)*\n[ \t]*O ?:[^\n]*(?:\n(?![ \t]*A ?:)[^\n]*)*\n[ \t]*A ?:/m;
const LETTERS: Readonly<Record<string, SectionRole>> = { S: 'history', O: 'exam', A: 'assessment' };

function letterOf(line: string): Mark | undefined {
  const found = /^[ \t]*([SOA]) ?:[ \t]*/.exec(line);
  const role = found?.[1] === undefined ? undefined : LETTERS[found[1]];
  return found && role ? { start: 0, bodyStart: found[0].length, heading: found[1], role } : undefined;
}

/** A numbered entry of what was before: `3. Operative report by Dr. A: …` is no heading of this note. */
function isListed(line: string, { role }: Mark): boolean {
  return role === 'past-history' && /^[ \t]*\d{1,2}[.)][ \t]*[A-Z]/.test(line);
}

function headingOf(line: string, wrapped: boolean): Mark | undefined {
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
  const role = known === 'title' && EARLIER.test(words) ? 'past-history' : known;
  return { start, bodyStart: end, heading: words, role: role ?? 'other' };
}

/** `PROCEDURES (last 12 months)`: those of other days. */
const EARLIER = /\([^)]*\b(?:last|prior|previous|past|histor\w+|reference|to date)\b[^)]*\)/i;

/** What was added later speaks of the whole note, not of the section it happens to follow. */
const ADDENDUM = /^[ \t*_-]*(?:ADDENDUM|Addendum|addendum)\b(?:[^\n:.]{0,60}$|[^\n:]{0,40}:)/;
/** `Details. The patient was …`: a heading that its full stop sets apart. */
const RUN_IN =
  /^[ \t]*(Background|(?:Procedure )?Details|Details of (?:the )?procedure|Description(?: of (?:the )?procedure)?|Technique|Procedure in detail|Narrative|Findings|Indications?|Complications|Plan|Disposition|Impression)\.[ \t]+(?=[A-Z0-9])/;

/** End of the next line where that goes on with this one, else of this one. */
function endOfWrap(text: string, stop: number): number {
  const next = /^\r?\n[ \t]*[a-z][^\n\r]*/.exec(text.slice(stop, stop + 160));
  return next ? stop + next[0].length : stop;
}

/** A line in small letters goes on with the one before it, unless that one ended. */
function isWrapped(text: string, at: number, line: string): boolean {
  if (!/^\s*[a-z]/.test(line)) return false;
  const before = text.slice(Math.max(0, at - 100), at).trimEnd();
  const opened = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  return before.length - opened > 40 && !/[.:;!?)]$/.test(before);
}

const NO_NAME =
  /instruct|consent|plan|histor|prior|previous|past|request|discuss|risk|candidate|authori|follow|respons|goal|about|educat|checklist|template|policy|benefit|indicat|contraindic|require|criteria|necess|needs?\b/i;

function insideLine(line: string, at: number, from: number, marks: Mark[]): void {
  if (!line.includes(':')) return;
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
  marks.push(...[...found.values()].sort((one, other) => one.start - other.start));
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

/** Sections that end without a word where the telling of the procedure begins. */
const ASIDE: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'history',
  'past-history',
  'indications',
  'imaging',
  'exam',
  'medications',
  'consent',
]);

/** `Fluoro, 25G x4, 0.5 mL 2% lido each.`: a line of technique in telegrams. */
function isTelegram(line: string, role: SectionRole): boolean {
  // Who has consented is laid down next: one such word ends that section.
  if (role === 'consent' && LAID_DOWN.test(line)) return true;
  if (
    !/^[\s*-]*(?:under )?(?:fluoro|c-?arm|prone|supine|prepped|sterile|consent|timeout|time-out|\d\d\s?g)/i.test(line)
  )
    return false;
  return techniques(line) >= 2;
}

const LAID_DOWN =
  /^[\s*-]*(?:(?:positioned |placed )?(?:prone|supine)\b|(?:under )?(?:fluoro|c-?arm)\w*\b|\d\d\s?(?:g|ga|gauge)\b)(?![^.]*\b(?:risks?|explained|discussed|understands)\b)/i;

function techniques(line: string): number {
  return new Set(line.match(TECHNIQUE)?.map((word) => word.toLowerCase())).size;
}

/** `SHOULDER INJECTION` and, a line below, `PROCEDURE: Informed consent …`. */
const NAMES_NEXT = /^[ \t]*[A-Z][A-Z0-9 ,/&()-]{8,100}\r?\n\s*(?:PROCEDURE|TECHNIQUE|DESCRIPTION)[A-Z ]{0,24}:/;

const PLANS: ReadonlySet<SectionRole> = new Set<SectionRole>(['assessment', 'plan']);
const TODAY = /\btoday\b|\btolerated\b|\b(?:was|were) (?:\w+ )?(?:injected|prepped|advanced|inserted)\b/i;
const TELLING =
  /\b(?:proceeded|performed|consent\w*|time-?out|prepp?ed|prone|supine|sterile|under (?:fluoro|ultrasound)|needle|inject(?:ed|ion)|\d\d[- ]?g(?:a|auge)?\b)/i;

/** What was done in the visit is often told in an item of its plan; the next line is plan again. */
function tellInPlan(text: string, at: number, stop: number, marks: Mark[]): void {
  const { role, bodyStart } = marks.at(-1)!;
  if (!PLANS.has(role)) return;
  const start = Math.max(at, bodyStart);
  const line = text.slice(start, stop);
  if (!tellsToday(line)) return;
  const from = start + firstTelling(line);
  marks.push({ start: from, bodyStart: from, heading: undefined, role: 'description' });
  if (stop < text.length) marks.push({ start: stop, bodyStart: stop, heading: undefined, role });
}

/** An item of a plan that tells what was done in the visit: prepared, needled, given, and not to come. */
function tellsToday(line: string): boolean {
  return (
    TODAY.test(line) &&
    READY.test(line) &&
    NEEDLED.test(line) &&
    /\d ?(?:mg|ml|cc|%)/i.test(line) &&
    !/\b(?:will (?:be )?(?:inject|plac|advanc|perform|us|do)|would|is (?:then )?(?:advanced|inserted|injected)|schedule|next (?:visit|week|month)|ago|last (?:visit|week|month|year))\w*/i.test(
      line,
    )
  );
}

/** Where the telling begins behind the diagnosis of the item. */
function firstTelling(line: string): number {
  let from = 0;
  for (const part of line.split(/(?<=[.:;!?] )/)) {
    if (TELLING.test(part)) return from;
    from += part.length;
  }
  return 0;
}

/** A paragraph that prepares the patient and leads a needle, below a history told in a paragraph of its own. */
function tellsTechnique(text: string, at: number, current: Mark): boolean {
  if (text.slice(current.bodyStart, at).trim() === '') return false;
  const stop = /\n[ \t]*\r?\n/g;
  stop.lastIndex = at;
  const paragraph = text.slice(at, Math.min(stop.exec(text)?.index ?? text.length, at + 1600));
  return (
    (current.role === 'medications' || READY.test(paragraph)) &&
    NEEDLED.test(paragraph) &&
    !/\b(?:ago|last (?:year|month|week|visit|time)|previously|in the past|in (?:19|20)\d\d)\b/i.test(
      paragraph.slice(0, 300),
    )
  );
}

const READY =
  /\b(?:prepp?ed|draped|cleansed|cleaned|sterili[sz]ed|chlorhexidine|chloraprep|duraprep|betadine|povidone|prone|supine|decubitus|fluoro\w*|c-?arm|ultrasound|time-?out|consent)\b/i;
const NEEDLED =
  /\b(?:needles?|tuohy|cannulae?s?|electrodes?)\b[^.]{0,120}\b(?:insert|advanc|plac|introduc|direct|guid|position|pass|enter|us)\w*|\b(?:insert|advanc|plac|introduc|direct|guid|position|pass|enter|us)\w*[^.]{0,60}\b(?:needles?|tuohy|cannulae?s?)\b|\binject(?:ed|ing)\b|\b\d\d[- ]?g(?:a|auge)?\b/i;

const TECHNIQUE =
  /\bfluoro\w*|\bprone\b|\bprep(?:ped)?\b|\b\d\d\s?g(?:a|auge)?\b|\bneedles?\b|\btuohy\b|\binj\w*|\b\d\s?(?:ml|cc|mg)\b|\blor\b|\bcontrast\b|\bomni\w*|\bisovue\b/gi;

function isNarrative(line: string): boolean {
  return line.length >= 60 && NARRATIVE.test(line);
}

function looksLikeTitle(line: string): boolean {
  return (
    line.length <= 160 &&
    /\b(?:inject|inj\b|block|epidural|esi|tfesi|ablation|neurotomy|rhizotomy|denervation|lesioning|rfa?|facet|medial branch|aspiration|stimulat|discogra|plasty|patch|radiofrequency|mbb)/i.test(
      line,
    )
  );
}
