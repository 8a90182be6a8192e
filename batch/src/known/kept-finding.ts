import type { Finding } from '@interspace/core/model/finding';
import { findingAsJson } from '../render/json.ts';

const DATE = /\d{4}-\d{2}-\d{2}/g;

/**
 * A Finding as it holds for every claim of a shape: where its words name the day of service, the day of the claim at
 * hand is put in; its place is that of the claim at hand.
 */
export class KeptFinding {
  readonly finding: Finding;
  readonly #day: string;
  /** The JSON without place and closing brace, cut where the day stands. */
  readonly #json: readonly string[];
  readonly #named: boolean;

  constructor(finding: Finding, day: string) {
    this.finding = finding;
    this.#day = day;
    this.#json = findingAsJson(finding).slice(0, -1).split(day);
    this.#named = this.#json.length > 1;
  }

  /** JSON up to where the place goes. */
  json(day: string): string {
    return this.#named ? this.#json.join(day) : this.#json[0]!;
  }

  /** The Finding, still without a place. */
  on(day: string): Finding {
    const { finding } = this;
    if (!this.#named || day === this.#day) return finding;
    return withDay(finding, (text) => text.replaceAll(this.#day, day));
  }
}

/** The Finding with its words told of another day. */
export function withDay(finding: Finding, told: (text: string) => string): Finding {
  return {
    ...finding,
    what: told(finding.what),
    why: told(finding.why),
    do: told(finding.do),
    evidence: finding.evidence.map((one) => ({ ...one, quote: told(one.quote) })),
  };
}

/**
 * Whether what is said holds for other days of the epoch too: it names none but days of the law and, where that day is
 * put in anew (`naming`), the day of service, unless that stands in the law too. `law`: days that stand in the law.
 */
export function holdsOnOtherDays(said: unknown, day: string, law: ReadonlySet<string>, naming: boolean): boolean {
  for (const [named] of JSON.stringify(said).matchAll(DATE))
    if (named === day ? !naming || law.has(day) : !law.has(named)) return false;
  return true;
}
