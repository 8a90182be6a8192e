import type { Citation } from '../citation.ts';
import type { EffectivePeriod } from '../period.ts';

/** When a code of a condition is the right one; everything given must hold. */
export interface DiagnosisChoice extends EffectivePeriod {
  readonly code: string;
  /** Spine regions as diagnosis codes divide them: cervical, cervicothoracic, thoracic, thoracolumbar, lumbar, lumbosacral, sacral, occipital. */
  readonly region?: readonly string[];
  readonly side?: 'left' | 'right' | 'bilateral';
  /** Interspaces: one of them is named. */
  readonly level?: readonly string[];
  /** Conditions that the chart states as well. The code says them too: beside it they get none of their own. */
  readonly with?: readonly string[];
  /** The conditions of `with` are coded beside it all the same. */
  readonly codedBeside?: boolean;
  readonly without?: readonly string[];
  /** A place of the body that the statement names: shoulder, hip, knee, upper-limb, lower-limb, … */
  readonly part?: readonly string[];
  /** Says no more than the name of the condition: enough for a list of diagnoses, too little for a word in a narrative. */
  readonly vague?: boolean;
}

/** A condition as clinicians write it, and the ICD-10-CM codes it can lead to, most specific first. */
export interface Condition {
  readonly condition: string;
  readonly title: string;
  /** Lower-case phrases; `*` at the end of a word stands for any ending. */
  readonly names: readonly string[];
  /** A symptom gives way to a definite condition stated beside it. */
  readonly symptom: boolean;
  readonly codes: readonly DiagnosisChoice[];
  readonly citation: Citation;
}

/** Diagnoses (prefixes) that speak for a family of procedures. */
export interface DiagnosisSupport {
  readonly family: string;
  readonly codes: readonly string[];
  readonly citation: Citation;
}
