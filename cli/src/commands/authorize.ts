import type { Review } from '@interspace/core/model/review';
import type { ExitCode, FailOn } from '../exit.ts';
import { withContext, type Around } from '../input/context.ts';
import type { Job } from '../input/job.ts';
import type { Io } from '../io.ts';
import { issue } from '../issues.ts';
import { complain } from '../complain.ts';
import type { Mode } from './review.ts';

/** `review` narrowed to the question that is asked before the procedure; planned codes may stand for a document. */
export async function authorizeMode(
  given: readonly string[],
  io: Io,
  color: boolean | undefined,
): Promise<Mode | undefined> {
  const codes = [...new Set(given.flatMap((code) => code.split(/[\s,]+/)).filter(Boolean))].map((code) =>
    code.toUpperCase(),
  );
  const wrong = codes.filter((code) => !/^[0-9A-Z]{5}$/.test(code));
  if (wrong.length > 0) {
    const message = `--code ${wrong.join(', ')}: a code has five letters or digits.`;
    await complain([issue('cli/option/invalid', message, { at: '--code' })], io, color);
    return undefined;
  }
  return {
    parts: ['authorization', 'findings'],
    narrow,
    exit: exitOfAuthorization,
    project: ({ id, authorization, findings, trace }) => ({
      ...(id === undefined ? {} : { id }),
      authorization,
      findings,
      trace,
    }),
    ...(codes.length === 0 ? {} : { jobs: (around) => [planned(codes, around)] }),
  };
}

/** What the flags say, as one encounter that has not happened yet. */
function planned(codes: readonly string[], around: Around): Job {
  return {
    source: `planned: ${codes.join(', ')}`,
    input: { ...withContext({}, around), documents: [], planned: codes },
    issues: [],
  };
}

/** Findings of authorization and of payers; the claim itself is not the question here. */
function narrow(review: Review): Review {
  const findings = review.findings.filter(({ id }) => /^(?:authorization|payer)\//.test(id));
  return { ...review, findings, determinations: [], prompts: [] };
}

function exitOfAuthorization({ authorization, findings }: Review, failOn: FailOn): ExitCode {
  const asks = authorization.some(
    ({ status }) => status === 'required' || (failOn === 'warn' && status !== 'not-required'),
  );
  const found = findings.some(({ severity }) => severity === 'block' || (failOn === 'warn' && severity === 'warn'));
  return asks || found ? 1 : 0;
}
