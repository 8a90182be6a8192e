import type { Issue } from '@interspace/core/model/result';
import type { WireIssue } from '@interspace/wire/issues';

/** An Issue of the codec with the name of the file in front of its place. */
export function asIssue({ code, message, at, hint, level }: WireIssue, file: string): Issue {
  return {
    code,
    message,
    at: at === undefined ? file : `${file}: ${at}`,
    ...(hint === undefined ? {} : { hint }),
    ...(level === undefined ? {} : { level }),
  };
}
