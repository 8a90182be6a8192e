import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { DayText } from '../../ui/day-text.tsx';
import { ListTable, type Column } from '../../ui/list-table/list-table.tsx';
import classes from './library.module.css';
import type { ImportAnswer } from './queries.ts';

type Example = ImportAnswer['examples'][number];

const COLUMNS: readonly Column<Example>[] = [
  { key: 'key', header: 'Row', by: ({ key }) => key, cell: ({ key }) => <code>{key}</code> },
  { key: 'before', header: 'Now', cell: ({ before }) => before ?? 'not there' },
  { key: 'after', header: 'With this edition', cell: ({ after }) => after ?? 'not there any more' },
];

/** Where it stood while it was read is the server's own affair. */
const fileOf = (at: string): string => at.replace(/^.*[\\/]/, '');

const figure = (value: number): string => value.toLocaleString('en-US');

/** What an edition would change, or why its file is refused: nothing half-read is ever taken. */
export function ImportPreview({
  answer,
  actions,
  done = false,
}: {
  answer: ImportAnswer;
  actions: ReactNode;
  done?: boolean;
}) {
  const { edition, refused, added, removed, changed, examples, touches } = answer;
  if (refused.length > 0 || edition === undefined)
    return (
      <div className={classes['refused']} role="alert">
        <h3>The file was refused; nothing has changed</h3>
        <ul>
          {refused.map(({ code, message, at, hint }) => (
            <li key={`${code} ${at ?? ''} ${message}`}>
              {message}
              {at !== undefined && <span className={classes['quiet']}> ({fileOf(at)})</span>}
              {hint !== undefined && <div className={classes['quiet']}>{hint}</div>}
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <div className={classes['preview']} role="status">
      <h3>
        {done ? 'Imported: ' : 'This is '}
        {edition.kind} {edition.edition}
        {edition.rows !== undefined && `, ${figure(edition.rows)} rows`}
        {edition.from !== undefined && (
          <>
            , from <DayText day={edition.from} />
          </>
        )}
      </h3>
      <p>
        {done ? 'Against the edition before:' : 'Against what is loaded now:'} <strong>{figure(added)}</strong> rows
        more, <strong>{figure(removed)}</strong> fewer, <strong>{figure(changed)}</strong> different.
      </p>
      {touches.length > 0 && (
        <p>
          Codes of ours that it concerns:{' '}
          {touches.slice(0, 40).map((code) => (
            <code key={code}>{code} </code>
          ))}
          {touches.length > 40 && `and ${touches.length - 40} more`}
        </p>
      )}
      {examples.length > 0 && (
        <ListTable label="Examples of what changes" columns={COLUMNS} rows={examples} rowKey={({ key }) => key} />
      )}
      <Group mt="sm" className="is-screen-only">
        {actions}
      </Group>
    </div>
  );
}
