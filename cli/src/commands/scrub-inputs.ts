import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { fileInput, streamInput, type Input } from '@interspace/batch/run/input';
import type { Issue } from '@interspace/core/model/result';
import { kindOf } from '@interspace/wire/document/kind';
import { noX12 } from '../input/no-x12.ts';
import { fileIssue, openSource } from '../input/source.ts';
import type { Io } from '../io.ts';
import { issue } from '../issues.ts';

/** What was named, told apart by its first bytes. */
export interface Named {
  readonly claims: readonly Input[];
  /** Files of which nothing can be read: missing, a folder, empty, packed. */
  readonly unread: readonly Issue[];
  /** Files that were named before, maybe by another path: they are judged once. */
  readonly again: readonly Issue[];
  /** Names of documents that are no claim files. */
  readonly documents: readonly string[];
  /** Standard input, when it was looked at and is no claim file. */
  readonly stdin?: AsyncIterable<Buffer>;
}

const HEAD = 4096;

export async function claimInputs(names: readonly string[], io: Io): Promise<Named> {
  const claims: Input[] = [];
  const unread: Issue[] = [];
  const documents: string[] = [];
  const again: Issue[] = [];
  const seen = new Set<string>();
  let stdin: AsyncIterable<Buffer> | undefined;
  for (const name of names) {
    if (name === '-' && io.stdin.isTTY === true) {
      documents.push(name);
      continue;
    }
    const same = pathOf(name);
    if (same !== undefined && seen.has(same)) {
      again.push({
        ...issue('cli/input/twice', 'The file was named before; it is judged once.', { at: name }),
        level: 'warning',
      });
      continue;
    }
    if (same !== undefined) seen.add(same);
    const found = await lookAt(name, io);
    if ('issue' in found) unread.push(found.issue);
    else if (kindOf(name, found.head) === 'x12') claims.push(found.input());
    else {
      const why = noX12(name, found.head, 'scrub') ?? withoutEnvelope(name, found.head);
      if (why) unread.push(why);
      else documents.push(name);
      if (name === '-') stdin = found.chunks;
    }
  }
  return { claims, unread, again, documents, ...(stdin ? { stdin } : {}) };
}

/** A group or transaction by itself can be looked at, but who sent it to whom, and when, is part of judging it. */
function withoutEnvelope(name: string, head: Buffer): Issue | undefined {
  const [, begins] = /^\s*(GS|ST)[^A-Za-z0-9\s]/.exec(head.toString('latin1', 0, 64)) ?? [];
  if (begins === undefined) return undefined;
  return issue('cli/claims/none', `The file begins with ${begins}: its interchange header (ISA) is missing.`, {
    at: name === '-' ? 'standard input' : name,
    hint: 'Export the whole interchange, from ISA to IEA; `interspace x12 check` looks at the file as it is.',
  });
}

/** What two names of one file have in common; undefined when there is no such file. */
function pathOf(name: string): string | undefined {
  if (name === '-') return name;
  try {
    return realpathSync(name);
  } catch {
    return undefined;
  }
}

type Look = { readonly head: Buffer; readonly input: () => Input; readonly chunks?: AsyncIterable<Buffer> };

/** A file is opened again when its turn comes; of a pipe there is only one reading. */
async function lookAt(name: string, io: Io): Promise<Look | { readonly issue: Issue }> {
  try {
    if (name !== '-' && statSync(name).isFile()) return { head: headOf(name), input: () => fileInput(name) };
  } catch (error) {
    const found = fileIssue(name, error);
    if (!found) throw error;
    return { issue: found };
  }
  const source = await openSource(name, io.stdin);
  if (!source.ok) return { issue: source.issues[0]! };
  const { head, chunks } = source.value;
  return { head, chunks, input: () => streamInput(name === '-' ? 'standard input' : name, chunks) };
}

function headOf(path: string): Buffer {
  const head = Buffer.alloc(HEAD);
  const file = openSync(path, 'r');
  try {
    return head.subarray(0, readSync(file, head, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}
