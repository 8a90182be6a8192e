import type { Evidence } from './evidence.ts';
import type { FactValue } from './fact.ts';
import type { Laterality } from './laterality.ts';
import type { SpinalRegion } from './spine/region.ts';

/**
 * What was done, before any code. `family` groups kinds that share policies and sessions;
 * `kind` is what coding recipes are keyed by. Both are words of the library's vocabulary
 * (library/codes/families.yaml), so a new family needs no change here.
 */
export interface Procedure {
  /** `p1`, `p2` … in the order of the document. */
  readonly id: string;
  /** epidural, facet, si-joint, trigger-point, joint, peripheral-nerve, sympathetic, … */
  readonly family: string;
  /** epidural-interlaminar, epidural-caudal, epidural-transforaminal, facet-injection, facet-ablation, … */
  readonly kind: string;
  readonly targets: readonly Target[];
  readonly guidance: Guidance;
  readonly agents: readonly Agent[];
  readonly intent?: 'diagnostic' | 'therapeutic' | undefined;
  /** Further typed statements that recipes and criteria use: `ablation.method`, `catheter.indwelling`, `muscles.count` … */
  readonly attributes: Readonly<Record<string, FactValue>>;
  readonly evidence: readonly Evidence[];
  /** For each attribute the quotes that state it. */
  readonly attributeEvidence?: Readonly<Record<string, readonly Evidence[]>>;
}

export type TargetKind =
  | 'interspace'
  | 'facet-joint'
  | 'nerve-root'
  | 'vertebra'
  | 'nerve'
  | 'joint'
  | 'muscle'
  | 'site';

/** One place that was treated, with its own side. */
export interface Target {
  readonly kind: TargetKind;
  /** Canonical name: `L4-L5` (interspace or joint), `L5` (root), `greater-occipital`, `trapezius`; undefined when the note left it blank. */
  readonly name: string | undefined;
  readonly region?: SpinalRegion | undefined;
  /** undefined = the note does not say. */
  readonly side: Laterality | undefined;
  readonly evidence: readonly Evidence[];
  /** How it was worked out, when the note says it otherwise: `medial branches L3, L4 and L5 dorsal ramus → joints L4-L5, L5-S1`. */
  readonly derivation?: string;
}

export type Modality = 'fluoroscopy' | 'ct' | 'ultrasound' | 'mri' | 'none';

/** Imaging used to place the needle; undefined = the note does not say. */
export interface Guidance {
  readonly modality: Modality | undefined;
  readonly contrast: boolean | undefined;
  readonly imagesSaved: boolean | undefined;
  readonly evidence: readonly Evidence[];
}

export type AgentRole =
  | 'steroid'
  | 'anesthetic'
  | 'contrast'
  | 'neurolytic'
  | 'toxin'
  | 'biologic'
  | 'saline'
  | 'other';

/** One substance actually given (skin wheals and sedatives are not agents of the procedure). */
export interface Agent {
  /** Generic name of the library's drug list: `triamcinolone-acetonide`, `lidocaine` … */
  readonly drug: string;
  readonly role: AgentRole;
  /** Total given, when the note states or lets us compute it. */
  readonly milligrams?: number | undefined;
  readonly units?: number | undefined;
  readonly millilitres?: number | undefined;
  readonly concentration?: string | undefined;
  /** Discarded from a single-dose container, in the same unit, when documented. */
  readonly wasted?: number | undefined;
  readonly singleDose?: boolean | undefined;
  readonly preservativeFree?: boolean | undefined;
  readonly evidence: readonly Evidence[];
  /** How the amount was worked out: `1 mL of 40 mg/mL = 40 mg`. */
  readonly derivation?: string;
}
