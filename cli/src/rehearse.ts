import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { program } from './program.ts';
import { projectRoot } from './root.ts';

/**
 * Reviews the example notes for nobody. The launcher does this once after a build, when the answer is out already: the
 * bytecode that it then keeps holds what a review needs, whatever the first run was about.
 */
export async function rehearse(): Promise<void> {
  const nobody = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
  const io = { stdin: Readable.from([]), stdout: nobody(), stderr: nobody(), env: {} };
  const folder = join(projectRoot(), 'examples', 'notes');
  const notes = readdirSync(folder).map((name) => join(folder, name));
  await program(['review', ...notes, '--state', 'OH', '--on', '2026-03-02'], io);
}
