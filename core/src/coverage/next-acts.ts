import type { Fact, FactValue } from '../model/fact.ts';
import type { Policy } from '../model/law/policy.ts';
import { roleOf, type SessionRole } from '../model/law/session-rule.ts';
import type { LedgerEntry } from '../model/ledger.ts';

/** A session that may come next, described by the latest one of its kind in the history. */
export interface NextAct {
  readonly family: string;
  /** Region group of the policy's session rule. */
  readonly group?: string | undefined;
  readonly region?: string | undefined;
  readonly role?: SessionRole | undefined;
  readonly kind?: string | undefined;
  readonly side?: string | undefined;
  readonly levels?: readonly string[] | undefined;
  /** Date of the session that it is like; absent: none of this kind is in the history. */
  readonly like?: string | undefined;
}

/** For each region of a history the sessions that the policy tells apart: by role, or by kind where it knows no roles. */
export function nextActs(policy: Policy, entries: readonly LedgerEntry[]): NextAct[] {
  const { session: rule, appliesTo } = policy;
  const own = entries.filter(({ session }) => rule.families.includes(session.family));
  const groups = [...new Set(own.map(({ group }) => group))];
  const roles = [...new Set(rule.roles.map(({ role }) => role))];
  return groups.flatMap((group) => {
    const here = own.filter((entry) => entry.group === group);
    const latest = here[0];
    if (!latest) return [];
    if (roles.length > 0)
      return roles.map((role) => {
        const model = here.find((entry) => entry.role === role);
        const ruled = rule.roles.find((one) => one.role === role)?.kinds?.[0];
        const possible = appliesTo.kinds.filter((kind) => roleOf(rule, { kinds: [kind], modifiers: [] }) === role);
        return actOf(
          model ?? latest,
          group,
          { role, kind: model?.session.kind ?? ruled ?? (model ? undefined : only(possible)) },
          model !== undefined,
        );
      });
    const kinds = [...new Set(here.map(({ session }) => session.kind))];
    return kinds.map((kind) =>
      actOf(here.find(({ session }) => session.kind === kind) ?? latest, group, { kind }, true),
    );
  });
}

function actOf(
  { session }: LedgerEntry,
  group: string | undefined,
  { role, kind }: { role?: SessionRole; kind?: string | undefined },
  like: boolean,
): NextAct {
  const { family, region, side, levels, date } = session;
  return compact({ family, group, region, role, kind, side, levels, like: like ? date : undefined });
}

function only(kinds: readonly string[]): string | undefined {
  return kinds.length === 1 ? kinds[0] : undefined;
}

/** Facts of such a session. No note exists yet: what a note would tell of earlier procedures is in the history or nowhere. */
export function factsOfAct(act: NextAct): ReadonlyMap<string, Fact> {
  const facts: Record<string, FactValue | undefined> = {
    'procedure.family': act.family,
    'procedure.kind': act.kind,
    'procedure.role': act.role,
    'procedure.intent': act.role === 'ablation' ? undefined : act.role,
    'procedure.region': act.region,
    'procedure.region-group': act.group,
    'procedure.side': act.side,
    'procedure.both-sides': act.side === undefined ? undefined : act.side === 'bilateral',
    'procedure.levels': act.levels,
    'prior.narrative': false,
    'prior.ablation-told': false,
  };
  const known = Object.entries(facts).filter((entry): entry is [string, FactValue] => entry[1] !== undefined);
  return new Map(known.map(([name, value]) => [name, { name, value, evidence: [] }]));
}

function compact<T extends object>(of: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as never;
}
