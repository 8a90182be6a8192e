import { Button, FileButton, Tabs } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFilePlus, IconPencil, IconTextPlus, IconTrash } from '@tabler/icons-react';
import { memo, useEffect, useState } from 'react';
import type { ChartDocument } from '@interspace/core/model/review-input';
import type { DocumentText } from '@interspace/server/contract/review-verbs';
import type { z } from 'zod';
import { api } from '../../app/api/client.ts';
import { useLit } from '../../ui/answer/light.tsx';
import type { Quotes } from '../../ui/answer/quotes.ts';
import { Chart } from '../../ui/chart-text/chart.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { withNewText, withText, without } from './documents.ts';
import { NoteEntry } from './note-entry.tsx';
import classes from './review.module.css';

interface Props {
  readonly documents: readonly ChartDocument[];
  readonly quotes: Quotes;
  readonly onChange: (documents: readonly ChartDocument[]) => void;
}

/** The texts of the chart: pasted, dropped or opened; read with their marks, or changed. */
export const ChartPane = memo(function ChartPane({ documents, quotes, onChange }: Props) {
  const [shown, setShown] = useState<string>();
  /** Id of the text that is being changed; `new` for one that is not there yet. */
  const [editing, setEditing] = useState<string>();
  /** Counts the times that a field was opened: the one that is open keeps its cursor whatever is typed. */
  const [opened, setOpened] = useState(0);
  const [problem, setProblem] = useState<Error>();
  const [reading, setReading] = useState(false);
  const document = documents.find(({ id }) => id === shown) ?? documents[0];
  useShowLit(document?.id, setShown);

  const open = (which: string) => {
    setEditing(which);
    setOpened((count) => count + 1);
  };
  const add = (text: string) => {
    const next = withNewText(documents, text);
    setEditing(undefined);
    setShown(next.at(-1)?.id);
    onChange(next);
  };
  const read = async (files: readonly (File | null)[]) => {
    setProblem(undefined);
    setReading(true);
    let all = documents;
    try {
      for (const file of files) {
        if (!file) continue;
        const { text } = await api.upload<z.infer<typeof DocumentText>>('/document-text', file);
        all = withNewText(all, text);
        onChange(all);
        setShown(all.at(-1)?.id);
      }
      setEditing(undefined);
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setReading(false);
    }
  };

  const isEntry = document === undefined || editing !== undefined;
  return (
    <div className={classes['chartPane']}>
      <Dropzone.FullScreen
        active
        withinPortal={false}
        onDrop={(files) => void read(files)}
        onReject={() => setProblem(new Error('This is not a PDF, a Word or a text file.'))}
        accept={{
          'application/pdf': ['.pdf'],
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
          'text/plain': ['.txt', '.md', '.text'],
        }}
      >
        <div className={classes['dropHint']}>Drop the note here: PDF, Word or text</div>
      </Dropzone.FullScreen>
      {problem && (
        <div className={classes['inset']}>
          <ProblemNote title="The file could not be read" error={problem} />
        </div>
      )}
      {document && (
        <div className={`${classes['chartTools']} is-screen-only`}>
          {documents.length > 1 && editing === undefined && (
            <Tabs
              value={document.id}
              onChange={(id) => setShown(id ?? undefined)}
              variant="pills"
              className={classes['tabs']}
            >
              <Tabs.List aria-label="Documents of the chart">
                {documents.map(({ id, date, kind }, index) => (
                  <Tabs.Tab key={id} value={id}>
                    {kind === 'clinic-note' ? 'Visit' : kind === 'procedure-note' ? 'Procedure' : `Text ${index + 1}`}{' '}
                    {date ?? ''}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </Tabs>
          )}
          <div className={classes['buttons']}>
            {editing === undefined ? (
              <>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconPencil size={16} />}
                  onClick={() => open(document.id)}
                >
                  Edit
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconTextPlus size={16} />}
                  onClick={() => open('new')}
                >
                  Add text
                </Button>
                <FileButton onChange={(file) => void read([file])} accept=".pdf,.docx,.txt,.md">
                  {(props) => (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      leftSection={<IconFilePlus size={16} />}
                      loading={reading}
                      {...props}
                    >
                      Add file
                    </Button>
                  )}
                </FileButton>
                {documents.length > 1 && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    leftSection={<IconTrash size={16} />}
                    onClick={() => onChange(without(documents, document.id))}
                  >
                    Remove this one
                  </Button>
                )}
              </>
            ) : (
              <Button size="compact-sm" variant="light" onClick={() => setEditing(undefined)}>
                Done: show the marks
              </Button>
            )}
          </div>
        </div>
      )}
      {isEntry ? (
        <NoteEntry
          key={opened}
          text={editing === undefined || editing === 'new' ? '' : (document?.text ?? '')}
          first={document === undefined}
          reading={reading}
          onFile={(file) => void read([file])}
          onPaste={add}
          onType={(text) => {
            const target = documents.find(({ id }) => id === editing)?.id;
            if (target === undefined && text.trim() === '') return;
            const next = target === undefined ? withNewText(documents, text) : withText(documents, target, text);
            setEditing(target ?? next.at(-1)?.id);
            onChange(next);
          }}
        />
      ) : (
        <Chart key={document.id} document={document.id} text={document.text} quotes={quotes} />
      )}
    </div>
  );
});

/** When the answer lights a passage of another text, that text comes to the front. */
function useShowLit(here: string | undefined, show: (document: string) => void): void {
  const there = useLit(({ from, quotes }) => {
    if (from !== 'answer' || quotes.size === 0) return undefined;
    const homes = [...quotes].map((id) => id.slice(0, id.lastIndexOf(':')));
    return here !== undefined && homes.includes(here) ? undefined : homes[0];
  });
  useEffect(() => {
    if (there === undefined) return undefined;
    const timer = setTimeout(() => show(there), 180);
    return () => clearTimeout(timer);
  }, [there, show]);
}
