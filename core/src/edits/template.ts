/** A text with `{holes}`, cut once: texts at even places, names of holes at odd ones. */
export type Template = readonly string[];

const HOLE = /\{([a-z0-9]+)\}/;

export function template(text: string): Template {
  return text.split(HOLE);
}

/** The text with what is known filled in; a hole that nothing is known of stays as it is written. */
export function fill(parts: Template, words: Readonly<Record<string, string | number>>): string {
  let text = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] ?? '';
    text += String(words[name] ?? `{${name}}`) + (parts[at + 1] ?? '');
  }
  return text;
}
