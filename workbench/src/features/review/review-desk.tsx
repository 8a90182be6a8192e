import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEraser } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import type { Review } from '@interspace/core/model/review';
import { useCommands } from '../../app/commands.tsx';
import { AnswerPane } from '../../ui/answer/answer-pane.tsx';
import { ExportMenu } from '../../ui/answer/export-menu.tsx';
import { KeepButton } from '../../ui/answer/keep-button.tsx';
import { LightProvider, useLight } from '../../ui/answer/light.tsx';
import { type Quotes, quotesOf } from '../../ui/answer/quotes.ts';
import { type Case, emptyCase, useCase } from '../../ui/answer/use-case.ts';
import { ContextBar } from '../../ui/context/context-bar.tsx';
import { Desk as Frame } from '../../ui/desk/desk.tsx';
import { AnswerEmpty } from './answer-empty.tsx';
import { ChartPane } from './chart-pane.tsx';
import { INVENTED_NOTE } from './invented-note.ts';

interface Props {
  /** Where the work is kept while the page lives. */
  readonly draft: string;
  readonly first?: () => Case;
  readonly title?: string;
  /** Stands above the answer. */
  readonly above?: (review: Review | undefined) => ReactNode;
}

const NO_QUOTES: Quotes = { quotes: [], users: new Map(), of: new Map() };

/** Left the chart, right the answer. */
export function ReviewDesk(props: Props) {
  return (
    <LightProvider>
      <ReviewDeskLit {...props} />
    </LightProvider>
  );
}

function ReviewDeskLit({ draft, first = emptyCase, title = 'Review', above }: Props) {
  const work = useCase(`review.${draft}`, first);
  const { kase, change, review, judging } = work;
  const light = useLight();
  const quotes = useMemo(() => (review ? quotesOf(review) : NO_QUOTES), [review]);
  useEffect(() => light.know(quotes), [light, quotes]);
  const empty = kase.documents.length === 0;
  const startOver = () => {
    const old = kase;
    change(() => emptyCase());
    notifications.show({
      message: (
        <Group justify="space-between">
          The desk is empty.
          <Button size="compact-sm" variant="default" onClick={() => change(() => old)}>
            Undo
          </Button>
        </Group>
      ),
    });
  };
  const setDocuments = useCallback(
    (documents: Case['documents']) => change((old) => ({ ...old, documents, lines: undefined })),
    [change],
  );
  useDeskCommands(startOver, empty);
  return (
    <Frame
      title={title}
      busy={judging}
      actions={
        <>
          {!empty && draft === 'own' && (
            <Button variant="subtle" leftSection={<IconEraser size={18} />} onClick={startOver}>
              Next note
            </Button>
          )}
          {kase.patient && <KeepButton request={work.request} disabled={!review || judging} />}
          <ExportMenu request={work.request} disabled={!review || judging} />
        </>
      }
      context={
        <ContextBar
          context={kase.context}
          onChange={work.setContext}
          dateRead={review?.trace.dateOfService}
          patient={kase.patient}
          {...(draft === 'own' ? { onPatient: work.setPatient } : {})}
        />
      }
      givenName="Chart"
      given={<ChartPane documents={kase.documents} quotes={quotes} onChange={setDocuments} />}
      answer={
        <>
          {above?.(review)}
          <AnswerPane
            work={work}
            empty={
              <AnswerEmpty
                onTry={() => change((old) => ({ ...old, documents: [{ id: 'note', text: INVENTED_NOTE }] }))}
              />
            }
          />
        </>
      }
    />
  );
}

function focusFirst(selector: string): void {
  const found = document.querySelector<HTMLElement>(selector);
  found?.scrollIntoView({ block: 'center' });
  found?.focus();
}

function useDeskCommands(startOver: () => void, empty: boolean): void {
  const go = (id: string, label: string, keys: string, selector: string) => ({
    id: `desk.${id}`,
    label,
    group: 'Review',
    keys,
    run: () => focusFirst(selector),
  });
  useCommands([
    go('note', 'To the note', 'n', '[data-quote][tabindex="0"], [data-note-entry]'),
    go('lines', 'To the lines', 'l', '#lines input'),
    go('questions', 'To the next question', 'q', '#questions button, #questions input'),
    go('findings', 'To the findings', 'f', '#findings h2'),
    go('coverage', 'To the coverage', 'c', '#coverage h2'),
    ...(empty ? [] : [{ id: 'desk.next', label: 'Next note (empty the desk)', group: 'Review', run: startOver }]),
    { id: 'desk.print', label: 'Print', group: 'Review', run: () => print() },
  ]);
}
