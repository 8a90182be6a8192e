import type { Citation } from '../model/citation.ts';
import type { IsoDate } from '../model/date.ts';
import type { Fact, FactDeclaration } from '../model/fact.ts';
import { payerLine } from '../model/law/jurisdiction.ts';
import { documentInForce, type Policy, type PolicyDocument } from '../model/law/policy.ts';
import type { OpenLedger } from '../model/ledger.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import { implicationOf } from './code-facts.ts';
import { visitAll, type CriterionInForce } from './in-force.ts';
import { statusOfCriterion } from './judge-criterion.ts';
import { sceneFor } from './judge-document.ts';
import type { PreparedPolicies } from './prepare.ts';

/** Why a question stands on the list: the requirement by its title and place, never its threshold. */
export interface Reason {
  readonly criterion: string;
  readonly title: string;
  readonly citation: Pick<Citation, 'document' | 'section'>;
}

/** One neutral question, asked once whatever the number of criteria that need it. */
export interface TemplateQuestion {
  readonly question: string;
  /** The facts that an answer gives; the first one describes the answer. */
  readonly facts: readonly FactDeclaration[];
  /** Empty: the record of any procedure says so. */
  readonly reasons: readonly Reason[];
}

export interface QuestionList {
  readonly adopted: readonly { readonly policy: Policy; readonly document: PolicyDocument }[];
  readonly questions: readonly TemplateQuestion[];
  readonly notEvaluated: readonly string[];
}

export interface QuestionRequest {
  /** A kind or family of procedure, a code, or a policy. */
  readonly procedure: string;
  readonly on: IsoDate;
  readonly context: ResolvedContext;
  readonly openLedger: OpenLedger;
}

/** What the record of any procedure says, because lines are read from it whatever a policy asks. */
const RECORD = [
  'encounter.date-of-service',
  'encounter.place-of-service',
  'line.diagnoses',
  'procedure.kind',
  'procedure.levels',
  'procedure.side',
  'procedure.guidance',
  'procedure.images-saved',
  'procedure.agents',
  'documentation.signer',
  'documentation.signed',
];

/** Facts that follow from others: the one that is asked for instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  'earlier.relief-percent': 'prior.relief-percent',
  'earlier.function-percent': 'prior.function-gain-percent',
  'earlier.relief-days': 'prior.relief-weeks',
  'earlier.same-scale': 'prior.same-scale',
  'earlier.consistent-with-agent': 'prior.relief-consistent-with-agent',
  'procedure.role': 'procedure.intent',
  'procedure.level-count': 'procedure.levels',
};

/** The fact whose question asks for another one that nobody can be asked for directly. */
export function askedFor(fact: string): string {
  return INSTEAD[fact] ?? (fact.startsWith('earlier.') || fact === 'history.sessions' ? 'prior.narrative' : fact);
}

/**
 * The questions that the criteria in force on a day put to the record of one procedure, in the order of the criteria. Undefined
 * when no policy and no code of the library knows the procedure.
 */
export function questionList(request: QuestionRequest, law: PreparedPolicies): QuestionList | undefined {
  const { procedure, on, context } = request;
  const named = nameOf(procedure, on, law);
  const concerned = law.policies.filter((policy) => concerns(policy, procedure, named, on, law));
  if (!named && concerned.length === 0) return undefined;
  const payer = payerLine(law.jurisdictions, context.payer);
  const notEvaluated: string[] = [];
  const adopted: { policy: Policy; document: PolicyDocument }[] = [];
  const asked = new Map<string, { facts: FactDeclaration[]; reasons: Reason[] }>();
  const ask = (fact: string, reason?: Reason) => {
    const declared = law.declaration(askedFor(fact));
    if (declared?.question === undefined) return;
    const entry = asked.get(declared.question) ?? { facts: [], reasons: [] };
    if (!entry.facts.includes(declared)) entry.facts.push(declared);
    if (reason && !entry.reasons.some(({ criterion }) => criterion === reason.criterion)) entry.reasons.push(reason);
    asked.set(declared.question, entry);
  };
  for (const fact of RECORD) ask(fact);
  for (const policy of concerned) {
    if (!payer || (!policy.payers.includes(payer.id) && !policy.payers.includes(payer.follows ?? ''))) continue;
    const document = documentInForce(policy, context, on);
    if (!document) {
      notEvaluated.push(`${policy.title}: no document is known for this place on ${on}.`);
      continue;
    }
    adopted.push({ policy, document });
    for (const entry of law.criteria(policy, document, on)) {
      if (!mayApply(entry, policy, named, request)) continue;
      const { document: name, section } = entry.citation;
      const { id, title } = entry.criterion;
      const reason = {
        criterion: id,
        title,
        citation: { document: name, ...(section === undefined ? {} : { section }) },
      };
      for (const fact of factsOf(entry)) ask(fact, reason);
    }
  }
  if (adopted.length === 0 && notEvaluated.length === 0)
    notEvaluated.push(
      'No policy of the library speaks about this procedure for this payer: only what any record says is asked.',
    );
  return { adopted, questions: [...asked].map(([question, entry]) => ({ question, ...entry })), notEvaluated };
}

