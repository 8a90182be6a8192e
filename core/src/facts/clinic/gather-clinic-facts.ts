import type { IsoDate } from '../../model/date.ts';
import type { Fact } from '../../model/fact.ts';
import type { ToldHistory } from '../../model/history.ts';
import type { Procedure } from '../../model/procedure.ts';
import type { ProcedureNote } from '../text/note.ts';
import { readAdditions } from './additions.ts';
import { readActiveProgram } from './active-program.ts';
import { readBilateralPain } from './bilateral-pain.ts';
import { openChart, type Chart } from './chart.ts';
import { readComplaintCourse } from './complaint-course.ts';
import { readConservativeCare } from './conservative-care.ts';
import { readContraindications } from './contraindications.ts';
import { readButtockAndMuscle } from './buttock-and-muscle.ts';
import { readCourse } from './course.ts';
import { readDecompressionCourse } from './decompression-course.ts';
import { readDiagnosticImaging } from './diagnostic-imaging.ts';
import { readDisabilityScale } from './disability-scale.ts';
import { readExamFindings } from './exam-findings.ts';
import { readExcludedTechniques } from './excluded-techniques.ts';
import { readFacetHistory } from './facet-history.ts';
import { readFunctionDeficit } from './function-deficit.ts';
import { readHeadache } from './headache.ts';
import { readIndicationKind } from './indication-kind.ts';
import { merge } from './merge.ts';
import { readNeedlingCourse } from './needling-course.ts';
import { readPainCharacter } from './pain-character.ts';
import { readPainDuration } from './pain-duration.ts';
import { readPainScale } from './pain-scale.ts';
import { readPainSeverity } from './pain-severity.ts';
import { readPatientAge } from './patient-age.ts';
import { readPriorResponse } from './prior-response.ts';
import { readRepeatReasons } from './repeat-reasons.ts';
import { readSafety } from './safety.ts';
import { readSavedImages } from './saved-images.ts';
import { readSedation } from './sedation.ts';
import { readSignature } from './signature.ts';
import { readSupervision } from './supervision.ts';
import { readToxinCourse } from './toxin-course.ts';
import { readStimulationCourse } from './stimulation-course.ts';
import { readToldHistory } from './told/told-history.ts';

const READERS: readonly ((chart: Chart) => Fact[])[] = [
  readPatientAge,
  readPainDuration,
  readPainCharacter,
  readPainSeverity,
  readPainScale,
  readDisabilityScale,
  readFunctionDeficit,
  readConservativeCare,
  readActiveProgram,
  readDiagnosticImaging,
  readExamFindings,
  readIndicationKind,
  readPriorResponse,
  readCourse,
  readSedation,
  readContraindications,
  readSafety,
  readFacetHistory,
  readBilateralPain,
  readSavedImages,
  readSignature,
  readAdditions,
  readSupervision,
  readRepeatReasons,
  readExcludedTechniques,
  readComplaintCourse,
  readButtockAndMuscle,
  readHeadache,
  readNeedlingCourse,
  readToxinCourse,
  readStimulationCourse,
  readDecompressionCourse,
];

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
  return readClinic(note, procedures, dateOfService).facts;
}

/** The same with the earlier sessions that the note tells of. */
export function readClinic(
  note: ProcedureNote,
  procedures: readonly Procedure[],
  dateOfService: IsoDate | undefined,
): { readonly facts: Fact[]; readonly told: ToldHistory } {
  const chart = openChart(note, procedures, dateOfService);
  let told: ToldHistory | undefined;
  const history = (): ToldHistory => (told ??= readToldHistory(chart));
  const facts: Fact[] = [];
  // What is told of earlier sessions is asked twice and read once.
  for (const read of READERS)
    facts.push(...(read === readRepeatReasons ? readRepeatReasons(chart, history) : read(chart)));
  return { facts: merge(facts), told: history() };
}
