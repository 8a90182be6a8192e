import { addDays, type IsoDate } from '@interspace/core/model/date';
import type { Criterion, DatedValue, PerDocumentDate } from '@interspace/core/model/law/criterion';
import type { CodeSet } from '@interspace/core/model/law/code-set';
import type { PayerOverlay } from '@interspace/core/model/law/overlay';
import type { Policy, PolicyLaw } from '@interspace/core/model/law/policy';
import { citationInWords, clauseLines, valueInWords } from '../words.ts';
import { always, during, type Entry, type Statement } from './entry.ts';

/** Policies, their documents and criteria, code sets, and who judges where. */
export function entriesOfPolicies({ policies, codeSets, jurisdictions }: PolicyLaw): Entry[] {
  const codesOf = (policy: Policy) =>
    codeSets.find(({ name }) => name === policy.appliesTo.codes)?.members.flatMap(({ codes }) => codes) ?? [];
  return [
    ...policies.flatMap((policy) => {
      const codes = [...new Set(codesOf(policy))];
      return [
        ofPolicy(policy, codes),
        ...ofDocuments(policy, codes),
        ...policy.criteria.map((one) => ofCriterion(one, policy, codes)),
      ];
    }),
    ...codeSets.map(ofCodeSet),
    ...ofStates({ jurisdictions }),
    ...(jurisdictions.overlays ?? []).map((overlay) => ofOverlay(overlay, jurisdictions)),
  ];
}

function ofPolicy(policy: Policy, codes: readonly string[]): Entry {
  const { appliesTo, session } = policy;
  return {
    kind: 'policy',
    id: policy.id,
    title: policy.title,
    file: policy.file,
    documents: idsOf(policy),
    codes,
    aspects: {
      payers: always(policy.payers),
      'applies to': always([...appliesTo.families, ...appliesTo.kinds, appliesTo.codes]),
      'does not speak about': always(appliesTo.unless && clauseLines(appliesTo.unless)),
      'one session': always([
        `families ${session.families.join(', ')}`,
        `a session exactly one window ago ${session.windowStart === 'inclusive' ? 'still counts' : 'counts no more'} (${session.windowStanding})`,
        ...Object.entries(session.regionGroups).map(([group, regions]) => `${group}: ${regions.join(', ')}`),
        ...session.roles.map(
          ({ role, kinds, modifier, intent }) =>
            `${role}: ${[...(kinds ?? []), modifier, intent].filter(Boolean).join(', ') || 'otherwise'}`,
        ),
      ]),
      sources: always(Object.values(policy.citations).map(citationInWords)),
    },
  };
}

/** A document once, however many places and periods it has. */
function ofDocuments(policy: Policy, codes: readonly string[]): Entry[] {
  return idsOf(policy).map((id): Entry => {
    const own = policy.documents.filter((document) => document.id === id);
    return {
      kind: 'document',
      id,
      title: own.find(({ title }) => title !== undefined)?.title ?? policy.title,
      file: policy.file,
      documents: [id],
      codes,
      aspects: {
        'judges in': own.flatMap((document) =>
          (document.jurisdictions === 'all' ? ['every jurisdiction'] : document.jurisdictions).map((place) =>
            during(
              document,
              `${place} (${document.issuer})${document.article === undefined ? '' : ` with ${document.article}`}`,
            ),
          ),
        ),
        standing: own.flatMap((document) =>
          [document.confidence, document.standing].flatMap((text) =>
            text === undefined ? [] : [during(document, text)],
          ),
        ),
      },
    };
  });
}

