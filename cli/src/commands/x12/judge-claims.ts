import { editionsFor } from '@interspace/batch/editions-used';
import { ClaimJudge } from '@interspace/batch/judge/claim-judge';
import type { Finding } from '@interspace/core/model/finding';
import { ok, type Issue, type Result } from '@interspace/core/model/result';
import { openTables } from '@interspace/library/tables/open-tables';
import type { ReadClaim } from '@interspace/wire/x12/claims/read-claim';
import type { AnsweredClaim, ClaimVerdict } from '@interspace/wire/x12/write/claim-acknowledgment';
import { daysOf } from '@interspace/wire/x12/write/make';
import { surroundingsOf, type ContextFlags } from '../../input/context.ts';
import { judgingTables } from '@interspace/library/tables/judging-tables';
import { loadLibrary } from '../../library.ts';

export interface JudgeOptions extends ContextFlags {
  readonly tables?: string;
}

/** Judges the claims of a file one by one by the rules of `scrub`, and keeps what an acknowledgment needs. */
export class ClaimChecks {
  /** Claims by the edition that judged them. */
  readonly editions = new Map<string, number>();
  claims = 0;
  readonly #judge: ClaimJudge;
  /** By interchange, group and transaction; kept only when somebody wants to answer. */
  readonly #verdicts: Map<string, ClaimVerdict[]> | undefined;

  constructor(judge: ClaimJudge, answers: boolean) {
    this.#judge = judge;
    this.#verdicts = answers ? new Map<string, ClaimVerdict[]>() : undefined;
  }

  judge(read: ReadClaim): readonly Finding[] {
    const judged = this.#judge.judge(read);
    this.claims++;
    for (const name of editionsFor(this.#judge.edits, judged))
      this.editions.set(name, (this.editions.get(name) ?? 0) + 1);
    if (this.#verdicts) {
      const { interchange, group, transaction } = read.places;
      const key = `${interchange}/${group}/${transaction}`;
      const own = this.#verdicts.get(key);
      const verdict = { claim: answered(read), rejections: this.#rejections(judged.findings) };
      if (own) own.push(verdict);
      else this.#verdicts.set(key, [verdict]);
    }
    return judged.findings;
  }

  verdictsOf(at: {
    readonly interchange: number;
    readonly group: number;
    readonly transaction: number;
  }): readonly ClaimVerdict[] {
    return this.#verdicts?.get(`${at.interchange}/${at.group}/${at.transaction}`) ?? [];
  }

  /** Only what a front end refuses: a pair or a limit is denied later, by the remittance. */
  #rejections(findings: readonly Finding[]): ClaimVerdict['rejections'] {
    const told = new Map<string, ClaimVerdict['rejections'][number]>();
    for (const { id, severity, field } of findings) {
      if (severity !== 'block' || !id.startsWith('edit/')) continue;
      const codes = this.#judge.edits.rules.get(id.slice('edit/'.length))?.rule.claimStatus;
      if (codes === undefined) continue;
      const [category = '', status = '', fixed] = codes.split(':');
      const entity = fixed ?? ENTITIES[field ?? ''];
      told.set(`${codes}:${entity}`, { category, status, ...(entity === undefined ? {} : { entity }) });
    }
    return [...told.values()];
  }
}

/** Which party a field of the claim speaks of. */
const ENTITIES: Readonly<Record<string, string>> = {
  'billing-npi': '85',
  'rendering-npi': '82',
  'facility-npi': '77',
  'referring-npi': 'DN',
  'supervising-npi': 'DQ',
  'attending-npi': '71',
  'operating-npi': '72',
};

function answered({ claim }: ReadClaim): AnsweredClaim {
  const { id, chargeTotal, billing, subscriber, lines, statementFrom, statementThrough } = claim;
  // A hospital is answered by the days of its statement.
  const stated = statementFrom === undefined ? lines : [{ from: statementFrom, through: statementThrough }];
  const days = daysOf(stated);
  // A file may hold a million of them: no more is kept than is written.
  const { memberId } = subscriber ?? {};
  return { id, chargeTotal, billing, subscriber: { memberId }, lines: [{ from: days[0], through: days.at(-1) }] };
}

/** Law and tables for judging, as `scrub` loads them. */
export async function loadClaimChecks(options: JudgeOptions, answers: boolean): Promise<Result<ClaimChecks>> {
  const surroundings = await surroundingsOf(options);
  if (!surroundings.ok) return surroundings;
  const library = await loadLibrary();
  if (!library.ok) return library;
  const context = { ...surroundings.value.file.context, ...surroundings.value.flags };
  const left: Issue[] = [];
  const tables = judgingTables(openTables(options.tables), (issue) => left.push(issue));
  return ok(new ClaimChecks(new ClaimJudge(library.value, tables, context), answers), left);
}
