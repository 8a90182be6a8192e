const known = new WeakMap<object, Map<string, boolean>>();

/** Whether an imported list holds a code; asked once a code. */
export function isListed(list: { has(key: string): boolean }, code: string): boolean {
  let answers = known.get(list);
  if (!answers) known.set(list, (answers = new Map()));
  let found = answers.get(code);
  if (found === undefined) {
    // Anything can stand in the place of a code.
    if (answers.size >= 2_000) answers.clear();
    answers.set(code, (found = list.has(code)));
  }
  return found;
}
