import type { Finding } from '../../model/finding.ts';
import type { PreparedReader } from '../prepare-reader.ts';
import { holds, type ProcedureNote } from '../text/note.ts';
import type { ProcedureDraft } from './recognizer.ts';
import { standsApart } from './stands-apart.ts';
import { tellByTechnique } from './technique/tell-by-technique.ts';
import { tellWholeActs } from './technique/tell-whole-acts.ts';
import { makeTools, type NoteTools } from './tools.ts';

/** The procedures that a note says were done on its date, in the order of the document, and what contradicts itself. */
export function readProcedures(
  note: ProcedureNote,
  reader: PreparedReader,
): { readonly procedures: readonly ProcedureDraft[]; readonly findings: readonly Finding[] } {
  const recognizers = reader.recognizers.filter(({ gate }) => holds(note, gate));
  if (standsApart(note)) return { procedures: [], findings: [] };
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
