import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { WorkItem } from '@interspace/server/contract/patients';
import { useSession } from '../../app/session.tsx';
import { MomentText } from '../../ui/day-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useChange } from './queries.ts';
import classes from './work.module.css';

/** What colleagues wrote to each other; nothing written is taken back. */
export function Comments({ item }: { item: WorkItem }) {
  const { may } = useSession();
  const change = useChange(item.id);
  const [text, setText] = useState('');
  return (
    <section aria-label="Comments">
      <h3 className={classes['heading']}>Comments</h3>
      {item.comments.length === 0 && <p className={classes['quiet']}>Nobody has written anything yet.</p>}
      <ul className={classes['comments']}>
        {item.comments.map(({ at, by, text: said }) => (
          <li key={`${at} ${by}`}>
            <strong>{by}</strong>{' '}
            <span className={classes['quiet']}>
              <MomentText at={at} />
            </span>
            <p>{said}</p>
          </li>
        ))}
      </ul>
      {may('work:write') && (
        <form
          className={`${classes['comment']} is-screen-only`}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') change.mutate({ comment: text.trim() }, { onSuccess: () => setText('') });
          }}
        >
          <Textarea
            aria-label="Comment"
            placeholder="Write a comment"
            autosize
            minRows={1}
            maxRows={6}
            maxLength={4000}
            value={text}
            onChange={({ currentTarget: { value } }) => setText(value)}
          />
          <Button type="submit" variant="default" loading={change.isPending} disabled={text.trim() === ''}>
            Comment
          </Button>
        </form>
      )}
      {change.error && <ProblemNote error={change.error} title="The comment was not kept" />}
    </section>
  );
}
