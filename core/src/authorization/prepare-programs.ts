import type { Library } from '../model/library.ts';
import { payerLine } from '../model/law/jurisdiction.ts';
import type { Packet, Program } from '../model/law/program.ts';

/** Programs made ready once. */
export interface PreparedPrograms {
  readonly programs: readonly Program[];
  readonly packets: ReadonlyMap<string, Packet>;
  /** Programs that speak to a payer; without one, to the payer that is assumed. */
  readonly programsOf: (payer: string | undefined) => readonly Program[];
  readonly kindOf: (payer: string | undefined) => string | undefined;
}

export function preparePrograms({ programs: law, policies }: Pick<Library, 'programs' | 'policies'>): PreparedPrograms {
  const line = (payer: string | undefined) => payerLine(policies.jurisdictions, payer);
  const programsOf = (payer: string | undefined): Program[] => {
    const found = line(payer);
    const id = found?.id ?? payer ?? '';
    const own = law.programs.filter((program) => program.payers.includes(id));
    if (own.length > 0) return own;
    // A payer that nobody described may have a list as well: the answer is "ask", not silence.
    const kind = found ? (found.kind ?? 'commercial') : 'commercial';
    return law.programs.filter((program) => program.payerKinds?.includes(kind) === true);
  };
  return {
    programs: law.programs,
    packets: new Map(law.packets.map((packet) => [packet.packet, packet])),
    programsOf,
    kindOf: (payer) => line(payer)?.kind,
  };
}
