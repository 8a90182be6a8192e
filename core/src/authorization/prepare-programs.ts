import type { IsoDate } from '../model/date.ts';
import type { Library } from '../model/library.ts';
import { payerLine } from '../model/law/jurisdiction.ts';
import type { PacketItem, Program } from '../model/law/program.ts';
import { isInForce } from '../model/period.ts';
import { itemsOf } from './packet.ts';

/** Programs made ready once. */
export interface PreparedPrograms {
  readonly programs: readonly Program[];
  /** What a request of each packet must hold. */
  readonly items: ReadonlyMap<string, readonly PacketItem[]>;
  /** Programs that speak to a payer on a date; without a payer, to the one that is assumed. */
  readonly programsOf: (payer: string | undefined, on: IsoDate | undefined) => readonly Program[];
  /** The same on whatever day. */
  readonly speakingTo: (payer: string | undefined) => Speaking;
  readonly kindOf: (payer: string | undefined) => string | undefined;
}

export function preparePrograms({ programs: law, policies }: Pick<Library, 'programs' | 'policies'>): PreparedPrograms {
  const line = (payer: string | undefined) => payerLine(policies.jurisdictions, payer);
  const speakingTo = (payer: string | undefined): Speaking => {
    const found = line(payer);
    const id = found?.id ?? payer ?? '';
    const kind = found?.kind ?? 'commercial';
    const own = law.programs.filter((program) => program.payers.includes(id));
    // A payer that nobody described, or a list of another year: the answer is "ask", not silence.
    const always = own.some(({ partial }) => !partial);
    return {
      own,
      ofKind: always ? [] : law.programs.filter((program) => program.payerKinds?.includes(kind) === true),
    };
  };
  const known = new Map(policies.jurisdictions.payers.map(({ id }) => [id, speakingTo(id)]));
  const assumed = speakingTo(undefined);
  const speaking = (payer: string | undefined): Speaking =>
    payer === undefined ? assumed : (known.get(payer) ?? speakingTo(payer));
  const programsOf = (payer: string | undefined, on: IsoDate | undefined): readonly Program[] => {
    const { own, ofKind } = speaking(payer);
    return own.some((program) => on === undefined || isInForce(program, on) || !program.partial) ? own : ofKind;
  };
  const packets = new Map(law.packets.map((packet) => [packet.packet, packet]));
  return {
    programs: law.programs,
    items: new Map(law.packets.map(({ packet }) => [packet, itemsOf(packets, packet)])),
    programsOf,
    speakingTo: speaking,
    kindOf: (payer) => line(payer)?.kind,
  };
}

export interface Speaking {
  readonly own: readonly Program[];
  /** Those that speak to its kind of payer, where none of its own does; nothing where its own always do. */
  readonly ofKind: readonly Program[];
}
