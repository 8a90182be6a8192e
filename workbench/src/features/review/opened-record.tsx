import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Claim } from '@interspace/core/model/claim';
import type { Review } from '@interspace/core/model/review';
import type { ChartDocument, ReviewInputDocument } from '@interspace/core/model/review-input';
import type { DecisionRecord } from '@interspace/server/contract/patients';
import { api } from '../../app/api/client.ts';
import { Changes } from '../../ui/answer/changes.tsx';
import { changesBetween } from '../../ui/answer/difference.ts';
import type { Case } from '../../ui/answer/use-case.ts';
import { MomentText } from '../../ui/day-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import classes from './review.module.css';
import { ReviewDesk } from './review-desk.tsx';

type RecordView = z.infer<typeof DecisionRecord>;

/** An answer that was kept: its input judged again today, and whether today's answer is the same. */
export function OpenedRecord({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: ['record', id],
    queryFn: ({ signal }) => api.get<RecordView>(`/records/${id}`, { signal }),
    staleTime: Infinity,
  });
  if (error)
    return (
      <div className={classes['alone']}>
        <ProblemNote title="The record could not be opened" error={error} />
      </div>
    );
  if (!data) return <Waiting what="Opening the record" />;
  return (
    <ReviewDesk
      draft={`record.${id}`}
      first={() => caseOf(data.input as KeptInput)}
      title="Kept review"
      above={(review) => <KeptNote record={data} review={review} />}
    />
  );
}

function KeptNote({ record, review }: { record: RecordView; review: Review | undefined }) {
  const changes = review ? changesBetween(record.review as Review, review) : [];
  return (
    <div className={classes['kept']}>
      <p>
        Kept on <MomentText at={record.at} /> by {record.by}, with library {record.library.slice(0, 12)}.{' '}
        {review && changes.length === 0 && 'Judged again now, the answer is the same.'}
        {changes.length > 0 && 'Judged again now, the answer differs; first what was kept, then what holds now:'}
      </p>
      <Changes changes={changes} heading="Kept → now" />
    </div>
  );
}

/** What the engine was given: its claim is in the nouns of core, not in those of a form. */
type KeptInput = Omit<ReviewInputDocument, 'claim'> & { readonly claim?: Claim };

function caseOf({ documents = [], procedures, diagnoses, facts, history, planned, context, claim }: KeptInput): Case {
  return {
    documents: documents as ChartDocument[],
    procedures,
    diagnoses,
    facts,
    history: history as Case['history'],
    planned,
    context: (context ?? {}) as Case['context'],
    answers: [],
    lines: claim?.lines.map(({ code, modifiers, units, pointers, from }) => ({
      code,
      modifiers: [...modifiers],
      units,
      diagnoses: pointers.flatMap((pointer) => claim.diagnoses[pointer - 1] ?? []),
      ...(from === undefined ? {} : { date: from }),
    })),
  };
}
