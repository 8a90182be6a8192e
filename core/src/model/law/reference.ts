/** A guideline or manual that informs a rule: something to read on. Nothing is ever judged by it. */
export interface Reference {
  readonly title: string;
  /** Society or contractor. */
  readonly issuer?: string;
  /** Date or edition as printed. */
  readonly dated?: string;
  /** What it is about, in our words. */
  readonly gist: string;
  readonly url?: string;
  readonly read?: string;
}
