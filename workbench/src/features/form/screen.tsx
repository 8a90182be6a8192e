import { Button } from '@mantine/core';
import { IconBodyScan, IconEraser } from '@tabler/icons-react';
import { useDraft } from '../../app/drafts.ts';
import { useSteady } from '../../app/use-steady.ts';
import { AnswerPane } from '../../ui/answer/answer-pane.tsx';
import { ExportMenu } from '../../ui/answer/export-menu.tsx';
import { KeepButton } from '../../ui/answer/keep-button.tsx';
import { LightProvider } from '../../ui/answer/light.tsx';
import { emptyCase, useCase } from '../../ui/answer/use-case.ts';
import { ContextBar } from '../../ui/context/context-bar.tsx';
import { Desk } from '../../ui/desk/desk.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EMPTY_FORM, type FormState, statedFacts, statedProcedure } from './form-state.ts';
import { FormPane } from './form-pane.tsx';

/** What was done, pointed at instead of dictated; the same answer as for a note. */
export function Screen() {
  const work = useCase('form');
  const [form, setForm] = useDraft<FormState>('form', EMPTY_FORM);
  const { kase, change, review, judging } = work;
  const enter = useSteady((next: FormState) => {
    setForm(() => next);
    const procedures = next.entries.map(statedProcedure).filter((one) => one !== undefined);
    change((old) => ({ ...old, procedures, diagnoses: next.diagnoses, facts: statedFacts(next), lines: undefined }));
  });
  const startOver = () => {
    setForm(() => EMPTY_FORM);
    change(() => emptyCase());
  };
  return (
    <LightProvider>
      <Desk
        title="Form entry"
        busy={judging}
        actions={
          <>
            {form.entries.length > 0 && (
              <Button variant="subtle" leftSection={<IconEraser size={18} />} onClick={startOver}>
                Next encounter
              </Button>
            )}
            {kase.patient && <KeepButton request={work.request} disabled={!review || judging} />}
            <ExportMenu request={work.request} disabled={!review || judging} />
          </>
        }
        context={
          <ContextBar
            context={kase.context}
            dateHint="MM/DD/YYYY"
            onChange={work.setContext}
            patient={kase.patient}
            onPatient={work.setPatient}
          />
        }
        givenName="What was done"
        given={<FormPane form={form} onChange={enter} />}
        answer={
          <AnswerPane
            work={work}
            empty={
              <EmptyState
                icon={IconBodyScan}
                title="The answer appears here"
                text="Choose a procedure at the left and point at the places that were treated. Nothing that you leave out counts as no: it becomes a question."
              />
            }
          />
        }
      />
    </LightProvider>
  );
}
