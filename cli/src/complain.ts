import type { Issue } from '@interspace/core/model/result';
import type { ExitCode } from './exit.ts';
import { pageWidth, wantsColor, write, type Io } from './io.ts';
import { issueAsText } from './render/issue.ts';
import { styleOf } from './render/style.ts';

/** Says Issues on standard error. */
export async function complain(issues: readonly Issue[], io: Io, color: boolean | undefined): Promise<void> {
  if (issues.length === 0) return;
  const style = styleOf(wantsColor(io, color, io.stderr));
  for (const found of issues) await write(io.stderr, `${issueAsText(found, style, pageWidth(io))}\n`);
}

/** Says why a command could not run, and that it could not. */
export async function refuse(issues: readonly Issue[], io: Io, color: boolean | undefined): Promise<ExitCode> {
  await complain(issues, io, color);
  return 2;
}
