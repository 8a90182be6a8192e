import type { z } from 'zod';
import type { IsoDate } from '@interspace/core/model/date';
import type { Library } from '@interspace/core/model/library';
import type { Criterion, LawCitation } from '@interspace/core/model/law/criterion';
import type { Policy, PolicyDocument } from '@interspace/core/model/law/policy';
import { isInForce } from '@interspace/core/model/period';
import { clauseLines, valueInWords } from '@interspace/library/words';
import type { CriterionView, PolicyQuery, PolicyRow } from '../contract/rulebook.ts';

type Query = z.output<typeof PolicyQuery>;

/** Policies that fit what somebody looks for. */
export function policyRows(library: Library, { code, contractor, state, on, search }: Query): PolicyRow[] {
  const wanted = search?.toLowerCase();
  return library.policies.policies
    .filter((policy) => code === undefined || speaksOf(library, policy, code.toUpperCase()))
    .filter((policy) => wanted === undefined || wordsOf(policy).includes(wanted))
    .map((policy) => rowOf(library, policy))
    .map((row) => ({
      ...row,
      documents: row.documents.filter(
        (document) =>
          (contractor === undefined || document.contractor === contractor) &&
          (state === undefined || document.states.includes(state.toUpperCase())) &&
          (on === undefined || ((document.from ?? '') <= on && on <= (document.through ?? '9999'))),
      ),
    }))
    .filter(({ documents }) => documents.length > 0);
}

export function rowOf(library: Library, policy: Policy): PolicyRow {
  return {
    id: policy.id,
    title: policy.title,
    payer: policy.payers.map((payer) => payerTitle(library, payer)).join(', '),
    criteria: policy.criteria.length,
    documents: policy.documents.map((document) => documentView(library, document)),
  };
}

function documentView(library: Library, document: PolicyDocument): PolicyRow['documents'][number] {
  const { id, article, issuer, jurisdictions, title, from, through } = document;
  const { states, contractors } = library.policies.jurisdictions;
  const places = states.filter((one) => jurisdictions === 'all' || jurisdictions.includes(one.jurisdiction));
  return {
    document: id,
    ...(article === undefined ? {} : { article }),
    contractor: contractors[issuer] ?? issuer,
    ...(title === undefined ? {} : { title }),
    ...(from === undefined ? {} : { from }),
    ...(through === undefined ? {} : { through }),
    states: [...new Set(places.map(({ state }) => state))].toSorted(),
  };
}

/** The criteria of a policy in force on a day and for a document, in our words. Without a day: all of them. */
export function criterionViews(policy: Policy, on: IsoDate | undefined, document: string | undefined) {
  return policy.criteria
    .filter((one) => document === undefined || (one.documents?.includes(document) ?? true))
    .filter((one) => on === undefined || inForce(one, on, document))
    .map((one) => criterionView(one, policy, on, document));
}

function inForce({ effective, ends }: Criterion, on: IsoDate, document: string | undefined): boolean {
  const dated = (date: Criterion['effective']): IsoDate | undefined =>
    (document === undefined ? undefined : date?.documents[document]) ?? date?.default;
  const [from, through] = [dated(effective), dated(ends)];
  return isInForce({ ...(from ? { from } : {}), ...(through ? { through } : {}) }, on);
}

function criterionView(
  one: Criterion,
  policy: Policy,
  on: IsoDate | undefined,
  document: string | undefined,
): Omit<CriterionView, 'cases'> {
  const values = Object.entries(one.params).flatMap(([name, dated]) =>
    dated
      .filter((value) => document === undefined || (value.documents?.includes(document) ?? true))
      .filter(
        ({ from }, at) =>
          on === undefined || ((from ?? '') <= on && !dated.slice(at + 1).some((next) => (next.from ?? '9999') <= on)),
      )
      .map(({ value, from }) => `  ${name}: ${valueInWords(value)}${from === undefined ? '' : ` (from ${from})`}`),
  );
  const from = one.effective?.default;
  const through = one.ends?.default;
  return {
    id: one.id,
    title: one.title,
    says: [
      ...(one.when ? ['when', ...clauseLines(one.when, '  ')] : []),
      ...(one.unless ? ['unless', ...clauseLines(one.unless, '  ')] : []),
      'required',
      ...clauseLines(one.require, '  '),
      ...(values.length > 0 ? ['values', ...values] : []),
    ],
    severity: one.finding.severity,
    confidence: one.confidence,
    standing: one.standing,
    status: one.status,
    ...(from === undefined ? {} : { from }),
    ...(through === undefined ? {} : { through }),
    documents: [...(one.documents ?? policy.documents.map(({ id }) => id))],
    citations: Object.values(one.citations).map((cite) => ({ ...cite, confidence: confidenceOf(cite, one) })),
  };
}

function confidenceOf(cite: LawCitation, one: Criterion): Criterion['confidence'] {
  return cite.confidence ?? one.confidence;
}

/** The codes that a policy is about. */
export function codesOf({ policies }: Library, policy: Policy): string[] {
  const set = policies.codeSets.find(({ name }) => name === policy.appliesTo.codes);
  const members = set?.members.flatMap(({ codes }) => codes) ?? [];
  const implied = policies.implications.filter(
    ({ family, kinds }) =>
      (family !== undefined && policy.appliesTo.families.includes(family)) ||
      kinds?.some((kind) => policy.appliesTo.kinds.includes(kind)) === true,
  );
  return [...new Set([...members, ...implied.map(({ code }) => code)])].toSorted();
}

function speaksOf(library: Library, policy: Policy, code: string): boolean {
  return codesOf(library, policy).includes(code);
}

function wordsOf({ id, title, documents, criteria }: Policy): string {
  return [
    id,
    title,
    ...documents.flatMap((one) => [one.id, one.article, one.title, one.issuer]),
    ...criteria.map((one) => one.title),
  ]
    .join('\n')
    .toLowerCase();
}

function payerTitle({ policies }: Library, id: string): string {
  return policies.jurisdictions.payers.find((one) => one.id === id)?.title ?? id;
}
