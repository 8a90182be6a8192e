import type { EngineInput } from '@interspace/core/model/review-input';
import type { Review } from '@interspace/core/model/review';
import type { z } from 'zod';
import { appendAudit } from '../audit-log/append.ts';
import { digestOfText } from '../audit-log/digest.ts';
import { KEPT, keptDetail } from '../audit-log/verify-records.ts';
import type { RecordRow } from '../contract/patients.ts';
import type { Actor } from './actor.ts';
import { layOnDesk } from './desk.ts';
import type { Tx } from './in-practice.ts';
import type { DecisionRecords } from './tables.ts';
import { sql, type Selectable } from 'kysely';

export interface Judgement {
  /** What the engine was given. Kept as JSON: the same bytes are judged again when the record is replayed. */
  readonly input: EngineInput;
  /** The Review, as the JSON text that the engine made. */
  readonly reviewText: string;
  /** The same, where the caller has it already. */
  readonly review?: Review;
  readonly patient?: string | undefined;
  readonly encounter?: string | undefined;
}

/**
 * Keeps a Review as an immutable DecisionRecord and notes both digests in the audit log. With an encounter it becomes its
 * latest one, and what it asks people to do comes onto the desk. Answers the record's id.
 */
export async function keepRecord(tx: Tx, actor: Actor, judgement: Judgement): Promise<string> {
  const { input, reviewText, patient, encounter } = judgement;
  const review = judgement.review ?? (JSON.parse(reviewText) as Review);
  const inputText = JSON.stringify(input);
  const digests = [digestOfText(inputText), digestOfText(reviewText)] as const;
  const outcome = gravestOutcome(review) ?? null;
  const { id } = await tx
    .insertInto('decision_records')
    .values({
      practice_id: actor.practice,
      patient_id: patient ?? null,
      encounter_id: encounter ?? null,
      by_id: actor.id,
      by_name: actor.name,
      input: inputText,
      review: reviewText,
      input_digest: digests[0],
      review_digest: digests[1],
      library: review.trace.library,
      engine: review.trace.engine,
      outcome,
      blocks: numberOf(review, 'block'),
      warnings: numberOf(review, 'warn'),
      lines: review.lines.map(({ code, modifiers, units }) => [code, ...modifiers, `×${units}`].join(' ')),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (encounter !== undefined)
    await tx
      .updateTable('encounters')
      .set({ record_id: id, outcome, updated_at: new Date().toISOString() })
      .where('id', '=', encounter)
      .execute();
  if (encounter !== undefined && patient !== undefined)
    await layOnDesk(tx, { practice: actor.practice, patient, encounter, record: id }, review);
  appendAudit(tx, actor, KEPT, `record ${id}`, keptDetail(...digests));
  return id;
}

const GRAVITY = ['fails', 'incomplete', 'meets', 'no-policy'] as const;

/** The gravest outcome of all lines; undefined when no policy was asked. */
export function gravestOutcome({ determinations }: Pick<Review, 'determinations'>): string | undefined {
  return GRAVITY.find((outcome) => determinations.some((one) => one.outcome === outcome));
}

function numberOf(review: Review, severity: 'block' | 'warn'): number {
  return review.findings.filter((finding) => finding.severity === severity).length;
}

const ROW = [
  'id',
  'at',
  'patient_id',
  'encounter_id',
  'by_name',
  'input_digest',
  'review_digest',
  'library',
  'engine',
  'blocks',
  'warnings',
  'lines',
] as const;

export interface RecordFilter {
  readonly patient?: string | undefined;
  readonly encounter?: string | undefined;
  readonly library?: string | undefined;
}

/** DecisionRecords, newest first. */
export async function listRecords(
  tx: Tx,
  { patient, encounter, library }: RecordFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; items: z.infer<typeof RecordRow>[] }> {
  const found = tx
    .selectFrom('decision_records')
    .$if(patient !== undefined, (query) => query.where('patient_id', '=', patient ?? ''))
    .$if(encounter !== undefined, (query) => query.where('encounter_id', '=', encounter ?? ''))
    .$if(library !== undefined, (query) => query.where('library', '=', library ?? ''));
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select([...ROW])
    .orderBy('at', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, items: rows.map(toRow) };
}

export type KeptRecord = Pick<Selectable<DecisionRecords>, (typeof ROW)[number] | 'input' | 'review'>;

/** One record with the exact texts that were judged and answered. */
export async function findRecord(tx: Tx, id: string): Promise<KeptRecord | undefined> {
  return tx
    .selectFrom('decision_records')
    .select([...ROW, 'input', 'review'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The latest Review of each encounter that is still open, where another library judged it. For jobs. */
export async function openUnderAnotherLaw(
  tx: Tx,
  library: string,
  engine: string,
  after: string,
  limit: number,
): Promise<{ id: string; practice: string; patient: string; record: string }[]> {
  const rows = await tx
    .selectFrom('encounters')
    .innerJoin('decision_records', 'decision_records.id', 'encounters.record_id')
    .select(['encounters.id', 'encounters.practice_id', 'encounters.patient_id', 'encounters.record_id'])
    .where('encounters.status', 'in', ['open', 'held', 'ready'])
    .where(sql<boolean>`(decision_records.library, decision_records.engine) <> (${library}, ${engine})`)
    .where('encounters.id', '>', after)
    .orderBy('encounters.id')
    .limit(limit)
    .execute();
  return rows.map(({ id, practice_id, patient_id, record_id }) => ({
    id,
    practice: practice_id,
    patient: patient_id,
    record: record_id ?? '',
  }));
}

export function toRow(row: Omit<KeptRecord, 'input' | 'review'>): z.infer<typeof RecordRow> {
  return {
    id: row.id,
    at: row.at,
    by: row.by_name,
    inputDigest: row.input_digest,
    reviewDigest: row.review_digest,
    library: row.library,
    engine: row.engine,
    blocks: row.blocks,
    warnings: row.warnings,
    lines: row.lines,
    ...(row.patient_id === null ? {} : { patient: row.patient_id }),
    ...(row.encounter_id === null ? {} : { encounter: row.encounter_id }),
  };
}