function ofCriterion(criterion: Criterion, policy: Policy, codes: readonly string[]): Entry {
  const documents = criterion.documents ?? idsOf(policy);
  const { finding } = criterion;
  return {
    kind: 'criterion',
    id: criterion.id,
    title: criterion.title,
    file: criterion.file,
    documents,
    codes,
    aspects: {
      title: always(criterion.title),
      standing: always(`${criterion.status}; confidence ${criterion.confidence}; ${criterion.standing}`),
      'applies when': always(criterion.when && clauseLines(criterion.when)),
      'does not apply when': always(criterion.unless && clauseLines(criterion.unless)),
      requires: always(clauseLines(criterion.require)),
      values: Object.entries(criterion.params).flatMap(([name, values]) => valuesOf(name, values)),
      'in force': periodsOf(criterion, documents),
      'under documents': always(criterion.documents),
      'silence of the chart': always(criterion.silence),
      'when it is not met': always([finding.severity, finding.what, finding.why, finding.do]),
      sources: always(Object.values(criterion.citations).map(citationInWords)),
    },
  };
}

/** Each dated value ends the day before the next one for the same documents begins. */
function valuesOf(name: string, values: readonly DatedValue[]): Statement[] {
  const scope = (value: DatedValue) => value.documents?.join(', ') ?? '';
  return values.map((value) => {
    const later = values
      .filter((other) => scope(other) === scope(value) && (other.from ?? '') > (value.from ?? ''))
      .map(({ from }) => from as IsoDate)
      .sort()[0];
    const sure = [scope(value) && `for ${scope(value)}`, value.confidence, value.standing].filter(Boolean);
    const text = `${name} = ${valueInWords(value.value)}${sure.length === 0 ? '' : ` (${sure.join('; ')})`}`;
    return during({ from: value.from, through: later && addDays(later, -1) }, text);
  });
}

/** Where a criterion has dates of its own, the documents that it is in force under. */
function periodsOf({ effective, ends }: Criterion, documents: readonly string[]): Statement[] {
  if (!effective && !ends) return [];
  const of = (dates: PerDocumentDate | undefined, id: string) => dates?.documents[id] ?? dates?.default;
  return documents.map((id) => during({ from: of(effective, id), through: of(ends, id) }, `under ${id}`));
}

function ofCodeSet(set: CodeSet): Entry {
  const members = set.members.flatMap((member) => {
    const scope = member.documents === undefined ? '' : ` (${member.documents.join(', ')})`;
    return [
      ...member.codes.map((code) => during(member, `${code}${scope}`)),
      ...member.under.map((prefix) => during(member, `everything under ${prefix}${scope}`)),
    ];
  });
  return {
    kind: 'code set',
    id: set.name,
    title: set.title,
    file: set.file,
    documents: [...new Set(set.members.flatMap(({ documents }) => documents ?? []))],
    codes: [...new Set(set.members.flatMap(({ codes }) => codes))],
    aspects: {
      standing: always(`confidence ${set.confidence}; ${set.standing}`),
      codes: members,
      sources: always(Object.values(set.citations).map(citationInWords)),
    },
  };
}

function ofStates({ jurisdictions }: Pick<PolicyLaw, 'jurisdictions'>): Entry[] {
  const states = [...new Set(jurisdictions.states.map(({ state }) => state))];
  return states.map((state) => ({
    kind: 'state',
    id: state,
    title: `Who judges in ${state}`,
    documents: [],
    codes: [],
    aspects: {
      'judged by': jurisdictions.states
        .filter((one) => one.state === state)
        .map((one) => during(one, `${one.jurisdiction} (${jurisdictions.jurisdictions[one.jurisdiction] ?? ''})`)),
    },
  }));
}

/** What a payer says beside the criteria that are judged. */
function ofOverlay(overlay: PayerOverlay, { citations }: PolicyLaw['jurisdictions']): Entry {
  const { id, title, file, appliesTo, state, position, says, conditions, confidence, standing, cite } = overlay;
  const cited = citations[cite];
  return {
    kind: 'payer rule',
    id,
    title,
    file,
    documents: [],
    codes: appliesTo.codes,
    aspects: {
      'in force': [during(overlay, `${state}, ${position}; confidence ${confidence}; ${standing}`)],
      'applies to': always([...appliesTo.codes, ...appliesTo.families, ...appliesTo.kinds]),
      says: always([says, ...conditions, overlay.do]),
      sources: always(cited && citationInWords(cited)),
    },
  };
}

function idsOf(policy: Policy): string[] {
  return [...new Set(policy.documents.map(({ id }) => id))];
}
