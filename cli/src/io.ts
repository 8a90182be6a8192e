import type { Readable, Writable } from 'node:stream';

/** The world as the command line sees it; tests hand in another one. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Standard input, opened by who reads it and not before: that takes time. */
export function standardInput(io: Io): AsyncIterable<Buffer | string> {
  return { [Symbol.asyncIterator]: () => io.stdin[Symbol.asyncIterator]() };
}

/** Writes and waits when the reader is slower than we are. */
export async function write(to: Writable, text: string): Promise<void> {
  if (to.write(text) || to.destroyed) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      to.off('drain', go).off('close', go).off('error', go);
      resolve();
    };
    to.once('drain', go).once('close', go).once('error', go);
  });
}

/** Colour only for people: a flag decides, else NO_COLOR and FORCE_COLOR, else whether it is a terminal. */
export function wantsColor(io: Io, flag: boolean | undefined, stream: { isTTY?: boolean } = io.stdout): boolean {
  if (flag !== undefined) return flag;
  if (io.env['NO_COLOR']) return false;
  if (io.env['FORCE_COLOR'] && io.env['FORCE_COLOR'] !== '0') return true;
  return stream.isTTY === true && io.env['TERM'] !== 'dumb';
}

/** 80 to 110 columns: narrower would cut words, wider is hard to read. */
export function pageWidth(io: Io): number {
  const given = io.stdout.columns ?? (Number(io.env['COLUMNS']) || 100);
  return Math.max(80, Math.min(110, given));
}

/** For text that only wraps: what the screen has, and at least what a few words need. */
export function screenWidth(io: Io): number {
  return Math.max(40, Math.min(110, io.stdout.columns ?? 100));
}
