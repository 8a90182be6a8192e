const FREE = 5;
const FIRST_S = 30;
const LONGEST_S = 15 * 60;

/** Seconds to wait after so many failures in a row: none at first, then twice as long each time, never over a quarter of an hour. */
export function lockSeconds(failures: number): number {
  return failures < FREE ? 0 : Math.min(LONGEST_S, FIRST_S * 2 ** (failures - FREE));
}
