import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { refuse } from './refusal.ts';

/** The one file of a form, whole in memory; never more than `most` bytes of it. */
export async function fileInMemory(request: FastifyRequest, most: number): Promise<{ name: string; bytes: Buffer }> {
  const part = await request.file({ limits: { fileSize: most, files: 1 } });
  if (!part) throw refuse('server/document/none');
  return { name: basename(part.filename), bytes: await part.toBuffer() };
}

/** The files of a form in a folder of their own, which is gone when `use` has ended. Names of the sender are only names. */
export async function filesOnDisk<T>(
  request: FastifyRequest,
  { most, files }: { readonly most: number; readonly files: number },
  use: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'interspace-upload-'));
  try {
    const paths: string[] = [];
    for await (const part of request.files({ limits: { fileSize: most, files } })) {
      // Editions are told by the file's name; letters that could leave the folder are not letters of a name.
      const name = basename(part.filename)
        .replace(/[^A-Za-z0-9 ._()-]/g, '_')
        .replace(/^\.+/, '_');
      const path = join(folder, `${paths.length}`, name === '' ? 'file' : name.slice(0, 150));
      await mkdir(join(folder, `${paths.length}`));
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated) throw refuse('server/http/too-large');
      paths.push(path);
    }
    if (paths.length === 0) throw refuse('server/document/none');
    return await use(paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
