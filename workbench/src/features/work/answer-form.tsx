import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { WorkItem } from '@interspace/server/contract/patients';
import { useVocabulary } from '../../app/api/review.ts';
import { useSession } from '../../app/session.tsx';
import { AnswerField } from '../../ui/answer/answer-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useChange } from './queries.ts';
import classes from './work.module.css';

interface Props {
  readonly item: WorkItem;
  readonly question: NonNullable<WorkItem['question']>;
}

/** The question, answered where it stands; the encounter is judged again with the answer. */
export function AnswerForm({ item, question: { fact, question } }: Props) {
  const { may } = useSession();
  const { factOf } = useVocabulary();
  const client = useQueryClient();
  const change = useChange(item.id);
  return (
    <section className={classes['answer']} aria-label="Question">
      <h3>{question}</h3>
      {may('answer') ? (
        <AnswerField
          fact={factOf(fact)}
          label={question}
          onAnswer={(answer) =>
            change.mutate(
              { answer },
              {
                // The encounter was judged again: what hangs on it may have turned.
                onSuccess: () => void client.invalidateQueries({ queryKey: ['patients'] }),
              },
            )
          }
        />
      ) : (
        <Text size="sm">A physician or a coder answers this.</Text>
      )}
      {change.isPending && <Text size="sm">Judging the encounter again …</Text>}
      {change.error && <ProblemNote error={change.error} title="The answer was not kept" />}
      <p className={classes['quiet']}>Answer what happened. If nobody knows, leave it open: unknown is not no.</p>
    </section>
  );
}
