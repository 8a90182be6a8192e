import type { Fault } from './fault.ts';
import type { Said } from './probe.ts';

/** What is wrong with what was said about a faulty file; undefined when the fault was found where it is. */
export function judge(fault: Fault, text: string, said: readonly Said[]): string | undefined {
  const matching = said.filter((entry) => fault.says.includes(entry.id));
  if (matching.length === 0) return `not found (${fault.says.join(' or ')})`;
  if (fault.at === undefined) return undefined;
  const [segment = '', nth = '1', element] = fault.at.split(/[#:]/);
  const offset = nthSegment(text, segment, Number(nth));
  const end = text.indexOf('~', offset);
  const there = matching.some(
    ({ at }) =>
      at !== undefined &&
      at.offset >= offset &&
      at.offset <= end &&
      (element === undefined || at.element === Number(element)),
  );
  return there
    ? undefined
    : `found, but not at ${fault.at} (${matching.map(({ at }) => `${at?.segment} byte ${at?.offset}`).join(', ')})`;
}

/** Byte offset of the nth segment with this id. */
function nthSegment(text: string, id: string, nth: number): number {
  let from = 0;
  for (let count = 0; count < nth; count++) from = text.indexOf(`\n${id}*`, from) + 1;
  return from;
}
