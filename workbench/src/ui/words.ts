import { dayInWords } from './day-text.tsx';

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

/** `medicare-advantage` → `Medicare Advantage`: the kind of a payer as a name. */
export function payerInWords(payer: string): string {
  return wordOf(payer).replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** What a forecast is for, as the engine names it: `facet, facet-ablation, right (like 2026-02-11)` without its joints of words. */
export function actInWords(act: string): string {
  const words = act
    .replace('lumbar-sacral', 'lumbosacral')
    .replace('cervical-thoracic', 'cervicothoracic')
    .replaceAll(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .replace(/ \(like (\d{4}-\d{2}-\d{2})\)$/, (_, day: string) => `, as on ${dayInWords(day)}`)
    .replace(/ \(none yet\)$/, ', none yet');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
