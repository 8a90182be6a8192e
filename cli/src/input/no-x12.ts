import type { Issue } from '@interspace/core/model/result';
import { kindOf } from '@interspace/wire/document/kind';
import { issue } from '../issues.ts';

/** Why a file is no X12 file, as far as its first bytes tell it for certain; `command` would read it from a pipe. */
export function noX12(name: string, head: Buffer, command: string): Issue | undefined {
  const piped = name === '-';
  const at = piped ? 'standard input' : name;
  const file = piped ? 'FILE' : name;
  const packed = (how: string, unpack: string): Issue =>
    issue('cli/input/binary', `The file is packed (${how}).`, {
      at,
      hint: `Unpack it on the way: ${unpack} ${file} | interspace ${command} -`,
    });
  if (head.length === 0)
    return piped
      ? issue('cli/input/empty', 'Nothing was piped in.', { at, hint: 'Name a file, or pipe one into the command.' })
      : issue('cli/input/empty', 'The file is empty.', { at });
  if (head[0] === 0x1f && head[1] === 0x8b) return packed('gzip', 'gunzip -c');
  const kind = kindOf(name, head);
  if (kind === 'x12' || /^\s*(?:GS|ST)[^A-Za-z0-9\s]/.test(head.toString('latin1', 0, 64))) return undefined;
  if (kind === 'binary' && head.toString('latin1', 0, 4) === 'PK\u0003\u0004') return packed('ZIP', 'unzip -p');
  if (/^\uFEFF?\s*ISA/.test(wide(head)))
    return issue('cli/input/binary', 'The file is a claim file in UTF-16, two bytes a letter; X12 has one.', {
      at,
      hint: `Export it as plain text, or on the way: iconv -f UTF-16 -t UTF-8 ${file} | interspace ${command} -`,
    });
  if (kind !== 'binary') return undefined;
  return issue('cli/input/binary', 'This is no X12 file: its bytes are not text.', {
    at,
    hint: 'Give the file as it goes to the clearinghouse; it begins with ISA.',
  });
}

/** The beginning read as UTF-16, in the order of bytes that its mark says. */
function wide(head: Buffer): string {
  const start = Buffer.from(head.subarray(0, 64));
  if (start[0] === 0xfe && start[1] === 0xff) start.swap16();
  return start.toString('utf16le');
}
