/** The side as documented. `midline` has no side; how a side is billed is coding's business. */
export type Laterality = 'left' | 'right' | 'bilateral' | 'midline';
export const LATERALITIES: readonly Laterality[] = ['left', 'right', 'bilateral', 'midline'];
