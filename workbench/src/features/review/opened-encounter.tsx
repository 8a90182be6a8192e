import { useQuery } from '@tanstack/react-query';
import type { ChartDocument } from '@interspace/core/model/review-input';
import type { z } from 'zod';
import type { Encounter } from '@interspace/server/contract/patients';
import { api } from '../../app/api/client.ts';
import type { Case } from '../../ui/answer/use-case.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import classes from './review.module.css';
import { ReviewDesk } from './review-desk.tsx';

type EncounterView = z.infer<typeof Encounter>;

/** An encounter of the practice: its documents, its context, its patient. */
export function OpenedEncounter({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['encounter', id],
    queryFn: ({ signal }) => api.get<EncounterView>(`/encounters/${id}`, { signal }),
    staleTime: Infinity,
  });
  if (error)
    return (
      <div className={classes['alone']}>
        <ProblemNote title="The encounter could not be opened" error={error} />
      </div>
    );
  if (!data) return <Waiting what="Opening the encounter" />;
  return (
    <ReviewDesk draft={`encounter.${id}`} first={() => caseOf(data)} title={`${data.title} · ${data.patientName}`} />
  );
}

function caseOf(encounter: EncounterView): Case {
  const { documents, context, date, placeOfService, patient, patientName, id } = encounter;
  return {
    documents: documents.map(({ id: name, kind, text, date: written }) => ({
      id: name,
      text,
      ...(kind === 'procedure-note' || kind === 'clinic-note' ? { kind } : {}),
      ...(written ? { date: written } : {}),
    })) as ChartDocument[],
    context: { ...(placeOfService ? { placeOfService } : {}), dateOfService: date, ...context },
    answers: [],
    patient: { id: patient, name: patientName },
    encounter: id,
  };
}
