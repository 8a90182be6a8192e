/** A word of the library for people: `physical-therapy` → `physical therapy`. */
export function wordOf(word: string): string {
  return word.replaceAll('-', ' ');
}

/** `1, 2 and 4`. */
export function listed(parts: readonly (string | number)[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** `1 question`, `3 questions`. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** What somebody answered, in words. */
export function valueInWords(value: string | number | boolean | readonly string[]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.map(wordOf).join(', ') : wordOf(String(value));
}
