import type { Fact } from '../../model/fact.ts';
import type { Chart } from './chart.ts';
import { readAdditions } from './additions.ts';
import { readActiveProgram } from './active-program.ts';
import { readBilateralPain } from './bilateral-pain.ts';
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

/** Reads the facts of one kind from a note. */
export type Read = (chart: Chart) => Fact[];

/** Each reader with the groups of facts that it may tell: what stands before the point of their names. */
export const READERS: readonly (readonly [groups: string, read: Read])[] = [
  ['patient', readPatientAge],
  ['pain', readPainDuration],
  ['pain', readPainCharacter],
  ['pain', readPainSeverity],
  ['pain response', readPainScale],
  ['pain', readDisabilityScale],
  ['pain', readFunctionDeficit],
  ['care', readConservativeCare],
  ['care', readActiveProgram],
  ['imaging', readDiagnosticImaging],
  ['exam', readExamFindings],
  ['indication', readIndicationKind],
  ['prior response', readPriorResponse],
  ['course repeat series', readCourse],
  ['sedation', readSedation],
  ['contrast patient', readContraindications],
  ['safety', readSafety],
  ['facet', readFacetHistory],
  ['bilateral', readBilateralPain],
  ['procedure', readSavedImages],
  ['documentation', readSignature],
  ['documentation', readAdditions],
  ['documentation provider', readSupervision],
  ['repeat facet prior', readRepeatReasons],
  ['procedure', readExcludedTechniques],
  ['course indication pain', readComplaintCourse],
  ['exam pain repeat', readButtockAndMuscle],
  ['headache', readHeadache],
  ['acupuncture', readNeedlingCourse],
  ['toxin', readToxinCourse],
  ['stimulation generator leads', readStimulationCourse],
  ['decompression encounter', readDecompressionCourse],
];
