import { RateLimiter } from './rate.ts';
import type { Settings } from './settings.ts';

/** Who is counted by what: accounts and clients by their id, everybody else by the address. */
export interface Limiters {
  readonly known: RateLimiter;
  readonly anonymous: RateLimiter;
  readonly failures: RateLimiter;
}

export function makeLimiters({ rate, anonymousRate, failureRate }: Settings): Limiters {
  return {
    known: new RateLimiter(rate),
    anonymous: new RateLimiter(anonymousRate),
    failures: new RateLimiter(failureRate),
  };
}
