import type { FactName } from '../../model/fact-name.ts';
import type { Fact } from '../../model/fact.ts';
import type { Chart } from './chart.ts';
import { readAdditions } from './additions.ts';
import { readActiveProgram } from './active-program.ts';
import { readBilateralPain } from './bilateral-pain.ts';
import { readDisability, readUntreatedRadiculopathy, readZosterCourse } from './complaint-course.ts';
import { readConservativeCare } from './conservative-care.ts';
import { readContraindications } from './contraindications.ts';
import { readButtockAndMuscle } from './buttock-and-muscle.ts';
import { readCourse } from './course.ts';
import { readClaudication, readFlavum, readLegScore, readStudy } from './decompression-course.ts';
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

/** Reads some facts from a note. */
export type Read = (chart: Chart) => Fact[];

/** Each reader with the facts that it may tell: it is run when one of them is asked for. */
export const READERS: readonly (readonly [read: Read, tells: readonly FactName[]])[] = [
  [readPatientAge, ['patient.age']],
  [readPainDuration, ['pain.chronic', 'pain.duration-weeks', 'pain.onset-date']],
  [readPainCharacter, ['pain.axial-predominant', 'pain.neurogenic-claudication', 'pain.radicular']],
  [readPainSeverity, ['pain.moderate-to-severe']],
  [
    readPainScale,
    [
      'pain.baseline-score',
      'pain.moderate-to-severe',
      'pain.scale-baseline-documented',
      'pain.scale-name',
      'response.post-score',
      'response.pre-score',
    ],
  ],
  [readDisabilityScale, ['pain.disability-scale-documented', 'pain.disability-scale-name', 'pain.disability-score']],
  [readFunctionDeficit, ['pain.functional-deficit', 'pain.quality-of-life-impaired']],
  [
    readConservativeCare,
    ['care.conservative-failed', 'care.conservative-intolerant', 'care.conservative-weeks', 'care.types'],
  ],
  [readActiveProgram, ['care.active-program']],
  [
    readDiagnosticImaging,
    [
      'imaging.concordant',
      'imaging.date',
      'imaging.facet-cyst-compressing-root',
      'imaging.finding',
      'imaging.levels',
      'imaging.modality',
      'imaging.other-cause',
      'imaging.severe-degeneration',
      'imaging.side',
      'imaging.stenosis-cause',
    ],
  ],
  [
    readExamFindings,
    [
      'exam.documented',
      'exam.facet-signs',
      'exam.hyperirritable-spot',
      'exam.provocation-positive-count',
      'exam.provocation-tests',
      'exam.radicular-signs',
      'exam.referred-pain',
      'exam.taut-band',
    ],
  ],
  [readIndicationKind, ['indication.kind']],
  [
    readPriorResponse,
    [
      'prior.ablation-relief-percent',
      'prior.ablation-relief-weeks',
      'prior.count-narrative',
      'prior.diagnostic-count',
      'prior.diagnostic-relief-percent',
      'prior.diagnostic-technique',
      'prior.failed',
      'prior.function-gain-percent',
      'prior.last-date',
      'prior.narrative',
      'prior.relief-consistent-with-agent',
      'prior.relief-ongoing',
      'prior.relief-percent',
      'prior.relief-weeks',
      'prior.same-scale',
      'response.immediate-relief-percent',
    ],
  ],
  [
    readCourse,
    [
      'course.beyond-12-months',
      'course.continuation-reason',
      'course.pcp-notified',
      'repeat.pain-returned',
      'repeat.rationale-documented',
      'repeat.technique-changed',
      'series.planned',
    ],
  ],
  [readSedation, ['sedation.justification', 'sedation.justified', 'sedation.kind']],
  [readContraindications, ['contrast.contraindication', 'patient.pregnant']],
  [readSafety, ['safety.anticoagulated', 'safety.cord-compression', 'safety.infection', 'safety.malignancy-suspected']],
  [
    readFacetHistory,
    [
      'facet.prior-ablation-at-level',
      'facet.prior-anterior-fusion-at-level',
      'facet.prior-fusion-at-level',
      'facet.rfa-not-possible-reason',
    ],
  ],
  [readBilateralPain, ['bilateral.indicated']],
  [readSavedImages, ['procedure.images-saved', 'procedure.images-saved-count']],
  [
    readSignature,
    [
      'documentation.consent',
      'documentation.dated',
      'documentation.late-entry',
      'documentation.performer-credentials',
      'documentation.performer-qualified',
      'documentation.signed',
      'documentation.signer',
    ],
  ],
  [
    readAdditions,
    [
      'documentation.added-after-request',
      'documentation.addition-dated',
      'documentation.addition-signed',
      'documentation.days-to-signature',
      'documentation.signature-attested',
      'documentation.signature-kind',
      'documentation.signature-legible',
      'documentation.signed-on',
    ],
  ],
  [
    readSupervision,
    [
      'documentation.order-signed',
      'provider.incident-to',
      'provider.new-patient',
      'provider.new-problem',
      'provider.plan-by-physician',
      'provider.split-shared',
      'provider.substantive-portion',
      'provider.supervision',
    ],
  ],
  [
    readRepeatReasons,
    [
      'facet.pain-source-in-doubt',
      'prior.cyst-procedure-count',
      'repeat.interval-exception-documented',
      'repeat.other-levels-tested',
    ],
  ],
  [readExcludedTechniques, ['procedure.facet-implant', 'procedure.prolotherapy']],
  [readZosterCourse, ['indication.zoster-refractory']],
  [readUntreatedRadiculopathy, ['pain.radiculopathy-untreated']],
  [readDisability, ['course.functional-disability']],
  [
    readButtockAndMuscle,
    ['exam.motion-blocked', 'pain.location-below-l5', 'pain.widespread', 'repeat.recurrence-functional-loss'],
  ],
  [
    readHeadache,
    [
      'headache.days-per-month',
      'headache.days-reduced',
      'headache.hours-per-day',
      'headache.intractable',
      'headache.migraine-days-per-month',
      'headache.preventive-classes-failed',
    ],
  ],
  [
    readNeedlingCourse,
    [
      'acupuncture.back-pain-nonspecific',
      'acupuncture.improving',
      'acupuncture.performer',
      'acupuncture.performer-qualified',
      'acupuncture.regressing',
      'acupuncture.visit-number',
    ],
  ],
  [
    readToxinCourse,
    [
      'toxin.benefit-documented',
      'toxin.cosmetic',
      'toxin.days-since-last',
      'toxin.scale-documented',
      'toxin.spasticity-scale-documented',
      'toxin.waste-documented',
    ],
  ],
  [
    readStimulationCourse,
    [
      'stimulation.education-documented',
      'stimulation.indication',
      'stimulation.last-resort',
      'stimulation.lead-count',
      'stimulation.multidisciplinary-evaluation',
      'stimulation.pacemaker',
      'stimulation.phase',
      'stimulation.psychological-evaluation',
      'stimulation.substance-use-untreated',
      'stimulation.trial-days',
      'stimulation.trial-function-improved',
      'stimulation.trial-medication-reduction-percent',
      'stimulation.trial-relief-percent',
    ],
  ],
  [readClaudication, ['decompression.claudication']],
  [readFlavum, ['decompression.flavum-thickened', 'decompression.ligamentum-flavum-mm']],
  [readLegScore, ['decompression.leg-score']],
  [readStudy, ['encounter.clinical-trial']],
];
