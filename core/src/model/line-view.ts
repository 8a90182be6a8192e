import type { Procedure } from './procedure.ts';

/** A line as coverage looks at it, whether it was proposed from a note or came on a claim. */
export interface LineView {
  /** 1-based number in the Review. */
  readonly number: number;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** ICD-10-CM codes that the line points to; undefined = not known. */
  readonly diagnoses: readonly string[] | undefined;
  readonly kind?: 'procedure' | 'drug' | 'device' | 'guidance' | 'evaluation' | undefined;
  readonly placeOfService?: string | undefined;
  /** What the line stands for, when the chart tells. */
  readonly procedure?: Procedure | undefined;
}
