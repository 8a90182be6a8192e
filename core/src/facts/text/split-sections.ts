import { findMarks } from './find-marks.ts';
import type { Mark } from './headings.ts';
import type { Section, SectionRole } from './note.ts';
import { isField } from './section-roles.ts';
import { looksLikeTitle, NARRATIVE } from './telling-lines.ts';

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
    const name = told ? nameAhead(text, mark.bodyStart, end) || (mark.nameEnd ?? 0) || valueAhead(mark, text, end) : 0;
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
  return sections.map((section, index) => carriedOut(text, sections, index) ?? planned(text, section, sections));
}

/** How many fields of a form may stand between the name and how it was borne. */
const FORM = 16;

/**
 * `Plan: Transforaminal epidural injection.` and right below it, in fields, at which level, what was injected and how it was
 * borne: a form that opens with what was to be done and goes on with the doing.
 */
function carriedOut(text: string, sections: readonly Section[], index: number): Section | undefined {
  const section = sections[index]!;
  if (section.role !== 'plan' || !/^\W*plan\W*$/i.test(section.heading ?? '')) return undefined;
  const name = text.slice(section.bodyStart, section.end);
  if (name.length > 160 || !looksLikeTitle(name.trim()) || /\n[ \t]*\r?\n/.test(name)) return undefined;
  const following = sections.slice(index + 1);
  const apart = following.findIndex((one) => /\n[ \t]*\r?\n\s*$/.test(text.slice(section.start, one.start)));
  const form = following.slice(0, apart < 0 ? FORM : Math.min(apart, FORM));
  const has = (role: SectionRole): boolean => form.some((one) => one.role === role);
  const placed = isField(form[0]?.heading) || isField(form[1]?.heading);
  return placed && has('injectate') && has('complications') ? { ...section, role: 'title' } : undefined;
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
  /^[^.\n]{0,60}\b(?:vertebroplast|kyphoplast|sacroplast|discogra)[^\n]{0,80}\s*$|^\W*(?:(?:diagnostic|therapeutic|selective|left|right|bilateral|fl|fluoro|ir|xr|us|lumbar|cervical|thoracic|ct|fluoroscop\w+|ultrasound|[ctls]-?\d+(?:-[ctls]?\d+)?)\b[- ,]*(?:guid\w+|and)?[- ]*)+[^.\n]{0,40}\b(?:injections?|blocks?|ablations?|arthrograms?)\b[^\n]{0,60}\s*$/i;

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

/** `Side: L`, `Level: L4-5`: a field is filled with a word or three; what follows on the next line tells. */
const VALUE = /^[ \t]*(\S[^\n\r]{0,50})\r?\n/;

function valueAhead(mark: Mark, text: string, to: number): number {
  if (!isField(mark.heading)) return 0;
  const found = VALUE.exec(text.slice(mark.bodyStart, to));
  if (!found || NARRATIVE.test(found[1]!) || /[a-z]\. /.test(found[1]!)) return 0;
  return mark.bodyStart + found[0].length;
}

/** A needle is no name: `Under fluoroscopy a needle entered the epidural space` tells. */
const NEEDLED = /\bneedles?\b|\btuohy\b/i;
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
    if (!next || NARRATIVE.test(next[1]!) || NEEDLED.test(next[1]!) || !looksLikeTitle(next[1]!)) return end;
    end += next[0].length;
  }
}
