import type { IsoDate } from '../model/date.ts';
import type { Library } from '../model/library.ts';
import { payerLine } from '../model/law/jurisdiction.ts';
import type { Packet, Program } from '../model/law/program.ts';
import { isInForce } from '../model/period.ts';

/** Programs made ready once. */
export interface PreparedPrograms {
  readonly programs: readonly Program[];
  readonly packets: ReadonlyMap<string, Packet>;
  /** Programs that speak to a payer on a date; without a payer, to the one that is assumed. */
  readonly programsOf: (payer: string | undefined, on: IsoDate | undefined) => readonly Program[];
  readonly kindOf: (payer: string | undefined) => string | undefined;
}

export function preparePrograms({ programs: law, policies }: Pick<Library, 'programs' | 'policies'>): PreparedPrograms {
  const line = (payer: string | undefined) => payerLine(policies.jurisdictions, payer);
  const programsOf = (payer: string | undefined, on: IsoDate | undefined): Program[] => {
    const found = line(payer);
    const id = found?.id ?? payer ?? '';
    const own = law.programs.filter((program) => program.payers.includes(id));
    const kinds = law.programs.filter((program) => program.payerKinds !== undefined);
    if (own.some((program) => on === undefined || isInForce(program, on) || !program.partial)) return own;
    // A payer that nobody described, or a list of another year: the answer is "ask", not silence.
    const kind = found ? (found.kind ?? 'commercial') : 'commercial';
    return kinds.filter((program) => program.payerKinds?.includes(kind) === true);
  };
  return {
    programs: law.programs,
    packets: new Map(law.packets.map((packet) => [packet.packet, packet])),
    programsOf,
    kindOf: (payer) => line(payer)?.kind,
  };
}
