/** Random-looking numbers from a seed; the same everywhere. */
export interface Draw {
  below(limit: number): number;
  chance(share: number): boolean;
  one<T>(of: readonly T[]): T;
}

export function numbers(seed: number): Draw {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    chance: (share) => next() < share,
    one: (of) => of[Math.floor(next() * of.length)]!,
  };
}
