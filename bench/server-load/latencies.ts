/** What a run of requests amounts to: milliseconds from the moment when each was due, so that waiting in line counts. */
export class Latencies {
  readonly #ms: number[] = [];
  errors = 0;
  readonly reasons = new Map<string, number>();

  add(ms: number): void {
    this.#ms.push(ms);
  }

  fail(reason: string): void {
    this.errors++;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }

  get count(): number {
    return this.#ms.length;
  }

  /** Like `p50 4.1  p95 9.0  p99 14.2  max 31 ms`. */
  get words(): string {
    const sorted = this.#ms.toSorted((one, other) => one - other);
    const at = (share: number): string =>
      (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
    return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  max ${at(1)} ms, ${this.count} answered, ${this.errors} errors${this.errors === 0 ? '' : ` (${[...this.reasons].map(([why, count]) => `${count} × ${why}`).join(', ')})`}`;
  }
}

/** `perSecond` requests begun at even distances whatever the answers do, for `seconds`. */
export async function atRate(
  perSecond: number,
  seconds: number,
  one: (number: number) => Promise<void>,
): Promise<Latencies> {
  const seen = new Latencies();
  await atRateWhile(perSecond, (number) => (number < perSecond * seconds ? [seen] : undefined), one);
  return seen;
}

/**
 * The same for as long as `counts` names where the request of that number is counted: every request of the time is in the
 * sets it was begun for, also when its answer comes after the end.
 */
export async function atRateWhile(
  perSecond: number,
  counts: (number: number) => readonly Latencies[] | undefined,
  one: (number: number) => Promise<void>,
): Promise<void> {
  const open: Promise<void>[] = [];
  const start = performance.now();
  for (let number = 0; ; number++) {
    const due = start + (number * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((go) => setTimeout(go, wait));
    const sets = counts(number);
    if (sets === undefined) break;
    open.push(
      one(number).then(
        () => sets.forEach((set) => set.add(performance.now() - due)),
        (error: unknown) => sets.forEach((set) => set.fail(error instanceof Error ? error.message : 'failed')),
      ),
    );
  }
  await Promise.all(open);
}

/** `side` at a time for `seconds`; answers how many a second. */
export async function asFastAsPossible(
  side: number,
  seconds: number,
  one: (number: number) => Promise<void>,
): Promise<{ readonly perSecond: number; readonly seen: Latencies }> {
  const seen = new Latencies();
  let number = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: side }, async () => {
      while (performance.now() < end) {
        const begun = performance.now();
        await one(number++).then(
          () => seen.add(performance.now() - begun),
          (error: unknown) => seen.fail(error instanceof Error ? error.message : 'failed'),
        );
      }
    }),
  );
  return { perSecond: seen.count / ((performance.now() - start) / 1000), seen };
}
