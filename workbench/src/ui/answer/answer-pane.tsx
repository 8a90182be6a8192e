import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUnpressed } from '../../app/use-unpressed.ts';
import { ProblemNote } from '../problem-note.tsx';
import { Waiting } from '../waiting.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import classes from './answer.module.css';
import type { CaseWork } from './use-case.ts';

/** The right side of a desk: the answer, or why there is none. */
export function AnswerPane({ work, empty }: { work: CaseWork; empty: ReactNode }) {
  const shown = useUnpressed(work);
  const { review, error, again, judging } = shown;
  return (
    <>
      {error && (
        <div className={classes['trouble']}>
          <ProblemNote title="This could not be judged" error={error} />
          <Button mt="sm" onClick={again}>
            Try again
          </Button>
        </div>
      )}
      {review && <AnswerPanel work={shown} />}
      {!review && !error && (judging ? <Waiting what="Judging" /> : empty)}
    </>
  );
}
