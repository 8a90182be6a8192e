import type { IsoDate } from '../model/date.ts';
import { payerLine } from '../model/law/jurisdiction.ts';
import { documentInForce, type CodeImplication, type Policy, type PolicyDocument } from '../model/law/policy.ts';
import type { LineView } from '../model/line-view.ts';
import { implicationOf } from './code-facts.ts';
import { isOutside } from './is-outside.ts';
import { noCode, noDate, noDocument, noPayer, noPlace, notThisUse } from './no-policy.ts';
import type { Occasion } from './occasion.ts';
import type { PreparedPolicies } from './prepare.ts';
import { NONE } from './scene.ts';

/** A policy that judges a line, and its document that is in force at the place. */
export interface Judging {
  readonly policy: Policy;
  readonly document: PolicyDocument;
}

/** Under what a line is judged; where there is nothing, why, in words, or undefined where no words are needed. */
export function documentsOf(
  line: LineView,
  occasion: Occasion,
  law: PreparedPolicies,
): readonly Judging[] | string | undefined {
  const { context } = occasion.request;
  const on = context.dateOfService;
  const implied = implicationOf(law.implications, line.code, on);
  const policies = law.policies.filter(
    (policy) => policy.about !== 'record' && concerns(policy, line, implied, on, law),
  );
  if (policies.length === 0 && (line.kind ?? implied?.lineKind ?? 'procedure') !== 'procedure') return undefined;
  if (on === undefined) return noDate();
  const payer = payerLine(law.jurisdictions, context.payer);
  if (!payer) return noPayer(context.payer);
  const judging = policies.filter(
    (policy) => policy.payers.includes(payer.id) || policy.payers.includes(payer.follows ?? ''),
  );
  if (judging.length === 0)
    return line.code === '' ? noCode() : `No coverage policy in the library speaks about code ${line.code}.`;
  const judged: Judging[] = [];
  const outside: Policy[] = [];
  for (const policy of judging) {
    const document = documentInForce(policy, context, on);
    if (!document) continue;
    if (isOutside(policy, line, occasion, law)) outside.push(policy);
    else judged.push({ policy, document });
  }
  if (judged.length > 0) return judged;
  if (outside.length > 0) return notThisUse(outside);
  const placed = context.contractor !== undefined || context.jurisdiction !== undefined;
  return placed ? noDocument(judging, context, on, law.jurisdictions) : noPlace(context.state);
}

/** A policy concerns a line by its code, or by the procedure that the line stands for. */
function concerns(
  policy: Policy,
  line: LineView,
  implied: CodeImplication | undefined,
  on: IsoDate | undefined,
  law: PreparedPolicies,
): boolean {
  if (line.kind !== undefined && line.kind !== 'procedure') return false;
  if (on !== undefined && law.judgesCode(policy, line.code, on)) return true;
  if (implied && implied.lineKind !== 'procedure') return false;
  const { families, kinds } = policy.appliesTo;
  const family = line.procedure?.family ?? implied?.family;
  if (family !== undefined && families.includes(family)) return true;
  if (line.procedure) return kinds.includes(line.procedure.kind);
  const possible = implied?.kinds ?? NONE;
  return possible.length > 0 && possible.every((kind) => kinds.includes(kind));
}
