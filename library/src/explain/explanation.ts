/** What stands behind an id, ready to be printed. */
export interface Explanation {
  readonly id: string;
  /** Criterion, edit, fact … */
  readonly kind: string;
  readonly title: string;
  readonly sections: readonly Section[];
  /** Where to change it. */
  readonly file?: string | undefined;
}

export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Only the sections that say something. */
export function explanation(
  id: string,
  kind: string,
  title: string,
  sections: Readonly<Record<string, readonly (string | undefined)[] | string | undefined>>,
  file?: string,
): Explanation {
  const told = Object.entries(sections).map(([heading, text]) => ({
    heading,
    lines: (typeof text === 'string' ? [text] : (text ?? [])).filter((line) => line !== undefined && line !== ''),
  }));
  return {
    id,
    kind,
    title,
    sections: told.filter(({ lines }) => lines.length > 0) as Section[],
    ...(file === undefined ? {} : { file }),
  };
}
