import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { holdEngine } from './engine.ts';
import type { Io } from './io.ts';
import { program } from './program.ts';
import { projectRoot } from './root.ts';

/**
 * Reviews the example notes for nobody. The launcher does this once after a build, when the answer is out already: the
 * bytecode that it then keeps holds what a review needs, whatever the first run was about.
 *
 * For an image of the process, the law that was made ready stays for all later commands; and every fourth note is
 * enough, because what more of them leave behind makes the image larger and each start from it slower.
 */
export async function rehearse({ forImage = false }: { readonly forImage?: boolean } = {}): Promise<void> {
  if (forImage) await holdEngine();
  const folder = join(projectRoot(), 'examples', 'notes');
  const notes = readdirSync(folder).filter((_, index) => !forImage || index % 4 === 3);
  const paths = notes.map((name) => join(folder, name));
  await program(
    ['review', ...paths, '--state', 'OH', '--on', '2026-03-02'],
    ioInto(() => {}),
  );
}

/** What a command writes, as text. */
export async function printed(args: readonly string[]): Promise<string> {
  let text = '';
  await program(
    args,
    ioInto((part) => {
      text += part;
    }),
  );
  return text;
}

function ioInto(take: (text: string) => void): Io {
  const sink = (into: (text: string) => void): Writable =>
    new Writable({
      decodeStrings: false,
      write: (chunk, _encoding, done) => {
        into(String(chunk));
        done();
      },
    });
  return { stdin: Readable.from([]), stdout: sink(take), stderr: sink(() => {}), env: {} };
}
