/** Ink for a terminal. Without colour every function returns its text: nothing is said by colour alone. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
}

export function styleOf(color: boolean): Style {
  const ink = (on: number, off: number) => (text: string) =>
    color && text !== '' ? `\u{1B}[${on}m${text}\u{1B}[${off}m` : text;
  return {
    bold: ink(1, 22),
    dim: ink(2, 22),
    red: ink(31, 39),
    green: ink(32, 39),
    yellow: ink(33, 39),
    blue: ink(36, 39),
  };
}

/** Columns that a text takes on a terminal: ink takes none, wide characters two. */
export function widthOf(text: string): number {
  // oxlint-disable-next-line no-control-regex
  const bare = text.replaceAll(/\u{1B}\[\d+m/gu, '');
  let width = 0;
  for (const character of bare)
    width += /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/u.test(
      character,
    )
      ? 2
      : 1;
  return width;
}
