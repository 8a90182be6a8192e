import type { ClaimField } from '@interspace/core/model/claim';
import type { Finding } from '@interspace/core/model/finding';
import { ClaimReader } from '@interspace/wire/x12/claims/claim-reader';
import type { ReadClaim } from '@interspace/wire/x12/claims/read-claim';
import { withContext, type Around } from './context.ts';
import { issue } from '../issues.ts';
import { refused, type Job } from './job.ts';

/** More than this is one mistake of the sender, told often. */
const MOST_ISSUES = 100;

/** The claims of an 837 file as they come by; the file is never held whole. */
export async function* claimJobs(chunks: AsyncIterable<Uint8Array>, name: string, around: Around): AsyncGenerator<Job> {
  const ready: Job[] = [];
  let answered = false;
  const reader = new ClaimReader(
    {
      claim: (read) => {
        answered = true;
        ready.push(claimJob(read, name, around));
      },
      issue: ({ code, message, at, hint, level }) => {
        answered ||= level !== 'warning';
        const place = `${name}: ${at ?? ''}`;
        ready.push(
          refused(name, [{ code, message, at: place, ...(hint ? { hint } : {}), ...(level ? { level } : {}) }]),
        );
      },
    },
    { maxIssues: MOST_ISSUES },
  );
  for await (const chunk of chunks) {
    reader.push(chunk);
    yield* ready.splice(0);
    if (reader.stopped) break;
  }
  reader.end();
  yield* ready.splice(0);
  if (!answered) yield refused(name, [issue('cli/claims/none', 'The file holds no claim.', { at: name })]);
}

function claimJob(read: ReadClaim, name: string, around: Around): Job {
  const { claim } = read;
  return {
    source: name,
    input: { id: claim.id, ...withContext({}, around), documents: [], claim },
    issues: [],
    locate: (finding) => located(finding, read),
  };
}

/** `line` of a Finding is a line of the Review, which for a claim are the claim's own lines in their order. */
function located(finding: Finding, read: ReadClaim): Finding {
  if (finding.at !== undefined) return finding;
  const line = finding.line === undefined ? undefined : read.claim.lines[finding.line - 1]?.number;
  const field = (finding.field ?? (line === undefined ? 'claim' : 'line')) as ClaimField;
  return { ...finding, at: read.locate(line, field, finding.nth) };
}
