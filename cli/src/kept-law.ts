import type { Library } from '@interspace/core/model/library';

/** Which parts of the law one review seldom needs all of: they are parsed when somebody looks at them. */
function apart(library: Library): [owner: object, name: string][] {
  return [
    ...library.edits.pairs.map((edition): [object, string] => [edition, 'rows']),
    ...library.policies.policies.map((policy): [object, string] => [policy, 'criteria']),
  ];
}

interface Hole {
  readonly owner: number;
  readonly name: string;
}

/**
 * The law as text: a line for each part that stands apart, and the rest, with their places, on the last line. Only
 * ASCII, which is read without decoding.
 */
export function lawAsText(library: Library): string {
  const parts = apart(library);
  const owners = [...new Set(parts.map(([owner]) => owner))];
  const holes = parts.map(([owner, name]): Hole => ({ owner: owners.indexOf(owner), name }));
  const lines = parts.map(([owner, name]) => JSON.stringify((owner as Record<string, unknown>)[name]));
  const rest = JSON.stringify(library, function (this: unknown, name, value: unknown) {
    return parts.some(([owner, part]) => owner === this && part === name) ? null : value;
  });
  return [...lines, JSON.stringify(holes), rest].join('\n').replace(/[\u007f-\uffff]/g, escaped);
}

/** The law again. A part that stands apart is parsed at the first look at it. */
export function lawFromText(text: string): Library {
  const lines = text.split('\n');
  const library = JSON.parse(lines.at(-1) ?? '') as Library;
  const holes = JSON.parse(lines.at(-2) ?? '') as Hole[];
  const owners = [...new Set(apart(library).map(([owner]) => owner))];
  for (const [index, { owner, name }] of holes.entries()) laterIn(owners[owner] ?? {}, name, lines[index] ?? 'null');
  return library;
}

function laterIn(owner: object, name: string, text: string): void {
  Object.defineProperty(owner, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value: unknown = JSON.parse(text);
      Object.defineProperty(owner, name, { value, configurable: true, enumerable: true, writable: true });
      return value;
    },
  });
}

function escaped(one: string): string {
  return `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
