/** Numbers for texts: equal texts have one number; nothing at all is 0. */
export class TextNumbers {
  readonly #known = new Map<string, number>();

  of(text: string | undefined): number {
    if (text === undefined) return 0;
    let known = this.#known.get(text);
    if (known === undefined) this.#known.set(text, (known = this.#known.size + 1));
    return known;
  }

  clear(): void {
    this.#known.clear();
  }
}
