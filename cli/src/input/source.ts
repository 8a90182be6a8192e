import { createReadStream, readFileSync, statSync } from 'node:fs';
import { failed, ok, type Issue, type Result } from '@interspace/core/model/result';
import { issue } from '../issues.ts';

/** An opened document: its first bytes are known, the rest flows. */
export interface Source {
  /** As the user named it; `-` is standard input. */
  readonly name: string;
  readonly head: Buffer;
  /** Everything, the head included. Can be walked once. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** Enough to tell the kind of a document. */
const HEAD = 65_536;
/** No file of this size keeps anybody waiting. */
const AT_ONCE = 1 << 20;

export async function openSource(name: string, stdin: AsyncIterable<Buffer | string>): Promise<Result<Source>> {
  try {
    if (name === '-') return ok(await peek('-', stdin));
    const found = statSync(name);
    if (found.isDirectory())
      return failed(issue('cli/input/is-directory', 'This is a folder, not a file.', { at: name }));
    // What fits is read at once: a stream waits for its turn several times before the first byte.
    if (found.isFile() && found.size <= AT_ONCE) return ok(whole(name, readFileSync(name)));
    return ok(await peek(name, createReadStream(name, { highWaterMark: 1 << 20 })));
  } catch (error) {
    const found = fileIssue(name, error);
    if (!found) throw error;
    return failed(found);
  }
}

/** What the operating system says about a file, in words; undefined for an error that is not about files. */
export function fileIssue(name: string, error: unknown): Issue | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return issue('cli/input/not-found', 'There is no such file.', { at: name });
  if (code === 'EISDIR') return issue('cli/input/is-directory', 'This is a folder, not a file.', { at: name });
  return issue('cli/input/unreadable', `The file cannot be read (${code}).`, { at: name });
}

function whole(name: string, bytes: Buffer): Source {
  async function* chunks(): AsyncGenerator<Buffer> {
    if (bytes.length > 0) yield bytes;
  }
  return { name, head: bytes.subarray(0, HEAD), chunks: chunks() };
}

async function peek(name: string, stream: AsyncIterable<Buffer | string>): Promise<Source> {
  const rest = stream[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let size = 0;
  while (size < HEAD) {
    const { value, done } = await rest.next();
    if (done) break;
    const chunk = typeof value === 'string' ? Buffer.from(value) : value;
    first.push(chunk);
    size += chunk.length;
  }
  const head = first.length === 1 ? first[0]! : Buffer.concat(first);
  async function* chunks(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head;
    for (;;) {
      const { value, done } = await rest.next();
      if (done) return;
      yield typeof value === 'string' ? Buffer.from(value) : value;
    }
  }
  return { name, head, chunks: chunks() };
}

/** All bytes, or undefined when there are more than `limit`. */
export async function readAll(source: Source, limit: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of source.chunks) {
    size += chunk.length;
    if (size > limit) return undefined;
    parts.push(chunk);
  }
  return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}
