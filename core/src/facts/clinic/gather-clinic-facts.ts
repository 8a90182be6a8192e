import type { IsoDate } from '../../model/date.ts';
import type { Fact } from '../../model/fact.ts';
import type { ToldHistory } from '../../model/history.ts';
import type { Procedure } from '../../model/procedure.ts';
import { groupOf, type FactSource } from '../gather/facts-asked.ts';
import type { ProcedureNote } from '../text/note.ts';
import { openChart } from './chart.ts';
import { merge } from './merge.ts';
import { READERS, type Read } from './readers.ts';
import { readRepeatReasons } from './repeat-reasons.ts';
import { readToldHistory } from './told/told-history.ts';

/** The readers that may tell facts of a group, in their order. */
const BY_GROUP: ReadonlyMap<string, readonly Read[]> = byGroup();

function byGroup(): Map<string, Read[]> {
  const found = new Map<string, Read[]>();
  for (const [groups, read] of READERS)
    for (const group of groups.split(' ')) found.set(group, [...(found.get(group) ?? []), read]);
  return found;
}

/**
 * What a note tells about the patient and the course of treatment, as facts with evidence; one fact a name.
 * A statement that is denied gives `false`, two that contradict each other give unknown with both quotes, and silence
 * gives no fact. `dateOfService` turns `since March` into a duration; without it such a duration stays unknown.
 */
export function gatherClinicFacts(
  note: ProcedureNote,
  procedures: readonly Procedure[],
  _reader?: unknown,
  dateOfService: IsoDate | undefined = note.date,
): Fact[] {
  const clinic = readClinic(note, procedures, dateOfService);
  return [...clinic.groups].flatMap((group) => clinic.facts(group));
}

/** The same group by group, each read when it is asked for, with the earlier sessions that the note tells of. */
export function readClinic(
  note: ProcedureNote,
  procedures: readonly Procedure[],
  dateOfService: IsoDate | undefined,
): FactSource & { readonly told: () => ToldHistory } {
  const chart = openChart(note, procedures, dateOfService);
  let told: ToldHistory | undefined;
  const history = (): ToldHistory => (told ??= readToldHistory(chart));
  const done = new Map<Read, Fact[]>();
  const factsOf = (read: Read): Fact[] => {
    let facts = done.get(read);
    if (facts) return facts;
    // What is told of earlier sessions is asked twice and read once.
    facts = read === readRepeatReasons ? readRepeatReasons(chart, history) : read(chart);
    done.set(read, facts);
    return facts;
  };
  return {
    groups: [...BY_GROUP.keys()],
    facts: (group) =>
      merge((BY_GROUP.get(group) ?? []).flatMap(factsOf).filter((fact) => groupOf(fact.name) === group)),
    told: history,
  };
}
