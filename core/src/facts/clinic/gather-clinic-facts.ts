import type { IsoDate } from '../../model/date.ts';
import type { Fact } from '../../model/fact.ts';
import type { ToldHistory } from '../../model/history.ts';
import type { Procedure } from '../../model/procedure.ts';
import type { FactSource } from '../gather/facts-asked.ts';
import type { ProcedureNote } from '../text/note.ts';
import { openChart } from './chart.ts';
import { join } from './merge.ts';
import { READERS, type Read } from './readers.ts';
import { readRepeatReasons } from './repeat-reasons.ts';
import { readToldHistory } from './told/told-history.ts';

/** The readers that may tell a fact, in their order. */
const BY_NAME: ReadonlyMap<string, readonly Read[]> = byName();

function byName(): Map<string, Read[]> {
  const found = new Map<string, Read[]>();
  for (const [read, tells] of READERS) for (const name of tells) found.set(name, [...(found.get(name) ?? []), read]);
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
  return [...clinic.names].flatMap((name) => clinic.fact(name) ?? []);
}

/** The same fact by fact, each read when it is asked for, with the earlier sessions that the note tells of. */
export function readClinic(
  note: ProcedureNote,
  procedures: readonly Procedure[],
  dateOfService: IsoDate | undefined,
): FactSource & { readonly told: () => ToldHistory } {
  const chart = openChart(note, procedures, dateOfService);
  let told: ToldHistory | undefined;
  const history = (): ToldHistory => (told ??= readToldHistory(chart));
  const done = new Map<Read, readonly Fact[]>();
  const factsOf = (read: Read): readonly Fact[] => {
    let facts = done.get(read);
    if (facts) return facts;
    // What is told of earlier sessions is asked twice and read once.
    facts = read === readRepeatReasons ? readRepeatReasons(chart, history) : read(chart);
    done.set(read, facts);
    return facts;
  };
  return {
    names: BY_NAME.keys(),
    fact: (name) => {
      let fact: Fact | undefined;
      for (const read of BY_NAME.get(name) ?? [])
        for (const one of factsOf(read)) if (one.name === name) fact = fact ? join(fact, one) : one;
      return fact;
    },
    told: history,
  };
}
