import { readFileSync } from 'node:fs';

/** Whether a process runs; one that has ended and waits to be buried does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !/^\d+ \(.*\) Z/.test(ofLinux(pid, 'stat') ?? '');
}

/** Whether the number belongs to a PostgreSQL: after a restart of the machine another program may bear it. */
export function isPostgres(pid: number): boolean {
  const command = ofLinux(pid, 'cmdline');
  return isAlive(pid) && (command === undefined || command.includes('postgres'));
}

function ofLinux(pid: number, file: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
