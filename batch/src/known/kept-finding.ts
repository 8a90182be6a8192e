import type { ClaimField } from '@interspace/core/model/claim';
import type { Finding } from '@interspace/core/model/finding';
import { findingAsJson } from '../render/json.ts';
import type { Output } from '../render/output.ts';
import { DayText } from './day-text.ts';
import { addDaysIn, addDaysWithin } from './days-in-text.ts';

/**
 * A Finding as it holds for every claim of a shape: where its words name the day of service, the day of the claim at
 * hand is put in; its place is that of the claim at hand.
 */
export class KeptFinding {
  readonly finding: Finding;
  /** What it stands at. */
  readonly line: number | undefined;
  readonly field: ClaimField;
  readonly nth: number;
  readonly #day: string;
  readonly #named: boolean;
  #text: DayText | undefined;
  #told = false;

  constructor(finding: Finding, day: string) {
    this.finding = finding;
    this.line = finding.line;
    this.field = fieldOf(finding);
    this.nth = finding.nth ?? 1;
    this.#day = day;
    const { what, why, do: advice, evidence } = finding;
    this.#named =
      what.includes(day) ||
      why.includes(day) ||
      advice.includes(day) ||
      evidence.some(({ quote }) => quote.includes(day));
  }

  /** JSON up to where the place goes. Most is said once and never again: its bytes are kept from the second time on. */
  write(out: Output, day: string): void {
    if (!this.#told && day === this.#day) {
      this.#told = true;
      out.text(this.#json());
      return;
    }
    this.#text ??= new DayText(this.#json(), this.#named ? this.#day : undefined);
    this.#text.write(out, day);
  }

  #json(): string {
    return findingAsJson(this.finding).slice(0, -1);
  }

  /** The Finding, still without a place. */
  on(day: string): Finding {
    const { finding } = this;
    if (!this.#named || day === this.#day) return finding;
    return withDay(finding, (text) => text.replaceAll(this.#day, day));
  }
}

function fieldOf({ line, field }: Finding): ClaimField {
  return (field ?? (line === undefined ? 'claim' : 'line')) as ClaimField;
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

/** Every day that Findings name in their own words; what they cite is the law's. */
export function daysNamed(findings: readonly Finding[]): ReadonlySet<string> {
  const days = new Set<string>();
  for (const { what, why, do: advice, evidence } of findings) {
    addDaysIn(what, days);
    addDaysIn(why, days);
    addDaysIn(advice, days);
    for (const { quote } of evidence) addDaysIn(quote, days);
  }
  return days;
}

/** Every day that stands anywhere in what is said. */
export function daysIn(said: unknown): ReadonlySet<string> {
  const days = new Set<string>();
  addDaysWithin(said, days);
  return days;
}

/**
 * Whether what names these days holds for other days of the epoch too: it names none but days of the law and, where that
 * day is put in anew (`naming`), the day of service, unless that stands in the law too.
 */
export function holdsOnOtherDays(
  named: ReadonlySet<string>,
  day: string,
  law: ReadonlySet<string>,
  naming: boolean,
): boolean {
  for (const one of named) if (one === day ? !naming || law.has(day) : !law.has(one)) return false;
  return true;
}
