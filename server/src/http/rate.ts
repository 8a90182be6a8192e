/** How many requests in how many seconds. */
export interface Rate {
  readonly most: number;
  readonly seconds: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Buckets that fill up again with time, one for each account, client or address. In memory: a restart forgives. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #keys: number;

  constructor(rate: Rate, now: () => number = () => performance.now(), keys = 20_000) {
    this.#rate = rate;
    this.#now = now;
    this.#keys = keys;
  }

  /** Takes one. Returns 0, or the whole seconds to wait. */
  take(key: string): number {
    const now = this.#now();
    const perMs = this.#rate.most / (this.#rate.seconds * 1000);
    const bucket = this.#buckets.get(key) ?? { left: this.#rate.most, at: now };
    bucket.left = Math.min(this.#rate.most, bucket.left + (now - bucket.at) * perMs);
    bucket.at = now;
    // Seen last goes last, so that the first ones are those to forget.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > this.#keys) this.#forget();
    if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perMs / 1000));
    bucket.left--;
    return 0;
  }

  /** Whether nothing is left, without taking. */
  isSpent(key: string): boolean {
    const bucket = this.#buckets.get(key);
    if (!bucket) return false;
    const perMs = this.#rate.most / (this.#rate.seconds * 1000);
    return bucket.left + (this.#now() - bucket.at) * perMs < 1;
  }

  #forget(): void {
    const oldest = this.#buckets.keys().next();
    if (!oldest.done) this.#buckets.delete(oldest.value);
  }
}
