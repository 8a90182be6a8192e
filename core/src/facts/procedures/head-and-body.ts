import type { NoteEvidence } from '../../model/evidence.ts';
import { quote, type ProcedureNote, type Sentence, type Span } from '../text/note.ts';
import type { Statement } from './statements.ts';
import type { NoteTools } from './tools.ts';
import { readGuidance } from '../guidance/read-guidance.ts';

/** The sentences that stretches of a title lie in. */
export function sentencesIn(note: ProcedureNote, spans: readonly Span[]): Sentence[] {
  return note.sentences.filter((sentence) =>
    spans.some((span) => sentence.start < span.end && span.start < sentence.end),
  );
}

/** Where the note names the procedure and where it tells the act; the first sentence of the body when neither is found. */
export function evidenceOf(
  note: ProcedureNote,
  statements: readonly Statement[],
  body: readonly Sentence[],
  tools: NoteTools,
  act: RegExp,
): [NoteEvidence, ...NoteEvidence[]] {
  const told = body.find((one) => one.section.role !== 'title' && tools.tells(one, act) && tools.asserted(one));
  const spans: Span[] = statements.slice(0, 2).map((one) => one.segment);
  if (told) spans.push(told);
  if (spans.length === 0) spans.push(body[0] ?? note.sentences[0] ?? { start: 0, end: note.text.length });
  const [first, ...rest] = spans.map((span) => quote(note, span.start, span.end));
  return [first!, ...rest];
}

/** True when the narrative gives something other than contrast, so that a stopped procedure was none. */
export function gaveNothing(tools: NoteTools, body: readonly Sentence[]): boolean {
  return tools.drugs(body).every((drug) => drug.name.drug.role === 'contrast');
}

/** Imaging of this procedure; beside others, what guided those does not count for one that names none. */
export function ownGuidance(
  note: ProcedureNote,
  tools: NoteTools,
  family: string,
  head: readonly Sentence[],
): ReturnType<NoteTools['guidance']> {
  const told = tools.guidance(family, head);
  if (told.guidance.modality === undefined || tools.statements.done.every((one) => one.family === family)) return told;
  const own = readGuidance(note, [...tools.bodyOf(family), ...head]);
  if (own.modalities.size > 0) return told;
  return { ...told, guidance: { ...told.guidance, modality: undefined, evidence: [] } };
}

const TOLD = /\b(?:was|were|is|are|had|underwent)\b/;

/** The body without its title lines; under a title without further headings only the sentences that tell something. */
export function narrativeOf(tools: NoteTools, body: readonly Sentence[]): Sentence[] {
  return body.filter((one) => one.section.role !== 'title' || tools.tells(one, TOLD));
}
