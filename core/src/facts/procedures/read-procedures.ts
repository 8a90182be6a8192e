import type { Finding } from '../../model/finding.ts';
import type { PreparedReader } from '../prepare-reader.ts';
import type { ProcedureNote } from '../text/note.ts';
import type { ProcedureDraft } from './recognizer.ts';
import { makeTools } from './tools.ts';

/** The procedures that a note says were done on its date, in the order of the document, and what contradicts itself. */
export function readProcedures(
  note: ProcedureNote,
  reader: PreparedReader,
): { readonly procedures: readonly ProcedureDraft[]; readonly findings: readonly Finding[] } {
  const recognizers = reader.recognizers.filter(({ gate }) => note.traces.may(gate) && gate.test(note.lower));
  if (recognizers.length === 0) return { procedures: [], findings: [] };
  const tools = makeTools(note, recognizers, reader.drugs);
  const found = recognizers.map((one) => one.detect(note, tools));
  const procedures = found.flatMap((one) => one.procedures);
  return {
    procedures: procedures.toSorted((one, other) => position(one) - position(other)),
    findings: found.flatMap((one) => one.findings),
  };
}

function position(procedure: ProcedureDraft): number {
  const first = procedure.evidence[0];
  return first?.source === 'note' ? first.start : 0;
}
