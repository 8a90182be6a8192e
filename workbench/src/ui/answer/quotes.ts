import type { ClauseResult } from '@interspace/core/model/determination';
import type { Evidence, NoteEvidence } from '@interspace/core/model/evidence';
import type { Review } from '@interspace/core/model/review';

/** Why a passage is marked: it says what was done, it carries a criterion, or something is amiss with it. */
export type QuoteKind = 'done' | 'why' | 'amiss';

/** Whatever points into the chart: a line, a criterion of a line, a finding, a procedure. */
export interface QuoteUser {
  readonly id: string;
  /** For people: `Line 1 · 64493`. */
  readonly label: string;
}

/** A passage of a document, once, with all that point to it. */
export interface Quote {
  readonly id: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly kind: QuoteKind;
  readonly users: readonly string[];
}

export interface Quotes {
  readonly quotes: readonly Quote[];
  readonly users: ReadonlyMap<string, QuoteUser>;
  /** Quotes of a user, in the order of the chart. */
  readonly of: ReadonlyMap<string, readonly string[]>;
}

export const lineUser = (line: number): string => `line-${line}`;
export const criterionUser = (line: number, criterion: string): string => `criterion-${line}-${criterion}`;
export const findingUser = (index: number): string => `finding-${index}`;

const RANK: Readonly<Record<QuoteKind, number>> = { why: 0, done: 1, amiss: 2 };

/** All passages that a Review points to. */
export function quotesOf({ lines, procedures, determinations, findings }: Review): Quotes {
  const found = new Map<string, { quote: Omit<Quote, 'users' | 'kind'>; kind: QuoteKind; users: Set<string> }>();
  const users = new Map<string, QuoteUser>();
  const add = (user: QuoteUser, kind: QuoteKind, evidence: readonly Evidence[]) => {
    users.set(user.id, user);
    for (const { document, start, end } of evidence.filter(isNote)) {
      const id = `${document}:${start}-${end}`;
      const old = found.get(id) ?? { quote: { id, document, start, end }, kind, users: new Set<string>() };
      old.users.add(user.id);
      if (RANK[kind] > RANK[old.kind]) old.kind = kind;
      found.set(id, old);
    }
  };
  lines.forEach(({ code, evidence, procedure }, index) => {
    const user = { id: lineUser(index + 1), label: `Line ${index + 1} · ${code}` };
    const done = procedures.find(({ id }) => id === procedure);
    add(user, 'done', [...evidence, ...(done ? partsOf(done) : [])]);
  });
  for (const { line, criteria } of determinations)
    for (const { criterion, title, status, tree } of criteria)
      if (status !== 'not-applicable')
        add(
          { id: criterionUser(line, criterion), label: `${title} (line ${line})` },
          status === 'not-met' ? 'amiss' : 'why',
          decisive(tree),
        );
  findings.forEach(({ what, evidence }, index) => add({ id: findingUser(index), label: what }, 'amiss', evidence));
  const quotes = [...found.values()]
    .map(({ quote, kind, users: by }) => ({ ...quote, kind, users: [...by] }))
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
  const of = new Map<string, string[]>();
  for (const { id, users: by } of quotes) for (const user of by) of.set(user, [...(of.get(user) ?? []), id]);
  return { quotes, users, of };
}

const isNote = (evidence: Evidence): evidence is NoteEvidence => evidence.source === 'note';

function partsOf({ targets, guidance, agents }: Review['procedures'][number]): Evidence[] {
  return [...targets, guidance, ...agents].flatMap(({ evidence }) => evidence);
}

/** The quotes of what was required. A clause that only said whether the criterion applies marks too much of a note. */
function decisive(tree: ClauseResult): Evidence[] {
  const require = tree.operator === 'criterion' ? tree.parts.filter(({ operator }) => operator === 'require') : [];
  const from = require.length > 0 ? require : [tree];
  const all = (clause: ClauseResult): Evidence[] => [...clause.evidence, ...clause.parts.flatMap(all)];
  return from.flatMap(all);
}
