import { codeOfKey } from '@interspace/core/edits/code-key';
import type { PreparedEdits } from '@interspace/core/edits/prepare-edits';
import { fewestDays, reachesBack, reachOf, type Reach } from '@interspace/core/edits/reach';
import type { CountedLines, CountedSight } from '../judge/counted-lines.ts';
import type { SessionCounts } from '../judge/session-counts.ts';

/** How far a service reaches into other claims: by days, and by what is counted. */
export interface ServiceReach extends Reach {
  /** Bits of the groups that it is one of, and of those that are counted for it. */
  readonly counted: number;
  readonly asked: number;
  /** What those who count see of it; undefined when nobody counts for it. */
  readonly sight: CountedSight | undefined;
}

/** How far services reach into other claims, by code and modifier as they are kept in records; each is asked once. */
export class ClaimReach {
  /** With fewer earlier claims of one day each than this, no edit that counts can speak. */
  readonly fewest: number;
  readonly counts: SessionCounts;
  readonly #law: PreparedEdits;
  readonly #counted: CountedLines;
  readonly #codes = new Map<number, ServiceReach>();
  readonly #modifiers = new Map<string, boolean>();

  constructor(law: PreparedEdits, counted: CountedLines) {
    this.#law = law;
    this.fewest = fewestDays(law);
    this.#counted = counted;
    this.counts = counted.counts;
  }

  of(key: number): ServiceReach {
    let known = this.#codes.get(key);
    if (!known) {
      if (this.#codes.size > 50_000) this.#codes.clear();
      const code = codeOfKey(key);
      const group = this.groupOf(code);
      const counted = group < 0 ? 0 : 1 << group;
      const asked = this.counts.askedOf(code);
      const sight = asked === 0 ? undefined : this.#counted.sightOf(code);
      const { after, back } = reachOf(code, this.#law);
      known = { after, back, counted, asked, sight };
      this.#codes.set(key, known);
    }
    return known;
  }

  /** The group in which a service is counted; -1 when nobody counts it. */
  groupOf(code: string): number {
    return this.counts.groupOf(this.#law.codes.get(code).record?.family ?? '');
  }

  modifier(modifier: string): boolean {
    let known = this.#modifiers.get(modifier);
    if (known === undefined) this.#modifiers.set(modifier, (known = reachesBack(modifier, this.#law)));
    return known;
  }
}
