import type { Io } from '../io.ts';
import type { ExitCode } from '../exit.ts';
export async function libraryCommand(_n: string, _o: object, _io: Io): Promise<ExitCode> {
  return 2;
}
