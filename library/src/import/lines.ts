import type { Member } from './source.ts';

export interface LineBatch {
  /** Lines without their ends, one character a byte (Latin-1). */
  readonly lines: readonly string[];
  /** 1-based number of the first of them. */
  readonly first: number;
}

/** Splits a member into lines, a chunk at a time. After the last batch, `unterminated` says whether the last line had no end. */
export class LineReader {
  unterminated = false;
  readonly #member: Member;

  constructor(member: Member) {
    this.#member = member;
  }

  async *batches(): AsyncGenerator<LineBatch> {
    let rest = '';
    let first = 1;
    let start = true;
    let end = '\n';
    for await (const chunk of this.#member.stream()) {
      // Every character is one byte, so a chunk may end anywhere; text that is kept is repaired by `readable`.
      let text = rest + chunk.toString('latin1');
      if (start && text.startsWith('\u00ef\u00bb\u00bf')) text = text.slice(3);
      // Some programs still end lines as old Macintoshes did.
      if (start && !text.includes('\n') && text.slice(0, -1).includes('\r')) end = '\r';
      start = false;
      const lines = text.split(end);
      rest = lines.pop() ?? '';
      if (lines.length === 0) continue;
      for (let index = 0; index < lines.length; index++) {
        const line = lines[index]!;
        if (line.charCodeAt(line.length - 1) === 13) lines[index] = line.slice(0, -1);
      }
      yield { lines, first };
      first += lines.length;
    }
    if (rest === '') return;
    this.unterminated = true;
    yield { lines: [rest], first };
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const WINDOWS = new TextDecoder('windows-1252');

/** Text read one byte a character, as it was meant: UTF-8 when it is valid UTF-8, else Windows-1252. */
export function readable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the question is exactly whether a byte above ASCII occurs
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1');
  try {
    return UTF8.decode(bytes);
  } catch {
    return WINDOWS.decode(bytes);
  }
}
