/** A piece of markup that needs no escaping any more. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | false | undefined | readonly Markup[];

/**
 * Markup with holes: everything but markup is escaped, so that no name in a file becomes a tag. The indentation of the
 * source is not written.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const [first = '', ...others] = strings.map((piece) => piece.replace(/\n\s+/g, '\n'));
  let text = first;
  for (const [index, part] of parts.entries()) text += textOf(part) + (others[index] ?? '');
  return new Markup(text);
}

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escaped(String(part));
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- what a file brings may hold them, and no page may
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!).replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd');
}

/** A share in percent of the width of a bar; what is there at all is visible. */
export function share(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return '0';
  return Math.max(0.5, (100 * part) / whole).toFixed(1);
}
