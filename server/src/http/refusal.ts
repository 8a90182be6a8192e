import type { Issue } from '@interspace/core/model/result';
import { issue, SERVER_ISSUES, type ServerIssueCode } from '../issues.ts';

/** A request that is not carried out, for a reason that the caller may know. Never holds a value that the caller sent. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly issues: readonly Issue[];
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined;

  constructor(status: number, issues: readonly Issue[], retryAfter?: number) {
    super(issues[0]?.code ?? 'refused');
    this.status = status;
    this.issues = issues;
    this.retryAfter = retryAfter;
  }
}

/** `throw refuse('server/http/not-found')`: the status comes from the table of Issues. */
export function refuse(
  code: ServerIssueCode,
  message?: string,
  more: { at?: string; hint?: string; retryAfter?: number } = {},
): Refusal {
  const { retryAfter, ...told } = more;
  return new Refusal(SERVER_ISSUES[code].status, [issue(code, message, told)], retryAfter);
}

/** Issues of another package (a reader, a codec) as the answer to a request. */
export function refuseWith(issues: readonly Issue[], status = 422): Refusal {
  return new Refusal(status, issues);
}
