export interface BrokenEntry {
  readonly practice: string;
  readonly sequence: number;
  readonly why: string;
}
