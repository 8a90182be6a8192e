import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withSecretFiles } from './secret-files.ts';

it('secrets come from files that a vault lays down, unless the variable itself is there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'interspace-secrets-'));
  try {
    const path = join(folder, 'secret');
    writeFileSync(path, 'from the vault\n');
    const env = { OIDC_CLIENT_SECRET_FILE: path, INTERSPACE_SECRET_KEY_FILE: path, INTERSPACE_SECRET_KEY: 'told' };
    expect(withSecretFiles(env)).toMatchObject({ OIDC_CLIENT_SECRET: 'from the vault', INTERSPACE_SECRET_KEY: 'told' });
    expect(withSecretFiles({ HOME_FILE: path })).toEqual({ HOME_FILE: path });
    expect(() => withSecretFiles({ DATABASE_URL_FILE: join(folder, 'none') })).toThrow(
      expect.objectContaining({ issue: expect.objectContaining({ code: 'server/start/secret-file' }) as unknown }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
