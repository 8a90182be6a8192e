import { PassThrough, Readable } from 'node:stream';
import { program } from '../program.ts';

/** Runs the command line in this process, with nothing piped in. */
export async function run(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = { out: '', err: '' };
  stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  const exit = await program(args, { stdin: Readable.from([]), stdout, stderr, env: {} });
  // Where a line breaks depends on how long the names of folders are.
  return { exit, out: texts.out, err: texts.err.replaceAll(/\s+/g, ' ') };
}
