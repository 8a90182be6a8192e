/**
 * The same objects, all with the same members in the same order; what one lacks is undefined. Millions of look-ups then
 * find every member at one place, and compiled code is not thrown away because an object looks otherwise.
 */
export function uniform<T extends object>(all: readonly T[]): readonly T[] {
  const members = [...new Set(all.flatMap((one) => Object.keys(one)))] as (keyof T)[];
  return all.map((one) => {
    const made: Partial<T> = {};
    for (const member of members) made[member] = one[member];
    return made as T;
  });
}
