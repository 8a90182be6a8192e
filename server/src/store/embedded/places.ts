import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { osUser, reaches, type OsUser } from './os-user.ts';

/** Where the parts of the embedded database lie. */
export interface Places {
  readonly user: OsUser | undefined;
  /** Holds everything below. */
  readonly home: string;
  readonly data: string;
  readonly log: string;
  readonly lock: string;
  /** Folder of the Unix socket; absent where there are none. */
  readonly socket: string | undefined;
  readonly password: string;
}

/** For an account that cannot enter the data folder: the place where services keep their data. */
const SHARED = '/var/lib/interspace';

/** Finds, and makes where needed, the places of the database that belongs to a data folder. */
export function placesFor(folder: string, log: (line: string) => void): Places & { readonly shared: string } {
  const user = osUser();
  const root = resolve(folder);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const home = homeFor(root, user, log);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (user) chownSync(home, 0, user.gid);
  if (user) chmodSync(home, 0o770);
  const socket = process.platform === 'win32' ? undefined : socketFolder(home, user);
  return {
    user,
    home,
    data: join(home, 'data'),
    log: join(home, 'log'),
    lock: join(home, 'lock'),
    socket,
    password: password(join(home, 'password')),
    shared: SHARED,
  };
}

/** Whether a data folder has a database already. */
export function hasEmbedded(folder: string): boolean {
  const root = resolve(folder);
  return [join(root, 'postgres', 'data'), join(SHARED, digest(root), 'data')].some((data) => existsSync(data));
}

function homeFor(root: string, user: OsUser | undefined, log: (line: string) => void): string {
  const own = join(root, 'postgres');
  if (user === undefined || existsSync(join(own, 'data'))) return own;
  if (!reaches(user, root)) {
    // The data folder is ours: letting that one account walk through shows it nothing.
    chownSync(root, 0, user.gid);
    chmodSync(root, statSync(root).mode | 0o010);
  }
  if (reaches(user, root)) return own;
  const elsewhere = join(SHARED, digest(root));
  log(
    `The database cannot live in ${root} (PostgreSQL does not run as root and cannot enter it); it is in ${elsewhere}.`,
  );
  mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  return elsewhere;
}

/** Socket paths may have 107 bytes at most, so that a deep folder needs another place. */
function socketFolder(home: string, user: OsUser | undefined): string {
  const near = join(home, 'socket');
  const folder = Buffer.byteLength(near) <= 85 ? near : join(tmpdir(), `interspace-${digest(home)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  // A folder in a place that everybody may write to must be ours before we trust it.
  if (uid !== (process.getuid?.() ?? uid) && uid !== user?.uid) throw new Error(`${folder} belongs to somebody else.`);
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

function password(file: string): string {
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
