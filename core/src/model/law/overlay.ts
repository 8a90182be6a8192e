import type { Confidence, Standing } from '../citation.ts';
import type { EffectivePeriod } from '../period.ts';

/** `known`: read and restated with a citation. `verify`: something is known, but not enough to rely on. `licensed`: the criteria belong to somebody: ask the payer. */
export type OverlayState = 'known' | 'verify' | 'licensed';
export const OVERLAY_STATES: readonly OverlayState[] = ['known', 'verify', 'licensed'];

/** `unproven`: the payer does not cover it. `conditions`: covered when these hold. `as-medicare`: judged by Medicare's documents. `ask`: nothing is known but whom to ask. */
export type OverlayPosition = 'unproven' | 'conditions' | 'as-medicare' | 'ask';
export const OVERLAY_POSITIONS: readonly OverlayPosition[] = ['unproven', 'conditions', 'as-medicare', 'ask'];

/**
 * What one payer says about one service beside (or instead of) the criteria that the library can judge: our own words,
 * dated and cited. It becomes a Finding, never a verdict and never a block.
 */
export interface PayerOverlay extends EffectivePeriod {
  /** `payer/<payer>/<topic>`: id of the Finding. */
  readonly id: string;
  readonly payer: string;
  readonly title: string;
  readonly state: OverlayState;
  readonly position: OverlayPosition;
  readonly appliesTo: {
    readonly codes: readonly string[];
    readonly families: readonly string[];
    readonly kinds: readonly string[];
    /** Only when one of these facts has one of these words. */
    readonly when?: { readonly fact: string; readonly is: readonly (string | boolean)[] };
  };
  readonly says: string;
  readonly conditions: readonly string[];
  readonly do: string;
  /** Key of the citation in `JurisdictionLaw.citations`. */
  readonly cite: string;
  readonly confidence: Confidence;
  readonly standing: Standing;
  readonly file: string;
}
