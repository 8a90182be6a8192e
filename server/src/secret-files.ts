import { readFileSync } from 'node:fs';
import { issue } from './issues.ts';
import { StoreError } from './store/store-error.ts';

/** Settings that are secrets: each may be named by a file that a vault or a container platform lays down. */
const SECRETS = ['DATABASE_URL', 'INTERSPACE_SECRET_KEY', 'INTERSPACE_METRICS_TOKEN', 'OIDC_CLIENT_SECRET'];

type Env = Readonly<Record<string, string | undefined>>;

/** The environment with what `DATABASE_URL_FILE` and its like name, read at the start. The variable itself goes before its file. */
export function withSecretFiles(env: Env): Env {
  const read: Record<string, string> = {};
  for (const name of SECRETS) {
    const path = env[`${name}_FILE`];
    if (!path || env[name]) continue;
    try {
      read[name] = readFileSync(path, 'utf8').trim();
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? 'no reason given';
      throw new StoreError(issue('server/start/secret-file', `${name}_FILE cannot be read (${reason}).`), {
        cause: error,
      });
    }
  }
  return { ...env, ...read };
}
