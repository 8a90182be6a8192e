import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { failed, ok, type Result } from '@interspace/core/model/result';
import { issue } from '../issues.ts';
import type { BatchFolder } from './folder.ts';

/**
 * Streams a claim file to the batch's folder, whole or not at all. It must begin like X12, and may have `most` bytes.
 * Answers how many bytes came.
 */
export async function receive(from: AsyncIterable<Uint8Array>, to: BatchFolder, most: number): Promise<Result<number>> {
  const gate = new Gate(most);
  try {
    await pipeline(from, gate, createWriteStream(to.arriving, { mode: 0o600 }));
  } catch (error) {
    await rm(to.arriving, { force: true });
    return failed(gate.refusal ?? issue('server/batch/cut-off', `The upload ended early (${codeOf(error)}).`));
  }
  if (gate.bytes === 0) {
    await rm(to.arriving, { force: true });
    return failed(issue('server/batch/not-claims', 'The upload is empty.'));
  }
  const file = await open(to.arriving, 'r');
  await file.sync();
  await file.close();
  await rename(to.arriving, to.claims);
  return ok(gate.bytes);
}

/** Lets bytes through that begin like X12, until there are too many. */
class Gate extends Transform {
  bytes = 0;
  refusal: ReturnType<typeof issue> | undefined;
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null, data?: Buffer) => void): void {
    if (
      this.bytes === 0 &&
      chunk.length > 0 &&
      !/^(?:\u{EF}\u{BB}\u{BF})?\s*ISA/u.test(chunk.toString('latin1', 0, 64))
    )
      this.refusal = issue('server/batch/not-claims', 'The upload does not begin like an X12 file (ISA).');
    this.bytes += chunk.length;
    if (this.bytes > this.#most)
      this.refusal = issue('server/batch/too-large', `The upload has more than ${Math.floor(this.#most / 1e6)} MB.`);
    if (this.refusal) done(new Error(this.refusal.code));
    else done(null, chunk);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'no reason given';
}
