import { headingOf, headingsInside, isWrapped, hasScheme, letterOf, type Mark } from './headings.ts';
import type { SectionRole } from './note.ts';
import { isField } from './section-roles.ts';
import {
  beginsTelegrams,
  firstTelling,
  isFieldOfDoing,
  isNarrative,
  isTelegram,
  looksLikeTitle,
  namesAct,
  techniques,
  tellsTechnique,
  tellsToday,
} from './telling-lines.ts';

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

/** `SHOULDER INJECTION` and, a line below, `PROCEDURE: Informed consent …`. */
const NAMES_NEXT = /^[ \t]*[A-Z][A-Z0-9 ,/&()-]{8,100}\r?\n\s*(?:PROCEDURE|TECHNIQUE|DESCRIPTION)[A-Z ]{0,24}:/;

/** Nothing, or the strokes of a table whose head was left out. */
const EMPTY = /^[\s|]*$/;

/** `0834-0846 MD: Prep, drape.`: staff writes by the clock, whatever stood before. */
const TIMED =
  /^[ \t]*\d{1,2}:?\d{2}(?:[ \t]*[-\u2013][ \t]*\d{1,2}:?\d{2})?[ \t]+(?:RN|MD|DO|NP|PA|CRNA|RT|all)\b[^:\n]{0,14}:/;

/** A row of a table that was read as a line: what it records was done, whatever field stood above it. */
const ROW = /^[ \t]*\|?[^|\n]{0,24} ?,[^|\n]*\b(?:\d{2,3} ?(?:C|sec|s|deg)|\d ?(?:mg|ml|mL|cc))\b/;
const SOME_ROW = / , [^\n]* , /;
const TOLD_OF: ReadonlySet<SectionRole> = new Set<SectionRole>(['description', 'past-history', 'history', 'plan']);
const DIAGNOSES: ReadonlySet<SectionRole> = new Set<SectionRole>(['preop-diagnosis', 'postop-diagnosis', 'diagnosis']);

