import type { z } from 'zod';
import type { EngineInput, StatedFacts } from '@interspace/core/model/review-input';
import { engineInputOf } from '@interspace/core/review/engine-input';
import type { Answer, ReviewRequest } from '../contract/review-verbs.ts';
import { refuse } from '../http/refusal.ts';
import { engineInputOfEncounter } from '../store/encounters.ts';
import type { Tx } from '../store/in-practice.ts';
import { historyOf } from '../store/ledger.ts';
import type { StatedAnswer } from '../store/tables.ts';

export type Asked = z.output<typeof ReviewRequest>;

/** What the practice knows that belongs to a request: the chart of the encounter, the ledger, who answered what and when. */
export interface Known {
  readonly chart?: EngineInput | undefined;
  readonly history?: EngineInput['history'];
  readonly stated: Readonly<Record<string, StatedAnswer>>;
}

/** Looks it up as the one who asks may see it; refuses when patient or encounter is not there for that one. */
export async function knownOf(tx: Tx, { patient, encounter, input }: Asked): Promise<Known> {
  if (patient !== undefined) {
    const there = await tx.selectFrom('patients').select('id').where('id', '=', patient).executeTakeFirst();
    if (!there) throw refuse('server/http/not-found', undefined, { at: 'body/patient' });
  }
  let stated: Readonly<Record<string, StatedAnswer>> = {};
  let chart: EngineInput | undefined;
  if (encounter !== undefined) {
    const row = await tx
      .selectFrom('encounters')
      .select(['patient_id', 'answers'])
      .where('id', '=', encounter)
      .executeTakeFirst();
    if (!row || (patient !== undefined && row.patient_id !== patient))
      throw refuse('server/http/not-found', undefined, { at: 'body/encounter' });
    stated = row.answers;
    chart = await engineInputOfEncounter(tx, encounter);
  }
  const history =
    patient === undefined ? undefined : await historyOf(tx, patient, input.context.dateOfService, encounter);
  return { chart, history, stated };
}

/** The input as the engine takes it. What the request brings goes before what the practice knows. */
export function engineInput({ input }: Asked, { chart, history, stated }: Known): EngineInput {
  const sent = engineInputOf(input);
  const bare =
    sent.documents.length === 0 && !sent.procedures && !sent.claim && !sent.planned && chart !== undefined
      ? { ...sent, documents: chart.documents, context: { ...chart.context, ...sent.context } }
      : sent;
  const facts: StatedFacts = { ...factsOf(stated), ...bare.facts };
  const told = bare.history ?? history ?? chart?.history;
  return {
    ...bare,
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(told ? { history: told } : {}),
  };
}

/** The same with answers to questions. */
export function withAnswers(input: EngineInput, answers: readonly Answer[]): EngineInput {
  if (answers.length === 0) return input;
  return {
    ...input,
    facts: { ...input.facts, ...Object.fromEntries(answers.map(({ fact, value }) => [fact, value])) },
  };
}

function factsOf(stated: Known['stated']): StatedFacts {
  return Object.fromEntries(
    Object.entries(stated).map(([fact, { value }]) => [fact, typeof value === 'object' ? [...value] : value]),
  );
}
