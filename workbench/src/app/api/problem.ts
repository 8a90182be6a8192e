import type { Problem } from '@interspace/server/contract/common';

export type ProblemIssue = NonNullable<Problem['issues']>[number];

/** What the server (or the way to it) says is wrong. Screens show it with `ProblemNote`. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly issues: readonly ProblemIssue[];
  /** Number under which the server's logs know the request. */
  readonly request: string | undefined;

  constructor(problem: Partial<Problem> & { status: number; title: string }) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.title = problem.title;
    this.issues = problem.issues ?? [];
    this.request = problem.instance;
  }

  /** True when one of its issues has the code. */
  has(code: string): boolean {
    return this.issues.some((issue) => issue.code === code);
  }
}

/** No answer came: the server is not running, or the network is down. Trying again may help. */
export function unreachable(): ApiProblem {
  return new ApiProblem({
    status: 0,
    title: 'The server does not answer.',
    detail: 'Check that Interspace is still running on its machine; nothing on this page is lost. Then try again.',
  });
}

/** Whatever the server sent with a bad status, as a problem. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const type = answer.headers.get('content-type') ?? '';
  if (type.includes('json')) {
    try {
      const body = (await answer.json()) as Partial<Problem>;
      return new ApiProblem({
        ...body,
        status: answer.status,
        title: body.title ?? `The server said ${answer.status}.`,
      });
    } catch {
      // Said to be JSON and is not: told like any other answer without words.
    }
  }
  return new ApiProblem({
    status: answer.status,
    title: `The server said ${answer.status} ${answer.statusText}`.trim(),
  });
}
