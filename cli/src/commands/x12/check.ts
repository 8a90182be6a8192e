import type { Issue } from '@interspace/core/model/result';
import type { ReadClaim } from '@interspace/wire/x12/claims/read-claim';
import { Checker } from '@interspace/wire/x12/check/check';
import { placeInWords } from '@interspace/wire/issues';
import {
  isAnswerable,
  writeImplementationAcknowledgment,
} from '@interspace/wire/x12/write/implementation-acknowledgment';
import { complain, refuse } from '../../complain.ts';
import type { ExitCode } from '../../exit.ts';
import { noX12 } from '../../input/no-x12.ts';
import { openSource } from '../../input/source.ts';
import { pageWidth, wantsColor, write, type Io } from '../../io.ts';
import { issue } from '../../issues.ts';
import { overwritten, writeWhole } from '../../output.ts';
import { issueAsText } from '../../render/issue.ts';
import { styleOf } from '../../render/style.ts';
import { count } from '@interspace/core/review/words';
import { adjustmentChecks, type AdjustmentChecks } from './adjustment-checks.ts';
import { answerClaims } from './answer-claims.ts';
import { answeringFacts, byCorrespondent } from './answering.ts';
import { asIssue } from './issue-of-file.ts';
import { loadClaimChecks, type ClaimChecks, type JudgeOptions } from './judge-claims.ts';
import { LEVELS, snipOfFinding } from './snip-of-finding.ts';

export interface CheckOptions extends JudgeOptions {
  readonly format: string;
  /** Highest level that is judged, 1 to 7. */
  readonly level?: string;
  readonly ack?: string;
  readonly ackClaims?: string;
  readonly color?: boolean;
}

interface Told extends Issue {
  readonly snip: number;
  readonly offset: number;
}

/** Findings after this many are only counted. */
const MOST = 10_000;

/** `x12 check`: levels 1 to 3 of any file, 4 to 7 of its claims; `--ack` writes the 999, `--ack-claims` the 277. */
export async function checkX12(name: string, options: CheckOptions, io: Io): Promise<ExitCode> {
  const level = Number(options.level ?? 7);
  if (!Number.isInteger(level) || level < 1 || level > 7)
    return refuse([issue('cli/option/invalid', `--level ${options.level}: a number from 1 to 7.`)], io, options.color);
  const { ack, ackClaims } = options;
  const over =
    overwritten('--ack', ack, [name]) ??
    overwritten('--ack-claims', ackClaims, ack === undefined ? [name] : [name, ack]);
  if (over) return refuse([over], io, options.color);
  const source = await openSource(name, io.stdin);
  if (!source.ok) return refuse(source.issues, io, options.color);
  // An empty file is told as an Issue of level 1, for those who read the JSON.
  const none = noX12(name, source.value.head, 'x12 check');
  if (none && source.value.head.length > 0) return refuse([none], io, options.color);
  const waiting: ReadClaim[] = [];
  const judges = level > 3 || options.ackClaims !== undefined;
  const told: Told[] = [];
  let more = 0;
  const tell = (one: Told): void => void (told.length >= MOST ? more++ : told.push(one));
  const lists = level >= 5 ? adjustmentChecks(options.tables) : undefined;
  await complain(lists?.issues ?? [], io, options.color);
  const checker = new Checker({
    ...(judges && { claim: (read) => waiting.push(read) }),
    ...(lists && {
      adjustment: (code) => {
        const found = lists.faultOf(code);
        if (found) tell({ snip: 5, ...asIssue(found, name), offset: code.place.offset });
      },
    }),
  });
  let checks: ClaimChecks | undefined;
  const judge = async (): Promise<Issue[]> => {
    if (waiting.length === 0) return [];
    if (!checks) {
      // The law is loaded only when there is a claim to judge.
      const loaded = await loadClaimChecks(options, options.ackClaims !== undefined);
      if (!loaded.ok) return [...loaded.issues];
      await complain(loaded.issues, io, options.color);
      checks = loaded.value;
    }
    for (const read of waiting.splice(0))
      for (const { id, severity, what, why, do: hint, at } of checks.judge(read)) {
        const snip = snipOfFinding(id) ?? 6;
        // Level 3 has said it already.
        if (severity === 'note' || snip > level || snip <= 3) continue;
        tell({
          snip,
          code: id,
          message: `${what} ${why}`,
          at: at ? `${name}: ${placeInWords(at as Parameters<typeof placeInWords>[0])}` : name,
          hint,
          level: severity === 'block' ? 'error' : 'warning',
          offset: at?.offset ?? 0,
        });
      }
    return [];
  };
  for await (const chunk of source.value.chunks) {
    checker.push(chunk);
    const issues = await judge();
    if (issues.length > 0) return refuse(issues, io, options.color);
    if (checker.stopped) break;
  }
  checker.end();
  const issues = await judge();
  if (issues.length > 0) return refuse(issues, io, options.color);
  for (const { level: snip, issue: found } of checker.issues)
    if (snip <= level) told.push({ snip, ...asIssue(found, name), offset: found.place?.offset ?? 0 });
  const found = told.toSorted((one, other) => one.offset - other.offset || one.snip - other.snip);
  const { unread } = checker;
  const report = { name, found, level, more: more + checker.found - checker.issues.length, checks, lists, unread };
  await (options.format === 'json' ? tellAsJson(report, io) : tellAsText(report, options, io));
  const answered = await writeAnswers(checker, checks, options, io);
  return !answered || unread ? 2 : found.some((entry) => entry.level !== 'warning') ? 1 : 0;
}

