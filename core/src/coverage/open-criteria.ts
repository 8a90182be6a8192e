import type { IsoDate } from '../model/date.ts';
import type { Status } from '../model/determination.ts';
import type { Fact } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Criterion } from '../model/law/criterion.ts';
import type { Policy, PolicyDocument } from '../model/law/policy.ts';
import type { SessionRule } from '../model/law/session-rule.ts';
import type { Ledger } from '../model/ledger.ts';
import type { LineView } from '../model/line-view.ts';
import { documentsOf } from './documents-of-line.ts';
import { findingOf, holesOf } from './finding-of.ts';
import { visitAll, type CriterionInForce } from './in-force.ts';
import { judgeCriterion, statusOfCriterion } from './judge-criterion.ts';
import { sceneFor } from './judge-document.ts';
import { Occasion } from './occasion.ts';
import type { PreparedPolicies } from './prepare.ts';
import type { CoverageRequest } from './request.ts';

/**
 * A criterion under which a line is judged, with all that it sees of the claim and nothing of earlier sessions: these are
 * handed in each time that it is asked again.
 */
export interface OpenCriterion {
  readonly policy: Policy;
  readonly document: PolicyDocument;
  readonly entry: CriterionInForce;
  readonly line: LineView;
  readonly fact: (name: string) => Fact | undefined;
  /** How it comes out for the request as it stands. */
  readonly status: Status;
  /** All that it sees of the line besides its number: two lines with the same are told the same. */
  readonly sees: string;
}

/** The criteria under which a line is judged, in the order in which they are told. */
export function openCriteria(line: LineView, request: CoverageRequest, law: PreparedPolicies): OpenCriterion[] {
  const occasion = new Occasion(request, law.implications);
  const under = documentsOf(line, occasion, law);
  if (under === undefined || typeof under === 'string') return [];
  const on = request.context.dateOfService as IsoDate;
  return under.flatMap(({ policy, document }) => {
    const ledger = () => occasion.ledgerOf(policy.session);
    const fact = occasion.factOf(line, policy.session);
    return law.criteria(policy, document, on).map((entry) => {
      const { status } = statusOfCriterion(entry, sceneFor({ on, policy, ledger, fact }));
      return { policy, document, entry, line, fact, status, sees: seenBy(entry.criterion, line, fact) };
    });
  });
}

/** Facts with which earlier sessions are compared, whatever a criterion names. */
const COMPARED = ['role', 'region-group', 'side', 'levels', 'kind', 'agents'].map((name) => `procedure.${name}`);

/** What a criterion looks at in a line. */
interface Looks {
  readonly facts: readonly string[];
  /** Whether its words name the line itself. */
  readonly line: boolean;
}

const looks = new WeakMap<Criterion, Looks>();

function looksOf(criterion: Criterion): Looks {
  let known = looks.get(criterion);
  if (!known) {
    const facts = new Set(COMPARED);
    visitAll(criterion, (clause) => {
      if ('fact' in clause) facts.add(clause.fact);
      if ('other' in clause) facts.add(clause.other);
    });
    const { what, why, do: advice } = criterion.finding;
    const holes = [what, why, advice].flatMap(holesOf);
    for (const hole of holes) if (hole.startsWith('fact:')) facts.add(hole.slice(5));
    const line = holes.some((hole) => ['code', 'modifiers', 'units', 'diagnoses'].includes(hole));
    looks.set(criterion, (known = { facts: [...facts], line }));
  }
  return known;
}

function seenBy(criterion: Criterion, line: LineView, fact: OpenCriterion['fact']): string {
  const own = looksOf(criterion);
  const told = own.line ? [line.code, line.modifiers, line.units, line.diagnoses] : undefined;
  const seen = own.facts.map(fact).map((one) => one && [one.value, one.among, one.conflict]);
  return JSON.stringify([told, seen]);
}

/** What one line was told, said of another of which the criterion sees the same; undefined where evidence is the line itself. */
export function saidOfTwin(finding: Finding, line: LineView): Finding | undefined {
  return finding.evidence.every(({ source }) => source === 'history') ? { ...finding, line: line.number } : undefined;
}

/** What it says in the light of such earlier sessions, when it is not met. */
export function objectionOf(
  { policy, document, entry, line, fact }: OpenCriterion,
  on: IsoDate,
  ledgerOf: (rule: SessionRule) => Ledger,
  law: PreparedPolicies,
): Finding | undefined {
  const scene = sceneFor({ on, policy, ledger: () => ledgerOf(policy.session), fact });
  // Who is asked here objects nearly always: it is judged at once, with its words.
  const judged = judgeCriterion(entry, scene);
  if (judged.status !== 'not-met') return undefined;
  // What puts a service outside a policy may look at earlier sessions too.
  if (policy.appliesTo.unless && law.exception(policy, on)?.status(scene) === 'met') return undefined;
  return findingOf(entry, judged, scene, { line, document });
}
