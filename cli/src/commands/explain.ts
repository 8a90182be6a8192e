import type { Io } from '../io.ts';
import type { ExitCode } from '../exit.ts';
export async function explain(_id: string, _o: object, _io: Io): Promise<ExitCode> {
  return 2;
}