interface CheckReport {
  readonly name: string;
  readonly found: readonly Told[];
  readonly level: number;
  /** Found and not kept. */
  readonly more: number;
  readonly checks: ClaimChecks | undefined;
  readonly lists: AdjustmentChecks | undefined;
  /** Not one segment was: only level 1 has something to say. */
  readonly unread: boolean;
}

function isJudged(index: number, { level, checks, lists, unread }: CheckReport): boolean {
  if (index >= level || (index > 0 && unread)) return false;
  return index < 3 || checks !== undefined || (index === CODES && (lists?.editions.size ?? 0) > 0);
}

/** Where code sets stand among the levels. */
const CODES = 4;

async function tellAsJson(report: CheckReport, io: Io): Promise<void> {
  const { name, found, more, checks, lists } = report;
  const judged = LEVELS.map((words, index) => ({
    level: index + 1,
    words,
    judged: isJudged(index, report),
    issues: found.filter(({ snip }) => snip === index + 1).length,
  }));
  const editions = Object.fromEntries([...(checks?.editions ?? []), ...(lists?.editions ?? [])]);
  await write(
    io.stdout,
    `${JSON.stringify({ file: name, issues: found, more, levels: judged, editions }, undefined, 2)}\n`,
  );
}

async function tellAsText(report: CheckReport, options: CheckOptions, io: Io): Promise<void> {
  const { found, level, more, checks, lists } = report;
  const style = styleOf(wantsColor(io, options.color));
  for (const entry of found)
    await write(io.stdout, `level ${entry.snip} · ${issueAsText(entry, style, pageWidth(io))}\n`);
  for (const [index, words] of LEVELS.entries())
    await write(io.stdout, `level ${index + 1}  ${verdict(index, report)}  (${words})\n`);
  if (more > 0) await write(io.stdout, `${more} more were counted and not kept.\n`);
  if (checks && level >= 4) {
    await write(
      io.stdout,
      `${count(checks.claims, 'claim')} judged one by one; \`interspace scrub\` also sees the claims of a patient together.\n`,
    );
    for (const [edition, claims] of checks.editions)
      await write(
        io.stdout,
        `  judged by ${edition}${checks.editions.size > 4 ? ` (${count(claims, 'claim')})` : ''}\n`,
      );
  }
  for (const edition of lists?.editions.keys() ?? []) await write(io.stdout, `  judged by ${edition}\n`);
}

function verdict(index: number, report: CheckReport): string {
  const { found, level, checks, unread } = report;
  if (index >= level) return '· not asked for';
  if (index > 0 && unread) return '· not judged: nothing of the file could be read as X12';
  const own = found.filter(({ snip }) => snip === index + 1);
  const errors = own.filter((entry) => entry.level !== 'warning').length;
  if (own.length === 0 && !isJudged(index, report))
    return '· not judged: the file holds no professional or institutional claim';
  if (own.length === 0)
    return checks || index < 3 ? '✓ nothing found' : '✓ nothing found in adjustments; no more was judged';
  const warnings = own.length - errors;
  const parts = [
    ...(errors > 0 ? [count(errors, 'issue')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return `${errors > 0 ? '✗' : '!'} ${parts.join(', ')}`;
}

/** False when an answer was asked for and there is nothing to answer, or it cannot be written. */
async function writeAnswers(
  checker: Checker,
  checks: ClaimChecks | undefined,
  options: CheckOptions,
  io: Io,
): Promise<boolean> {
  const { ack, ackClaims } = options;
  if (ack === undefined && ackClaims === undefined) return true;
  const groups = checker.groups.filter(isAnswerable);
  if (groups.length === 0) {
    await write(io.stderr, 'Nothing is written: the file holds no functional group that can be answered.\n');
    return false;
  }
  const created = new Date().toISOString().slice(0, 16);
  const put = async (path: string, bytes: Uint8Array): Promise<boolean> => {
    const wrong = await writeWhole(path, bytes);
    if (wrong) await refuse([wrong], io, options.color);
    return wrong === undefined;
  };
  const answers = [...byCorrespondent(groups)].map(([, own], index) => ({
    groups: own,
    facts: answeringFacts(own[0]!, created, index + 1),
  }));
  if (ack !== undefined) {
    const written = answers.map((one) => writeImplementationAcknowledgment(one.groups, one.facts));
    if (!(await put(ack, Buffer.concat(written)))) return false;
  }
  if (ackClaims === undefined) return true;
  const claims = answers.map((one) => answerClaims(one.groups, checks, one.facts));
  for (const said of new Set(claims.map((each) => each.said))) await write(io.stderr, `${said}\n`);
  const bytes = claims.flatMap((each) => each.bytes ?? []);
  return bytes.length > 0 && put(ackClaims, Buffer.concat(bytes));
}
