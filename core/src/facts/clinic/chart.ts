import type { IsoDate } from '../../model/date.ts';
import type { NoteEvidence } from '../../model/evidence.ts';
import type { Procedure } from '../../model/procedure.ts';
import { quote, type ProcedureNote, type Section, type SectionRole } from '../text/note.ts';
import { bodyPartsOfProcedures, type BodyPart } from './body-part.ts';

/** One sentence of the note as the clinic recognizers read it; the first of a section includes its heading. */
export interface Statement {
  /** Lower case, line breaks as spaces, plain quotes and dashes; as long as the text it stands for. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly section: Section;
  readonly index: number;
}

/** The note with what its readers share. Built once for a note. */
export interface Chart {
  readonly note: ProcedureNote;
  readonly procedures: readonly Procedure[];
  readonly dateOfService: IsoDate | undefined;
  readonly flat: string;
  readonly statements: readonly Statement[];
  /** Where the pain must be to belong to the procedures; undefined when there are none. */
  readonly wanted: ReadonlySet<BodyPart> | undefined;
}

export function openChart(note: ProcedureNote, procedures: readonly Procedure[], dateOfService?: IsoDate): Chart {
  const flat = note.lower
    .replace(/[\n\r\t\u00a0\u200b]/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2014\u2212]/g, '-');
  let last: Section | undefined;
  const statements = note.sentences.map((sentence): Statement => {
    const { section } = sentence;
    const start = section !== last && section.heading !== undefined ? section.start : sentence.start;
    last = section;
    return { text: flat.slice(start, sentence.end), start, end: sentence.end, section, index: sentence.index };
  });
  return { note, procedures, dateOfService, flat, statements, wanted: bodyPartsOfProcedures(procedures) };
}

/** The statements in which a word of the cue occurs, in order, each once. The cue carries the flag `g`. */
export function statementsWith(chart: Chart, cue: RegExp, skip?: ReadonlySet<SectionRole>): Statement[] {
  const { statements, flat, note } = chart;
  const found: Statement[] = [];
  let at = 0;
  const cues = note.index.search(cue, flat);
  let from = 0;
  for (let hit = cues.from(from); hit; hit = cues.from(from)) {
    while (at < statements.length && statements[at]!.end <= hit.index) at++;
    const statement = statements[at];
    if (!statement) break;
    from = hit.index < statement.start ? hit.index + Math.max(1, hit[0].length) : statement.end;
    if (hit.index >= statement.start && !skip?.has(statement.section.role)) found.push(statement);
  }
  return found;
}

/** Cheap look before the patterns: true when one of the stems occurs anywhere in the note. */
export function mentions(chart: Chart, ...stems: readonly string[]): boolean {
  const { flat, note } = chart;
  for (const stem of stems) if (note.index.mayHold(stem) && flat.includes(stem)) return true;
  return false;
}

/** Every match of a pattern (flag `g`) in one statement. */
export function matches({ text }: Statement, pattern: RegExp): RegExpExecArray[] {
  const hits: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    hits.push(hit);
    pattern.lastIndex = hit.index + Math.max(1, hit[0].length);
  }
  return hits;
}

/** Evidence for a stretch of a statement; the whole statement by default. */
export function evidenceOf(chart: Chart, statement: Statement, from = 0, to = statement.text.length): NoteEvidence {
  return quote(chart.note, statement.start + from, statement.start + to);
}

/** Sections that never tell about the patient's present complaint. */
export const ASIDE: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'family-history',
  'social-history',
  'consent',
  'medications',
  'allergies',
  'equipment',
]);

/** The same, and what is yet to come. */
export const ASIDE_OR_PLAN: ReadonlySet<SectionRole> = new Set<SectionRole>([...ASIDE, 'plan']);
