import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '@interspace/core/model/finding';
import type { History } from '@interspace/core/model/history';
import type { Review } from '@interspace/core/model/review';
import type {
  ChartDocument,
  Context,
  ReviewInputDocument,
  StatedClaim,
  StatedFacts,
  StatedProcedure,
} from '@interspace/core/model/review-input';
import {
  type Answer,
  type AnswerValue,
  hasContent,
  type ReviewRequest,
  useCheckedClaim,
  useReview,
} from '../../app/api/review.ts';
import { useDraft } from '../../app/drafts.ts';
import { useShared } from '../../app/use-steady.ts';
import { type Change, changesBetween } from './difference.ts';
import { rememberedContext } from './remembered-context.ts';

export type StatedLine = StatedClaim['lines'][number];

/** One encounter as somebody works on it: what is given, what was answered, which lines were changed by hand. */
export interface Case {
  readonly documents: readonly ChartDocument[];
  readonly procedures?: readonly StatedProcedure[] | undefined;
  readonly diagnoses?: readonly string[] | undefined;
  readonly facts?: StatedFacts | undefined;
  readonly history?: History | undefined;
  readonly planned?: readonly string[] | undefined;
  readonly context: Context;
  readonly answers: readonly Answer[];
  /** Lines as changed on the screen; absent while they are as proposed. */
  readonly lines?: readonly StatedLine[] | undefined;
  readonly patient?: { readonly id: string; readonly name: string } | undefined;
  readonly encounter?: string | undefined;
  readonly id?: string | undefined;
}

export function emptyCase(): Case {
  return { documents: [], context: rememberedContext(), answers: [] };
}

const NO_FINDINGS: readonly Finding[] = [];
const FINISHED = /^[0-9A-Z]{5}$/;

/** A case as the API takes it. Lines that are still being typed are left as they were proposed. */
export function requestOf(kase: Case): ReviewRequest {
  const { documents, procedures, diagnoses, facts, history, planned, context, id, answers, patient, encounter } = kase;
  const claim = claimOf(kase);
  const input: ReviewInputDocument = {
    ...(id === undefined ? {} : { id }),
    context,
    documents: [...documents],
    ...(procedures ? { procedures: [...procedures] } : {}),
    ...(diagnoses && diagnoses.length > 0 ? { diagnoses: [...diagnoses] } : {}),
    ...(facts ? { facts } : {}),
    ...(history ? { history } : {}),
    ...(planned && planned.length > 0 ? { planned: [...planned] } : {}),
    ...(claim ? { claim } : {}),
  };
  return {
    input,
    answers: [...answers],
    ...(patient ? { patient: patient.id } : {}),
    ...(encounter ? { encounter } : {}),
  };
}

/** The lines as changed by hand, when every one of them is whole. */
export function claimOf({ lines, context }: Case): StatedClaim | undefined {
  if (!lines || lines.length === 0 || !lines.every(({ code }) => FINISHED.test(code))) return undefined;
  // A line that was added has the day of the others; the day that is given above counts for all.
  const day = context.dateOfService ?? lines.find(({ date }) => date !== undefined)?.date;
  return {
    id: 'claim',
    diagnoses: [...new Set(lines.flatMap(({ diagnoses }) => diagnoses))],
    lines: lines.map((line) => (day === undefined ? line : { ...line, date: day })),
  };
}

/** Lines of a Review as one may change them. */
export function statedLines({ lines, trace }: Review): StatedLine[] {
  return lines.map(({ code, modifiers, units, diagnoses }) => ({
    code,
    modifiers: [...modifiers],
    units,
    diagnoses: [...diagnoses],
    ...(trace.dateOfService === undefined ? {} : { date: trace.dateOfService as NonNullable<StatedLine['date']> }),
  }));
}

/** A case with its Review: every change judges again, and what it changed is told. */
export function useCase(key: string, first: () => Case = emptyCase) {
  const [start] = useState(first);
  const [kase, change] = useDraft<Case>(`case.${key}`, start);
  const request = useMemo(() => requestOf(kase), [kase]);
  const [asked] = useDebouncedValue(request, 60);
  const { data, error, isFetching, isPlaceholderData, refetch } = useReview(asked, true);
  const shown = hasContent(request.input) ? data : undefined;
  const review = useShared(shown?.review);
  const claim = useMemo(() => claimOf(kase), [kase]);
  const quick = useCheckedClaim(claim, kase.context);
  const { documents, procedures, encounter } = kase;
  const basis = useMemo(() => JSON.stringify([documents, procedures, encounter]), [documents, procedures, encounter]);
  const changes = useChanges(review, basis, isPlaceholderData);
  const settled = !isFetching && asked === request;
  const findings = useShared((kase.lines && !settled ? quick.data?.findings : undefined) ?? review?.findings);
  const acts = useMemo(
    () => ({
      answer: (fact: string, value: AnswerValue) =>
        change((old) => ({ ...old, answers: [...old.answers.filter((one) => one.fact !== fact), { fact, value }] })),
      takeBack: (fact: string) =>
        change((old) => ({ ...old, answers: old.answers.filter((one) => one.fact !== fact) })),
      setLines: (lines: readonly StatedLine[] | undefined) => change((old) => ({ ...old, lines })),
      setContext: (context: Context) => change((old) => ({ ...old, context })),
      setPatient: (patient: Case['patient']) => change((old) => ({ ...old, patient })),
    }),
    [change],
  );

  return {
    kase,
    change,
    request,
    review,
    record: shown?.record,
    error,
    again: () => void refetch(),
    changes,
    /** The Review on the screen is of an earlier state of the case. */
    judging: !settled && hasContent(request.input),
    /** Findings of the Review; of the edits alone for the lines as they stand, while their Review is not there yet. */
    findings: findings ?? NO_FINDINGS,
    ...acts,
  };
}

export type CaseWork = ReturnType<typeof useCase>;

/** What turned since the Review before, as long as both are of the same text. */
function useChanges(review: Review | undefined, basis: string, waiting: boolean): readonly Change[] {
  const before = useRef<{ basis: string; review: Review } | undefined>(undefined);
  const [changes, setChanges] = useState<readonly Change[]>([]);
  useEffect(() => {
    if (!review || waiting || before.current?.review === review) return;
    setChanges(before.current?.basis === basis ? changesBetween(before.current.review, review) : []);
    before.current = { basis, review };
  }, [review, basis, waiting]);
  return changes;
}