/** Where each section of a note begins, by its headings and by lines that begin to tell. */
export function findMarks(text: string): Mark[] {
  const marks: Mark[] = [{ start: 0, bodyStart: 0, heading: undefined, role: 'header' }];
  const soap = hasScheme(text);
  let blankBefore = true;
  let seen = false;
  for (let at = 0; at < text.length;) {
    let stop = at;
    while (stop < text.length && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== 13) stop++;
    const line = text.slice(at, stop);
    const current = marks.at(-1)!;
    if (EMPTY.test(line)) {
      blankBefore = true;
    } else {
      const heading = isListed(line, current)
        ? undefined
        : ((soap ? letterOf(line) : undefined) ?? headingOf(line, !blankBefore && isWrapped(text, at, line)));
      const told = (): boolean => tells(text, at, stop);
      if (heading)
        marks.push({
          ...heading,
          start: at + heading.start,
          bodyStart: at + heading.bodyStart,
          ...(heading.nameEnd === undefined ? {} : { nameEnd: at + heading.nameEnd }),
        });
      else if (
        SOME_ROW.test(line) &&
        ROW.test(line) &&
        (!TOLD_OF.has(current.role) || (blankBefore && isOneLine(text, current)))
      )
        marks.push({ start: at, bodyStart: at, heading: undefined, role: 'description' });
      else if (DIAGNOSES.has(current.role) && current.bodyStart < at && namesAct(line))
        marks.push({ start: at, bodyStart: at, heading: undefined, role: 'title' });
      else if (
        blankBefore &&
        current.role === 'title' &&
        current.bodyStart < at &&
        isField(current.heading) &&
        !looksLikeTitle(line) &&
        techniques(paragraphAt(text, at)) >= 1
      )
        marks.push({ start: at, bodyStart: at, heading: undefined, role: 'description' });
      else if (current.bodyStart < at && endsWithLine(current) && isFieldOfDoing(line))
        marks.push({ start: at, bodyStart: at, heading: undefined, role: 'description' });
      else if (TIMED.test(line)) marks.push({ start: at, bodyStart: at, heading: undefined, role: 'description' });
      else if (
        ASIDE.has(current.role) &&
        (isTelegram(line, current.role) ||
          (current.bodyStart < at && beginsTelegrams(line, text.slice(at, at + 600))) ||
          ((blankBefore || (current.role === 'medications' && told())) &&
            tellsTechnique(text, at, current.bodyStart, current.role)))
      ) {
        marks.push({ start: at, bodyStart: at, heading: undefined, role: 'description' });
      } else if (!seen && !isNarrative(line))
        marks[0] = { ...marks[0]!, role: looksLikeTitle(line) ? 'title' : 'header' };
      else if (current.heading === undefined && current.role !== 'description' && told()) {
        marks.push({ start: at, bodyStart: at, heading: undefined, role: 'description' });
      } else if (
        blankBefore &&
        SHORT.has(current.role) &&
        current.bodyStart < at &&
        (told() ||
          (current.role === 'header' && techniques(line) >= 2) ||
          (current.role !== 'header' && techniques(paragraphAt(text, at)) >= 4)) &&
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
      marks.push(...headingsInside(line, at, heading ? heading.bodyStart : 0));
      tellInPlan(text, at, stop, marks);
      tellBehindReason(text, at, stop, marks);
      seen = true;
      blankBefore = false;
    }
    at = stop + (text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? 2 : 1);
  }
  if (marks[1]?.start === 0) marks.shift();
  return marks;
}

/** Sections of a form that a field of the doing ends. What is planned stays so, but for how it was afterwards. */
const ENDED_BY_FIELD: ReadonlySet<SectionRole> = new Set<SectionRole>([
  ...ASIDE,
  'header',
  'title',
  'preop-diagnosis',
  'postop-diagnosis',
  'diagnosis',
  'anesthesia',
  'complications',
  'allergies',
]);

function endsWithLine({ role, heading }: Mark): boolean {
  return role === 'plan' ? AFTERWARDS.test(heading ?? '') : ENDED_BY_FIELD.has(role);
}

const AFTERWARDS = /^\W*post[ -]?(?:procedur(?:e|al)|op(?:erative)?|injection)\W*$/i;

/** `Prior blocks: 3/3 90%`: what was before fills its line, and a table below an empty one is of the day. */
function isOneLine(text: string, { role, heading, bodyStart }: Mark): boolean {
  return (
    role === 'past-history' &&
    heading !== undefined &&
    /^[ \t]*\S[^\n]*(?:\n[ \t]*\S[^\n]*){0,2}\n[ \t]*\r?\n/.test(text.slice(bodyStart, bodyStart + 400))
  );
}

function paragraphAt(text: string, at: number): string {
  const stop = text.slice(at, at + 900).search(/\n[ \t]*\r?\n/);
  return text.slice(at, at + (stop < 0 ? 900 : stop));
}

/** A line that tells something, with the next one where that goes on with it. */
function tells(text: string, at: number, stop: number): boolean {
  return isNarrative(text.slice(at, stop)) || (stop - at >= 40 && isNarrative(text.slice(at, endOfWrap(text, stop))));
}

/** A numbered entry of what was before: `3. Operative report by Dr. A: …` is no heading of this note. */
function isListed(line: string, { role }: Mark): boolean {
  return role === 'past-history' && /^[ \t]*\d{1,2}[.)][ \t]*[A-Z]/.test(line);
}

/** End of the next line where that goes on with this one, else of this one. */
function endOfWrap(text: string, stop: number): number {
  const next = /^\r?\n[ \t]*[a-z][^\n\r]*/.exec(text.slice(stop, stop + 160));
  return next ? stop + next[0].length : stop;
}

/** `10/21 Caudal. Reason: stenosis. Consent renewed. Prone, …`: in one paragraph the day begins behind the reason. */
function tellBehindReason(text: string, at: number, stop: number, marks: Mark[]): void {
  const { role, bodyStart } = marks.at(-1)!;
  if (bodyStart <= at || (role !== 'indications' && role !== 'history' && role !== 'diagnosis')) return;
  const rest = text.slice(bodyStart, stop);
  const begins = /[.;]\s+(?=(?:Consent|Time-?\s?out|Prone|Supine|Prep|Position|Pos\b))/.exec(rest);
  if (!begins || techniques(rest.slice(begins.index)) < 4) return;
  const from = bodyStart + begins.index + begins[0].length;
  marks.push({ start: from, bodyStart: from, heading: undefined, role: 'description' });
}

const PLANS: ReadonlySet<SectionRole> = new Set<SectionRole>(['assessment', 'plan']);
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
