const FREE = 5;
const FIRST_S = 30;
const LONGEST_S = 15 * 60;

/** Whether an account is locked at a moment. A lock longer than any we give is of a clock that was set back since, and is none. */
export function isLocked(until: string | null, now: Date): boolean {
  if (until === null) return false;
  const left = new Date(until).getTime() - now.getTime();
  return left > 0 && left <= LONGEST_S * 1000;
}

/** Seconds to wait after so many failures in a row: none at first, then twice as long each time, never over a quarter of an hour. */
export function lockSeconds(failures: number): number {
  return failures < FREE ? 0 : Math.min(LONGEST_S, FIRST_S * 2 ** (failures - FREE));
}
