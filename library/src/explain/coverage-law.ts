import type { Criterion, DatedValue } from '@interspace/core/model/law/criterion';
import type { Policy, PolicyDocument, PolicyLaw } from '@interspace/core/model/law/policy';
import { explanation, type Explanation } from './explanation.ts';
import { citationInWords, clauseLines, periodInWords, referenceInWords, valueInWords } from '../words.ts';

export function explainCriterion({ policies }: PolicyLaw, id: string): Explanation | undefined {
  for (const policy of policies)
    for (const criterion of policy.criteria) if (criterion.id === id) return criterionInWords(criterion, policy);
  return undefined;
}

function criterionInWords(criterion: Criterion, policy: Policy): Explanation {
  const { finding } = criterion;
  const adopted = policy.documents.filter(({ id }) => criterion.documents?.includes(id) ?? true);
  const dates = [
    criterion.effective?.default && `from ${criterion.effective.default}`,
    ...Object.entries(criterion.effective?.documents ?? {}).map(([document, on]) => `${document} from ${on}`),
    criterion.ends?.default && `until ${criterion.ends.default}`,
    ...Object.entries(criterion.ends?.documents ?? {}).map(([document, on]) => `${document} until ${on}`),
  ];
  return explanation(
    criterion.id,
    `criterion of ${policy.title}`,
    criterion.title,
    {
      Standing: `${criterion.status}; confidence ${criterion.confidence}; ${criterion.standing}${criterion.silence === 'tolerated' ? '; silence of the chart is tolerated' : ''}`,
      'Applies when': criterion.when ? clauseLines(criterion.when) : 'always',
      'Does not apply when': criterion.unless && clauseLines(criterion.unless),
      Requires: clauseLines(criterion.require),
      Values: Object.entries(criterion.params).flatMap(([name, values]) =>
        values.map((value) => valueLine(name, value)),
      ),
      Dates: dates,
      Documents: documentsInWords(adopted),
      'When it is not met': [`${finding.severity}: ${finding.what}`, finding.why, finding.do],
      Sources: Object.values(criterion.citations).map(citationInWords),
      'To read on (nothing is judged by it)': [
        ...new Set([...(criterion.references ?? []), ...(policy.references ?? [])].map(referenceInWords)),
      ],
      'Rows of the policy that it models': criterion.satisfies.join(', '),
    },
    criterion.file,
  );
}

function valueLine(name: string, { value, from, documents, cite, confidence, standing }: DatedValue): string {
  const scope = [
    from === undefined ? '' : `from ${from}`,
    documents === undefined ? '' : `for ${documents.join(', ')}`,
    confidence ?? '',
    standing ?? '',
  ];
  return `${name} = ${valueInWords(value)} (${[...scope, `see ${cite}`].filter((text) => text !== '').join('; ')})`;
}

function documentsInWords(documents: Policy['documents']): string[] {
  return documents.map(
    ({ id, article, issuer, jurisdictions, ...period }) =>
      `${id}${article === undefined ? '' : ` with ${article}`}: ${issuer}, ${jurisdictions === 'all' ? 'everywhere' : jurisdictions.join(', ')}, ${periodInWords(period)}`,
  );
}

export function explainPolicy({ policies }: PolicyLaw, id: string): Explanation | undefined {
  const policy = policies.find((one) => one.id === id);
  if (!policy) return undefined;
  return policyInWords(policy, id, 'policy', policy.title);
}

/** A contractor's document: the policy that it adopts, and where and when. */
export function explainDocument({ policies }: PolicyLaw, id: string): Explanation | undefined {
  const wanted = id.toUpperCase();
  const isMeant = (one: PolicyDocument) => one.id.toUpperCase() === wanted || one.article?.toUpperCase() === wanted;
  const policy = policies.find(({ documents }) => documents.some(isMeant));
  if (!policy) return undefined;
  const own = policy.documents.filter(isMeant);
  const name = own.find((one) => one.id.toUpperCase() === wanted)?.id ?? own[0]?.article ?? wanted;
  return policyInWords({ ...policy, documents: own }, name, 'document', own[0]?.title ?? policy.title);
}

function policyInWords(policy: Policy, id: string, kind: string, title: string): Explanation {
  return explanation(
    id,
    kind,
    title,
    {
      Policy: policy.id,
      Payers: policy.payers.join(', '),
      Documents: documentsInWords(policy.documents),
      'Applies to': [...policy.appliesTo.kinds, ...policy.appliesTo.families].join(', '),
      Criteria: policy.criteria.map((criterion) => `${criterion.id}: ${criterion.title}`),
      Sources: Object.values(policy.citations).map(citationInWords),
      'To read on (nothing is judged by it)': policy.references?.map(referenceInWords),
    },
    policy.file,
  );
}

export function explainCodeSet({ codeSets }: PolicyLaw, id: string): Explanation | undefined {
  const set = codeSets.find(({ name }) => name === id);
  if (!set) return undefined;
  const members = set.members.map(({ codes, under, documents, ...period }) => {
    const count = codes.length > 12 ? `${codes.slice(0, 12).join(' ')} and ${codes.length - 12} more` : codes.join(' ');
    const prefixes = under.length === 0 ? '' : ` everything under ${under.join(' ')}`;
    return `${count}${prefixes} (${periodInWords(period)}${documents === undefined ? '' : `, ${documents.join(', ')}`})`;
  });
  return explanation(
    set.name,
    `code set (${set.system})`,
    set.title,
    {
      Standing: `confidence ${set.confidence}; ${set.standing}`,
      Members: members,
      Sources: Object.values(set.citations).map(citationInWords),
    },
    set.file,
  );
}
