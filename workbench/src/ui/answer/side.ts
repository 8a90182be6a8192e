/** The modifiers that tell a side, as the library has them. */
export interface SideWords {
  readonly left: string;
  readonly right: string;
  readonly both: string;
}

/** `left`, `right`, `both`, or nothing when no modifier tells a side (or several contradict each other). */
export function sideOf(modifiers: readonly string[], words: SideWords): string {
  const told = (['left', 'right', 'both'] as const).filter((side) => modifiers.includes(words[side]));
  return told.length === 1 ? (told[0] as string) : '';
}

/** The same modifiers with another side. The side stands first, as it decides the payment. */
export function withSide(modifiers: readonly string[], side: string, words: SideWords): string[] {
  const others = modifiers.filter((modifier) => !Object.values(words).includes(modifier));
  const told = (words as unknown as Readonly<Record<string, string>>)[side];
  return told === undefined ? others : [told, ...others];
}
