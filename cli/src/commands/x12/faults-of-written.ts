import type { Issue } from '@interspace/core/model/result';
import { checkBuffer } from '@interspace/wire/x12/check/check';
import { readDocument } from '@interspace/wire/x12/document';
import type { Submission } from './submission.ts';

/** What our own check says of a file before it is written: a value too long, a code that the guide does not know. */
export function faultsOfWritten(bytes: Uint8Array, { claims }: Submission, file: string): readonly Issue[] {
  const issues = checkBuffer(bytes).issues.filter(({ issue }) => issue.level !== 'warning');
  if (issues.length === 0) return [];
  // Every claim is written below a subscriber level of its own.
  const subscribers = readDocument(bytes)
    .segments.filter(({ id, elements }) => id === 'HL' && elements[2] === '22')
    .map(({ offset }) => offset);
  return issues.map(({ issue: { code, message, hint, level, place } }) => {
    const { offset = 0, loop = '', segment = '', element = 0 } = place ?? {};
    const before = subscribers.filter((start) => start <= offset).length;
    const number = Math.max(0, loop.startsWith('2010A') || loop === '2000A' ? before : before - 1);
    const claim = before === 0 && loop === '' ? '' : `: claims[${number}] (${claims[number]?.id ?? ''})`;
    return {
      code,
      message: `${message} It would stand in ${segment}${element === 0 ? '' : String(element).padStart(2, '0')}; nothing was written.`,
      at: `${file}${claim}`,
      ...(hint === undefined ? {} : { hint }),
      ...(level === undefined ? {} : { level }),
    };
  });
}
