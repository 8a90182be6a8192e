import type { Review } from '@interspace/core/model/review';
import { headline } from '@interspace/core/review/summary';
import { sql, type Insertable } from 'kysely';
import type { Tx } from './in-practice.ts';
import type { EncounterStatus, WorkItems } from './tables.ts';

type Item = Omit<Insertable<WorkItems>, 'practice_id' | 'patient_id' | 'encounter_id' | 'record_id'> & { key: string };

export interface Judged {
  readonly practice: string;
  readonly patient: string;
  readonly encounter: string;
  readonly record: string;
}

/** Kinds that come from a Review and go with it. */
const FROM_REVIEWS = ['hold', 'question', 'authorization'] as const;

/**
 * What the latest Review of an encounter asks people to do lies on the desk, each thing once; what it no longer asks is
 * resolved. Encounters that are not billed yet get the status that follows.
 */
export async function layOnDesk(
  tx: Tx,
  { practice, patient, encounter, record }: Judged,
  review: Review,
): Promise<void> {
  const visit = await tx
    .selectFrom('encounters')
    .select(['status', 'physician_id'])
    .where('id', '=', encounter)
    .executeTakeFirst();
  if (visit === undefined || !['open', 'held', 'ready'].includes(visit.status)) return;
  const items = itemsOf(review, encounter, visit.physician_id);
  const now = new Date().toISOString();
  for (const item of items)
    await tx
      .insertInto('work_items')
      .values({ ...item, practice_id: practice, patient_id: patient, encounter_id: encounter, record_id: record })
      .onConflict((conflict) =>
        conflict
          .columns(['practice_id', 'key'])
          .where('state', '<>', 'resolved')
          .doUpdateSet({ title: item.title, detail: item.detail ?? null, record_id: record, updated_at: now }),
      )
      .execute();
  await tx
    .updateTable('work_items')
    .set({ state: 'resolved', resolved_at: now, updated_at: now })
    .where('encounter_id', '=', encounter)
    .where('kind', 'in', FROM_REVIEWS)
    // Not what people or payers put there.
    .where(sql<boolean>`starts_with(key, kind || ' ' || ${encounter})`)
    .where('state', '<>', 'resolved')
    .$if(items.length > 0, (query) =>
      query.where(
        'key',
        'not in',
        items.map(({ key }) => key),
      ),
    )
    .execute();
  const status = statusAfter(review);
  if (status !== visit.status)
    await tx.updateTable('encounters').set({ status, updated_at: now }).where('id', '=', encounter).execute();
}

function itemsOf(review: Review, encounter: string, physician: string | null): Item[] {
  const blocks = review.findings.filter(({ severity }) => severity === 'block');
  const [first] = blocks;
  const hold: Item[] =
    first === undefined
      ? []
      : [
          {
            kind: 'hold',
            key: `hold ${encounter}`,
            title: headline(review).word,
            detail: `${first.what} ${first.do}`,
            finding: first.id,
            priority: 'high',
            role: 'coder',
          },
        ];
  const questions = new Map(review.prompts.map((prompt) => [prompt.fact, prompt]));
  const programs = new Map(
    review.authorization.filter(({ status }) => status === 'required').map((answer) => [answer.program, answer]),
  );
  return [
    ...hold,
    ...[...questions.values()].map(({ fact, question, because }): Item => ({
      kind: 'question',
      key: `question ${encounter} ${fact}`,
      title: question,
      detail: because,
      finding: fact,
      question: JSON.stringify({ fact, question }),
      role: 'physician',
      assignee_id: physician,
    })),
    ...[...programs.values()].map(({ program, what, do: remedy }): Item => ({
      kind: 'authorization',
      key: `authorization ${encounter} ${program}`,
      title: what,
      detail: remedy,
      finding: program,
      role: 'biller',
    })),
  ];
}

function statusAfter(review: Review): EncounterStatus {
  if (review.findings.some(({ severity }) => severity === 'block')) return 'held';
  return review.prompts.length > 0 || review.lines.length === 0 ? 'open' : 'ready';
}
