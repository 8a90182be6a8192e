import type { IsoDate } from '../model/date.ts';
import type { Finding } from '../model/finding.ts';
import type { KnownSession, ToldCount } from '../model/history.ts';
import type { Procedure } from '../model/procedure.ts';
import type { ChartDocument, EngineInput } from '../model/review-input.ts';
import { readClinic } from './clinic/gather-clinic-facts.ts';
import type { Gathered, StatedDiagnosis } from './gathered.ts';
import { sameSessions } from './clinic/told/same-sessions.ts';
import { FactsAsked, sourceOf, type FactSource } from './gather/facts-asked.ts';
import { sameProcedure } from './gather/same-procedure.ts';
import { statedDate } from './gather/stated-date.ts';
import { statedDiagnoses } from './gather/stated-diagnoses.ts';
import { statedFacts } from './gather/stated-facts.ts';
import { procedureOfForm } from './gather/stated-procedures.ts';
import type { PreparedReader } from './prepare-reader.ts';
import { readProcedures } from './procedures/read-procedures.ts';
import { findings as say } from './procedures/findings.ts';
import type { ProcedureNote } from './text/note.ts';
import { readNote } from './text/read-note.ts';

interface ReadDocument {
  readonly note: ProcedureNote;
  readonly date: IsoDate | undefined;
  readonly procedures: readonly Omit<Procedure, 'id'>[];
  readonly findings: readonly Finding[];
}

/** Procedure notes first: what is said on the day counts before what was said earlier. */
const ORDER: Readonly<Record<NonNullable<ChartDocument['kind']>, number>> = {
  'procedure-note': 0,
  unknown: 1,
  'clinic-note': 2,
};

/**
 * Everything that documents, form and claim say, with Evidence; nothing is guessed and what is not found is left
 * out. Answers of the form stand before the notes; the notes of the date of service before older ones.
 */
export function gatherFacts(input: EngineInput, reader: PreparedReader): Gathered {
  const findings: Finding[] = [];
  const read = input.documents.map((document) => readDocument(document, reader));
  const day = input.claim?.lines.find((line) => line.from)?.from ?? input.context.dateOfService;
  const main =
    read.find(
      (one) => one.procedures.length > 0 && one.date !== undefined && (day === undefined || one.date === day),
    ) ??
    read.find((one) => one.procedures.length > 0) ??
    read[0];
  const dateOfService = main?.date;
  // As the review has it: the claim's date, else the note's own, else the one given from outside.
  const encounter = input.claim?.lines.find((line) => line.from)?.from ?? dateOfService ?? input.context.dateOfService;

  const procedures: Omit<Procedure, 'id'>[] = (input.procedures ?? []).map((stated, index) =>
    procedureOfForm(stated, index, reader.drugs),
  );
  const formFamilies = new Set(procedures.map((one) => one.family));
  for (const one of read) {
    findings.push(...one.findings);
    // A note of another date tells an earlier session, not this encounter.
    if (
      read.length > 1 &&
      one.date !== undefined &&
      encounter !== undefined &&
      one.date !== encounter &&
      one !== main
    ) {
      for (const old of one.procedures.slice(0, 1)) findings.push(say.otherDate(old.evidence[0]!, one.date, encounter));
      continue;
    }
    for (const procedure of one.procedures) {
      const twin = procedures.findIndex((other) => sameProcedure(other, procedure));
      if (twin >= 0)
        procedures[twin] = { ...procedures[twin]!, evidence: [...procedures[twin]!.evidence, ...procedure.evidence] };
      else if (formFamilies.has(procedure.family)) findings.push(say.formDiffers(procedure.evidence));
      else procedures.push(procedure);
    }
  }
  const numbered: Procedure[] = procedures.map((one, index) => ({ id: `p${index + 1}`, ...one }));

  const ordered = read.toSorted((one, other) => ORDER[one.note.kind] - ORDER[other.note.kind]);
  const sources: FactSource[] = [sourceOf(statedFacts(input))];
  const sessions: KnownSession[] = [];
  const counts: ToldCount[] = [];
  for (const one of ordered) {
    const clinic = readClinic(one.note, numbered, encounter ?? one.date);
    sources.push(clinic);
    const told = clinic.told();
    sessions.push(...told.sessions);
    counts.push(...told.counts);
  }
  return {
    procedures: numbered,
    facts: new FactsAsked(sources),
    diagnoses: diagnosesOf(input, read),
    findings,
    told: { sessions: sameSessions(sessions), counts },
    ...(dateOfService === undefined ? {} : { dateOfService }),
  };
}

function readDocument(document: ChartDocument, reader: PreparedReader): ReadDocument {
  const note = readNote(document);
  const { procedures, findings } = readProcedures(note, reader);
  return { note, date: document.date ?? statedDate(note)?.date, procedures, findings };
}

/** Form first, then the claim, then the notes; each code once. */
function diagnosesOf(input: EngineInput, read: readonly ReadDocument[]): StatedDiagnosis[] {
  const all: StatedDiagnosis[] = [
    ...(input.diagnoses ?? []).map((code, index): StatedDiagnosis => ({
      code,
      words: '',
      evidence: [{ source: 'form', at: `diagnoses[${index}]`, quote: code }],
    })),
    ...(input.claim?.diagnoses ?? []).map((code, index): StatedDiagnosis => ({
      code,
      words: '',
      evidence: [{ source: 'claim', at: `diagnoses[${index}]`, quote: code }],
    })),
    ...read.flatMap((one) => statedDiagnoses(one.note)),
  ];
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = one.code ?? `words:${one.words.toLowerCase()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