/** What the word for a procedure says by itself. */
interface Named {
  readonly family?: string | undefined;
  readonly kinds: readonly string[];
}

function nameOf(word: string, on: IsoDate, law: PreparedPolicies): Named | undefined {
  const implied = implicationOf(law.implications, word.toUpperCase(), on);
  if (implied) return { family: implied.family, kinds: implied.kinds ?? [] };
  const wanted = word.toLowerCase();
  const codes = [...law.implications.values()].flat();
  const kind = codes.find(({ kinds }) => kinds?.includes(wanted));
  if (kind) return { family: kind.family, kinds: [wanted] };
  const policy = law.policies.find(({ appliesTo }) => appliesTo.kinds.includes(wanted));
  if (policy) return { family: policy.session.families[0], kinds: [wanted] };
  const families = law.policies.flatMap(({ appliesTo, session }) => [...appliesTo.families, ...session.families]);
  const known = families.includes(wanted) || codes.some(({ family }) => family === wanted);
  return known ? { family: wanted, kinds: [] } : undefined;
}

/** Every word that names a procedure here, for suggestions. */
export function procedureNames(law: PreparedPolicies): string[] {
  const codes = [...law.implications.values()].flat();
  const words = [
    ...law.policies.flatMap(({ appliesTo, session }) => [
      ...session.families,
      ...appliesTo.families,
      ...appliesTo.kinds,
    ]),
    ...codes.flatMap(({ kinds }) => kinds ?? []),
  ];
  return [...new Set(words)].sort((a, b) => (a < b ? -1 : 1));
}

function concerns(policy: Policy, word: string, named: Named | undefined, on: IsoDate, law: PreparedPolicies): boolean {
  if (policy.id === word || policy.id.endsWith(`/${word}`)) return true;
  if (law.judgesCode(policy, word.toUpperCase(), on)) return true;
  const { families, kinds } = policy.appliesTo;
  if (named?.kinds.some((kind) => kinds.includes(kind))) return true;
  // A kind without a policy of its own is judged by its codes.
  const codes = [...law.implications].flatMap(([code, entries]) =>
    entries.some((entry) => entry.kinds?.some((kind) => named?.kinds.includes(kind))) ? [code] : [],
  );
  if (codes.some((code) => law.judgesCode(policy, code, on))) return true;
  if (named?.family === undefined) return false;
  return (
    families.includes(named.family) || (named.kinds.length === 0 && policy.session.families.includes(named.family))
  );
}

/** Drops what the kind of the procedure alone rules out, such as rules for another approach. */
function mayApply(
  entry: CriterionInForce,
  policy: Policy,
  named: Named | undefined,
  { on, openLedger }: QuestionRequest,
): boolean {
  const facts = new Map<string, Fact>();
  const put = (name: string, words: readonly string[]) => {
    const [word] = words;
    if (word === undefined) return;
    facts.set(name, {
      name,
      value: words.length === 1 ? word : undefined,
      evidence: [],
      ...(words.length > 1 && { among: words }),
    });
  };
  put('procedure.family', named?.family === undefined ? [] : [named.family]);
  put('procedure.kind', named?.kinds ?? []);
  const ledger = openLedger(undefined, policy.session, on);
  const scene = sceneFor({ on, policy, ledger: () => ledger, fact: (name) => facts.get(name) });
  return statusOfCriterion(entry, scene).status !== 'not-applicable';
}

/** Every fact that a criterion looks at, in reading order. */
function factsOf({ criterion }: CriterionInForce): string[] {
  const names: string[] = [];
  visitAll(criterion, (clause) => {
    if ('fact' in clause) names.push(clause.fact);
    if ('selector' in clause) names.push('history.sessions', 'history.complete');
  });
  return names;
}
