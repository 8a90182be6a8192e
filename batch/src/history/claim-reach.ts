import { codeOfKey } from '@interspace/core/edits/code-key';
import type { PreparedEdits } from '@interspace/core/edits/prepare-edits';
import { fewestDays, reachesBack, reachOf, type Reach } from '@interspace/core/edits/reach';

/** How far services reach into other claims, by code and modifier as they are kept in records; each is asked once. */
export class ClaimReach {
  /** With fewer earlier claims of one day each than this, nothing that counts can speak. */
  readonly fewest: number;
  readonly #law: PreparedEdits;
  readonly #codes = new Map<number, Reach>();
  readonly #modifiers = new Map<string, boolean>();

  /** `counting`: the fewest earlier days that coverage can object to. */
  constructor(law: PreparedEdits, counting: number) {
    this.#law = law;
    this.fewest = Math.min(counting, fewestDays(law));
  }

  of(key: number): Reach {
    let known = this.#codes.get(key);
    if (!known) {
      if (this.#codes.size > 50_000) this.#codes.clear();
      this.#codes.set(key, (known = reachOf(codeOfKey(key), this.#law)));
    }
    return known;
  }

  modifier(modifier: string): boolean {
    let known = this.#modifiers.get(modifier);
    if (known === undefined) this.#modifiers.set(modifier, (known = reachesBack(modifier, this.#law)));
    return known;
  }
}
