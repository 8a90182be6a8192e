import { LineCounter, parseDocument, type Document, isNode } from 'yaml';
import type { Issue } from '@interspace/core/model/result';

export type Path = readonly (string | number)[];

/** One YAML file of the library: its data, and the line of everything in it. */
export interface SourceFile {
  /** Path below the library folder, with slashes. */
  readonly path: string;
  readonly data: unknown;
  readonly issues: readonly Issue[];
  /** `policies/…/frequency.yaml:12` for a place in the data; the nearest enclosing place when it does not exist. */
  readonly at: (path: Path) => string;
}

/** Parses YAML 1.2. A syntax error or a key given twice is an Issue at its line. */
export function parseSource(path: string, text: string): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const issues = [...document.errors, ...document.warnings].map((error): Issue => {
    const duplicate = error.code === 'DUPLICATE_KEY';
    return {
      code: duplicate ? 'library/duplicate-key' : 'library/yaml-syntax',
      message: duplicate
        ? 'A key is given twice; the first one would be lost.'
        : `This is not valid YAML: ${error.message}`,
      at: `${path}:${lines.linePos(error.pos[0]).line}`,
      hint: duplicate ? 'Remove one of the two.' : 'Check indentation, quotes and brackets near this line.',
    };
  });
  const at = (place: Path): string => `${path}:${lineOf(document, lines, place)}`;
  return { path, data: document.errors.length > 0 ? undefined : document.toJS(), issues, at };
}

function lineOf(document: Document.Parsed, lines: LineCounter, place: Path): number {
  for (let length = place.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(place.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
