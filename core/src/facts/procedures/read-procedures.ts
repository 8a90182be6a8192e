import type { Finding } from '../../model/finding.ts';
import type { PreparedReader } from '../prepare-reader.ts';
import { holds, type ProcedureNote } from '../text/note.ts';
import { findings as say } from './findings.ts';
import { neverBegun } from './never-begun.ts';
import type { ProcedureDraft, Recognizer } from './recognizer.ts';
import { standsApart } from './stands-apart.ts';
import { tellByTechnique } from './technique/tell-by-technique.ts';
import { tellWholeActs } from './technique/tell-whole-acts.ts';
import { makeTools, type NoteTools } from './tools.ts';

interface Read {
  readonly procedures: readonly ProcedureDraft[];
  readonly findings: readonly Finding[];
}

/** The procedures that a note says were done on its date, in the order of the document, and what contradicts itself. */
export function readProcedures(note: ProcedureNote, reader: PreparedReader): Read {
  const recognizers = reader.recognizers.filter(({ gate }) => holds(note, gate));
  const apart = standsApart(note);
  const begun = !neverBegun(note);
  if (!apart && begun) return readRecord(note, reader, recognizers);
  // Whoever sent it learns why no line was made of what it describes.
  const read = recognizers.length > 0 ? readRecord(note, reader, recognizers) : undefined;
  const [first] = read?.procedures ?? [];
  const [where] = (first ?? read?.findings.find((one) => !begun && one.evidence.length > 0))?.evidence ?? [];
  if (!begun) return { procedures: [], findings: where ? [say.abandoned(where)] : [] };
  return { procedures: [], findings: where ? [say.noRecord(where)] : [] };
}

function readRecord(note: ProcedureNote, reader: PreparedReader, recognizers: readonly Recognizer[]): Read {
  let made: NoteTools | undefined;
  const tools = () => (made ??= makeTools(note, recognizers, reader.drugs));
  const found = recognizers.map((one) => one.detect(note, tools()));
  const read = found.flatMap((one) => one.procedures);
  const whole = tellWholeActs(note, tools, read);
  const named = [...read.filter((one) => !whole.over.has(one.kind)), ...whole.procedures];
  const told = tellByTechnique(note, tools, named);
  return {
    procedures: [...named, ...told.procedures].toSorted((one, other) => position(one) - position(other)),
    findings: [...found, whole, told].flatMap((one) => one.findings),
  };
}

function position(procedure: ProcedureDraft): number {
  const first = procedure.evidence[0];
  return first?.source === 'note' ? first.start : 0;
}
