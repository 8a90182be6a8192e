import { codeOfKey } from '@interspace/core/edits/code-key';
import type { PreparedEdits } from '@interspace/core/edits/prepare-edits';
import { fewestDays, reachesBack, reachOf, type Reach } from '@interspace/core/edits/reach';

/** Families that coverage counts, one bit each; those beyond share the last one. */
const MOST_FAMILIES = 30;

/** How far services reach into other claims, by code and modifier as they are kept in records; each is asked once. */
export class ClaimReach {
  /** With fewer earlier claims of one day each than this, no edit that counts can speak. */
  readonly fewest: number;
  /** By bit: the fewest earlier days of the family that coverage can object to. */
  readonly least: readonly number[];
  readonly #law: PreparedEdits;
  readonly #bits: ReadonlyMap<string, number>;
  readonly #codes = new Map<number, Reach & { readonly families: number }>();
  readonly #modifiers = new Map<string, boolean>();

  /** `limits`: the same by family. */
  constructor(law: PreparedEdits, limits: ReadonlyMap<string, number>) {
    this.#law = law;
    this.fewest = fewestDays(law);
    const families = [...limits.keys()];
    this.#bits = new Map(families.map((family, at) => [family, Math.min(at, MOST_FAMILIES - 1)]));
    const least: number[] = [];
    for (const [family, bit] of this.#bits)
      least[bit] = Math.min(least[bit] ?? Number.POSITIVE_INFINITY, limits.get(family) ?? 0);
    this.least = least;
  }

  of(key: number): Reach & { readonly families: number } {
    let known = this.#codes.get(key);
    if (!known) {
      if (this.#codes.size > 50_000) this.#codes.clear();
      const code = codeOfKey(key);
      const bit = this.#bits.get(this.#law.codes.get(code).record?.family ?? '');
      known = { ...reachOf(code, this.#law), families: bit === undefined ? 0 : 1 << bit };
      this.#codes.set(key, known);
    }
    return known;
  }

  modifier(modifier: string): boolean {
    let known = this.#modifiers.get(modifier);
    if (known === undefined) this.#modifiers.set(modifier, (known = reachesBack(modifier, this.#law)));
    return known;
  }
}
