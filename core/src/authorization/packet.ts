import { factValue, type FactSheet, type FactValue } from '../model/fact.ts';
import type { Packet, PacketItem } from '../model/law/program.ts';
import type { Procedure } from '../model/procedure.ts';
import type { Authorization } from '../model/review.ts';

export type PacketEntry = NonNullable<Authorization['packet']>[number];

/** What the chart shows: facts of the encounter, and facts of the procedures that the request is about. */
export interface Shown {
  readonly facts: FactSheet;
  readonly procedures: readonly Procedure[];
}

/** The items of a packet and of those that it includes, each once, in order. */
export function itemsOf(packets: ReadonlyMap<string, Packet>, name: string): PacketItem[] {
  const packet = packets.get(name);
  if (!packet) return [];
  const own = [...packet.also.flatMap((one) => itemsOf(packets, one)), ...packet.items];
  return own.filter((item, at) => own.findIndex((other) => other.item === item.item) === at);
}

/** Every item that applies, with what of it the chart does not show yet. */
export function packetEntries(items: readonly PacketItem[], shown: Shown): PacketEntry[] {
  return items.filter((item) => applies(item, shown)).map((item) => entryOf(item, shown));
}

function applies({ when }: PacketItem, shown: Shown): boolean {
  if (!when) return true;
  const value = valueOf(when.fact, shown);
  // Unknown is not no: the item is listed until somebody says that it does not apply.
  return value === undefined || (Array.isArray(value) ? value.includes(when.is) : value === when.is);
}

function entryOf({ item, title, facts, any, citation }: PacketItem, shown: Shown): PacketEntry {
  const missing = facts.length === 0 ? [] : facts.filter((fact) => valueOf(fact, shown) === undefined);
  const complete = any ? missing.length < facts.length : missing.length === 0;
  const status = facts.length === 0 ? 'not-judged' : complete ? 'shown' : 'missing';
  return { item, title, status, facts: status === 'missing' ? missing : [], citation };
}

/** A fact of the encounter; one that is called `procedure.…` is looked for in the procedures when nobody stated it. */
function valueOf(name: string, { facts, procedures }: Shown): FactValue | undefined {
  const stated = factValue(facts, name);
  if (stated !== undefined || !name.startsWith('procedure.')) return stated;
  const own = name.slice('procedure.'.length);
  // The request is about all of them: what one leaves open is open.
  const values = procedures.map((procedure) => ofProcedure(procedure, own));
  return values.length === 0 || values.includes(undefined) ? undefined : values[0];
}

function ofProcedure(
  { targets, guidance, agents, intent, attributes }: Procedure,
  name: string,
): FactValue | undefined {
  switch (name) {
    case 'levels': {
      const names = targets.map((target) => target.name);
      return names.length === 0 || names.includes(undefined) ? undefined : (names as string[]);
    }
    case 'side':
      return targets.length === 0 || targets.some(({ side }) => side === undefined) ? undefined : targets[0]?.side;
    case 'region':
      return targets[0]?.region;
    case 'guidance':
      return guidance.modality;
    case 'contrast':
      return guidance.contrast;
    case 'images-saved':
      return guidance.imagesSaved;
    case 'agents':
      return agents.length === 0 ? undefined : agents.map(({ drug }) => drug);
    case 'intent':
      return intent;
    default:
      return attributes[name];
  }
}
