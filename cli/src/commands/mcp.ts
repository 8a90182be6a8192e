import { openTables } from '@interspace/library/tables/open-tables';
import { judgingTables } from '@interspace/library/tables/judging-tables';
import { prepareLibrary, type PreparedLibrary } from '@interspace/core/review/prepare';
import { VERBS } from '@interspace/server/engine/verbs';
import { serveMcpOverStdio } from '@interspace/server/mcp/stdio';
import type { Issue } from '@interspace/core/model/result';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { loadLibrary } from '../library.ts';
import { today } from '../today.ts';
import { VERSION } from '../version.ts';
import { complain, refuse } from '../complain.ts';

type Judge = (asked: unknown, law: PreparedLibrary) => unknown;

/** The verbs as tools of the Model Context Protocol, over standard input and output, until the client goes away. */
export async function mcp(io: Io): Promise<ExitCode> {
  const library = await loadLibrary();
  if (!library.ok) {
    return refuse(library.issues, io, false);
  }
  const left: Issue[] = [];
  const law = prepareLibrary(
    library.value,
    judgingTables(openTables(), (issue) => left.push(issue)),
  );
  await complain(left, io, false);
  await serveMcpOverStdio({
    ask: async (verb, asked) => (VERBS[verb] as Judge)(asked, law) as never,
    library: () => library.value,
    today,
    version: VERSION,
  });
  return 0;
}
