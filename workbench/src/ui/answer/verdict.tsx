import type { Status } from '@interspace/core/model/determination';
import type { Finding } from '@interspace/core/model/finding';
import type { Review } from '@interspace/core/model/review';
import { StatusSign } from '../status-sign.tsx';
import { counted } from '../words.ts';
import classes from './answer.module.css';

interface Props {
  readonly review: Review;
  readonly findings: readonly Finding[];
  readonly judging: boolean;
}

/** The whole answer in one sentence. */
export function Verdict({ review, findings, judging }: Props) {
  const { status, word, more } = inOneSentence(review, findings);
  return (
    <div className={classes['verdict']} data-status={status} role="status">
      <StatusSign status={status} word={word} />
      <span className={classes['quiet']}>{judging ? 'Judging …' : more}</span>
    </div>
  );
}

interface Sentence {
  readonly status: Status;
  readonly word: string;
  readonly more: string;
}

export function inOneSentence({ lines, determinations, prompts }: Review, findings: readonly Finding[]): Sentence {
  const blocks = findings.filter(({ severity }) => severity === 'block').length;
  const warns = findings.filter(({ severity }) => severity === 'warn').length;
  const fails = new Set(determinations.filter(({ outcome }) => outcome === 'fails').map(({ line }) => line)).size;
  const open = determinations.filter(({ outcome }) => outcome === 'incomplete').length;
  const judged = determinations.filter(({ outcome }) => outcome !== 'no-policy').length;
  const also = [
    warns > 0 ? counted(warns, 'warning') : undefined,
    prompts.length > 0 ? counted(prompts.length, 'question') : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  if (lines.length === 0) return { status: 'unknown', word: 'No line can be coded from this', more: also };
  if (blocks > 0 || fails > 0)
    return {
      status: 'not-met',
      word: blocks > 0 ? `${counted(blocks, 'thing')} to fix before the claim goes out` : 'The criteria are not met',
      more: also,
    };
  if (open > 0) return { status: 'unknown', word: 'Not yet known: something is missing in the chart', more: also };
  if (judged === 0) return { status: 'not-applicable', word: 'Coded; coverage was not judged', more: also };
  return { status: 'met', word: 'Ready: meets the criteria as published', more: also };
}
