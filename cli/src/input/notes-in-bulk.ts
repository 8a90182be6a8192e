import { issue } from '../issues.ts';
import { refused, type RefusedJob } from './job.ts';
import { noteText } from './note-text.ts';

export interface BulkNote {
  readonly source: string;
  readonly id: string;
  readonly text: string;
}

/** A line may be as long as the longest note, escapes included. */
const LINE_LIMIT = 16 << 20;

/** `{"id","text"}` a line, one at a time and never the whole file. A bad line becomes a refusal and the next one is read. */
export async function* notesInBulk(name: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<BulkNote | RefusedJob> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number++;
    const source = `${name}:${number}`;
    if (line === undefined) {
      yield refused(source, [issue('cli/input/too-large', 'The line is longer than 16 MB.', { at: source })]);
    } else if (line.trim() !== '' && line !== '\u{FEFF}') {
      yield noteOf(line, source);
    }
  }
}

function noteOf(line: string, source: string): BulkNote | RefusedJob {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\u{FEFF}/u, ''));
  } catch {
    return refused(source, [issue('cli/bulk/line-invalid', 'The line is not valid JSON.', { at: source })]);
  }
  const { id: given, text } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const id = typeof given === 'string' ? given : typeof given === 'number' ? String(given) : undefined;
  if (id === undefined)
    return refused(source, [issue('cli/bulk/line-invalid', 'The line has no `id`.', { at: source })]);
  if (typeof text !== 'string')
    return refused(
      source,
      [issue('cli/bulk/line-invalid', 'The line has no `text` that is a string.', { at: source })],
      id,
    );
  const note = noteText(text, source);
  return note.ok ? { source, id, text: note.value } : refused(source, note.issues, id);
}

/** Lines of a byte stream; undefined for one that is too long to be kept. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string | undefined> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = (): string | undefined => {
    const line = size > LINE_LIMIT ? undefined : Buffer.concat(parts).toString('utf8');
    [parts, size] = [[], 0];
    return line;
  };
  const keep = (part: Buffer): void => {
    size += part.length;
    if (size <= LINE_LIMIT) parts.push(part);
    else parts = [];
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) yield take();
}
