/** The side that a line tells by its modifiers; two sides on one line are both. */
export function sideOfModifiers(modifiers: readonly string[]): 'left' | 'right' | 'bilateral' | undefined {
  const [left, right] = [modifiers.includes('LT'), modifiers.includes('RT')];
  if (modifiers.includes('50') || (left && right)) return 'bilateral';
  return left ? 'left' : right ? 'right' : undefined;
}
