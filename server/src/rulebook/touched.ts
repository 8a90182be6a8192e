import { existsSync } from 'node:fs';
import type { z } from 'zod';
import type { IsoDate } from '@interspace/core/model/date';
import type { EngineInput } from '@interspace/core/model/review-input';
import type { LawAsked, TouchedTold } from '../aside/law.ts';
import { runAside } from '../aside/run-aside.ts';
import { batchFolder } from '../batches/folder.ts';
import type { Touched } from '../contract/rulebook.ts';
import { may } from '../contract/roles.ts';
import type { Deps } from '../http/deps.ts';
import type { Caller } from '../identity/caller.ts';
import { engineInputOfEncounter } from '../store/encounters.ts';
import { inPractice } from '../store/in-practice.ts';
import { nameOf } from '../store/patients.ts';
import { lawDiff } from './law-diff.ts';

/** Encounters that are looked at, newest first. */
const MOST = 200;
/** Claims that are looked at, newest file first, and for how long. */
const MOST_CLAIMS = { claims: 2_000, ms: 45_000 };
const LIMITS = { timeoutMs: 120_000, memoryMb: 1536 };

/** Open encounters that the law of two days judges differently; with a change's id only those that it turns. */
export async function touchedBy(
  deps: Deps,
  actor: Caller,
  from: IsoDate,
  to: IsoDate,
  change: string | undefined,
): Promise<z.output<typeof Touched>> {
  const found = await inPractice(deps.database.db, actor, async (tx) => {
    const rows = await tx
      .selectFrom('encounters')
      .innerJoin('patients', 'patients.id', 'encounters.patient_id')
      .select(['encounters.id', 'encounters.date', 'encounters.title', 'patients.first_name', 'patients.last_name'])
      .where('encounters.status', 'in', ['open', 'held', 'ready'])
      .orderBy('encounters.date', 'desc')
      .orderBy('encounters.id')
      .limit(MOST)
      .execute();
    const inputs: EngineInput[] = [];
    for (const { id } of rows) inputs.push((await engineInputOfEncounter(tx, id)) ?? { context: {}, documents: [] });
    // A claim file is read from its beginning: the number of a claim is its place there.
    const files =
      may(actor.role, 'claims:read') && (actor.only?.has('claims:read') ?? true)
        ? await tx
            .selectFrom('batches')
            .select(['id', 'name'])
            .where('state', '=', 'done')
            .orderBy('created_at', 'desc')
            .limit(20)
            .execute()
        : [];
    return { rows, inputs, files };
  });
  const files = found.files
    .map(({ id, name }) => ({ batch: id, name, path: batchFolder(deps.home, id).claims }))
    .filter(({ path }) => existsSync(path));
  const { library, tables } = deps.engine.settings;
  const ids = change === undefined ? undefined : await idsOf(deps, from, to, change);
  const asked: LawAsked = {
    what: 'touched',
    library,
    tables,
    from,
    to,
    inputs: found.inputs,
    files: files.map(({ path }) => path),
    most: MOST_CLAIMS,
    ids,
  };
  const touched = await runAside<TouchedTold>(deps.law.workers.law, asked, LIMITS);
  return {
    examined: found.rows.length,
    encounters: touched.inputs.flatMap(({ index, before, after }) => {
      const row = found.rows[index];
      return row ? [{ id: row.id, date: row.date, title: row.title, patientName: nameOf(row), before, after }] : [];
    }),
    claimsExamined: touched.claimsExamined,
    claims: touched.claims.flatMap(({ file, date, codes, ...claim }) => {
      const of = files[file];
      if (!of) return [];
      return [{ batch: of.batch, file: of.name, ...claim, codes: [...new Set(codes)], ...(date ? { date } : {}) }];
    }),
  };
}

/** What a change can turn: itself, and every criterion of the documents that it names. */
async function idsOf(deps: Deps, from: IsoDate, to: IsoDate, change: string): Promise<string[]> {
  const documents = new Set(
    (await lawDiff(deps, from, to)).filter(({ id }) => id === change).flatMap((one) => [one.id, ...one.documents]),
  );
  const { policies } = deps.engine.settings.library.policies;
  const whole = policies.filter(
    ({ id, documents: own, criteria }) =>
      !criteria.some((one) => one.id === change) && (id === change || own.some((one) => documents.has(one.id))),
  );
  return [change, ...whole.flatMap(({ criteria }) => criteria.map(({ id }) => id))];
}
