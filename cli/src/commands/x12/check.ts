import { writeFile } from 'node:fs/promises';
import { Checker } from '@interspace/wire/x12/check/check';
import { writeImplementationAcknowledgment } from '@interspace/wire/x12/write/implementation-acknowledgment';
import type { ExitCode } from '../../exit.ts';
import { openSource } from '../../input/source.ts';
import { pageWidth, wantsColor, write, type Io } from '../../io.ts';
import { issueAsText } from '../../render/issue.ts';
import { styleOf } from '../../render/style.ts';
import { count } from '@interspace/core/review/words';
import { complain } from '../review.ts';
import { asIssue } from './issue-of-file.ts';

export interface CheckOptions {
  readonly format: string;
  readonly ack?: string;
  readonly color?: boolean;
}

/** What the seven agreed levels of testing are, and which of them this command judges. */
const LEVELS = [
  'syntax and envelope',
  'requirements of the guide',
  'balancing',
  'situations between segments: see `interspace scrub`',
  'code sets: see `interspace scrub`',
  'lines of service: see `interspace scrub`',
  'trading partner: not judged',
] as const;
const JUDGED = 3;

/** `x12 check`: levels 1 to 3 of any file; `--ack FILE` writes the 999 that answers it. */
export async function checkX12(name: string, options: CheckOptions, io: Io): Promise<ExitCode> {
  const source = await openSource(name, io.stdin);
  if (!source.ok) return complain(source.issues, io, options.color).then(() => 2);
  const checker = new Checker();
  for await (const chunk of source.value.chunks) {
    checker.push(chunk);
    if (checker.stopped) break;
  }
  checker.end();
  const found = checker.issues.map(({ level, issue }) => ({ snip: level, ...asIssue(issue, name) }));
  const errors = found.filter((entry) => entry.level !== 'warning');
  if (options.format === 'json')
    await write(io.stdout, `${JSON.stringify({ file: name, issues: found }, undefined, 2)}\n`);
  else {
    const style = styleOf(wantsColor(io, options.color));
    for (const entry of found)
      await write(io.stdout, `level ${entry.snip} · ${issueAsText(entry, style, pageWidth(io))}\n`);
    for (const [index, words] of LEVELS.entries()) {
      const number = found.filter((entry) => entry.snip === index + 1).length;
      const verdict =
        index >= JUDGED ? 'not judged here' : number === 0 ? '✓ nothing found' : `✗ ${count(number, 'issue')}`;
      await write(io.stdout, `level ${index + 1}  ${verdict}  (${words})\n`);
    }
    if (checker.found > found.length)
      await write(io.stdout, `${checker.found - found.length} more issues were counted and not kept.\n`);
  }
  if (options.ack !== undefined) {
    const groups = checker.groups;
    if (groups.length === 0) {
      await write(io.stderr, 'No 999 is written: the file holds no functional group to answer.\n');
      return 2;
    }
    const created = new Date().toISOString().slice(0, 16);
    await writeFile(
      options.ack,
      writeImplementationAcknowledgment(groups, { sender: 'RECEIVER', receiver: 'SENDER', created, control: 1 }),
    );
  }
  return errors.length > 0 ? 1 : 0;
}
