import type { Citation, Standing } from '@interspace/core/model/citation';
import type { LawCitation } from '@interspace/core/model/law/criterion';
import type { Library } from '@interspace/core/model/library';

/** A rule with the days on which what it rests on was read. */
export interface RuleRead {
  readonly kind: string;
  readonly id: string;
  readonly standing: Standing;
  readonly reads: readonly string[];
}

/** Every rule of the library that cites something, by its id. */
export function rulesRead({ policies, coding, edits, programs, drugs, diagnoses }: Library): RuleRead[] {
  return [
    ...policies.policies.flatMap(({ criteria }) =>
      criteria.map((one) => rule('criterion', one.id, Object.values(one.citations), one.standing)),
    ),
    ...policies.codeSets.map((set) => rule('code set', set.name, Object.values(set.citations), set.standing)),
    ...(edits.rules ?? []).map((one) => rule('edit', one.id, [one.citation])),
    ...(coding?.recipes ?? []).map((one) => rule('recipe', one.recipe, [one.citation])),
    ...(coding?.codes ?? []).map((one) => rule('code', one.code, [one.citation])),
    ...programs.programs.map((one) => rule('program', one.program, [one.citation])),
    ...drugs.map((one) =>
      rule(
        'drug',
        one.name,
        one.billing.map(({ citation }) => citation),
      ),
    ),
    ...diagnoses.map((one) => rule('condition', one.condition, [one.citation])),
  ];
}

function rule(kind: string, id: string, citations: readonly (Citation | LawCitation)[], own?: Standing): RuleRead {
  const standings = [own, ...citations.map(({ standing }) => standing)];
  return {
    kind,
    id,
    standing: standings.find((one) => one !== undefined && one !== 'settled') ?? 'settled',
    reads: citations.flatMap(({ read }) => (read === undefined ? [] : [read])).sort((a, b) => (a < b ? -1 : 1)),
  };
}
