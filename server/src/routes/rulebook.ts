import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { LAW_ISSUES } from '@interspace/library/issues';
import { findExplanation } from '@interspace/library/explain/find';
import type { Explanation as Explained } from '@interspace/library/explain/explanation';
import { explainIssue } from '@interspace/library/explain/issue';
import { withExample } from '@interspace/library/explain/worked-example';
import { WIRE_ISSUES } from '@interspace/wire/issues';
import { Cut, Day, pageOf } from '../contract/common.ts';
import { Explanation } from '../contract/review-verbs.ts';
import { EditRow, LawDiff, PolicyQuery, PolicyRow, PolicyView } from '../contract/rulebook.ts';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { SERVER_ISSUES } from '../issues.ts';
import { BesideLaw } from '../rulebook/beside-law.ts';
import { lawDiff } from '../rulebook/law-diff.ts';
import { codesOf, criterionViews, policyRows, rowOf } from '../rulebook/policy-views.ts';

const TAG = 'rulebook';
const Rest = z.object({ '*': z.string().max(200) });

const MOST_EXAMPLES = 2000;

/** The law as people read it: policies and their criteria, edits, what changed between two days, what an id stands for. */
export function rulebookRoutes(app: FastifyInstance, deps: Deps): void {
  const law = () => deps.engine.settings.library;
  let beside = { revision: '', files: new BesideLaw(deps.law.root) };
  const files = (): BesideLaw => {
    if (beside.revision !== law().revision) beside = { revision: law().revision, files: new BesideLaw(deps.law.root) };
    return beside.files;
  };
  const open = { tag: TAG, permission: 'rulebook:read', audit: null, transaction: 'own' } as const;

  route(app, deps, {
    ...open,
    method: 'GET',
    url: '/api/policies',
    summary: 'Policies with the documents that adopt them',
    query: PolicyQuery,
    answer: pageOf(PolicyRow),
    handler: async ({ query }) => cut(policyRows(law(), query), query),
  });
  route(app, deps, {
    ...open,
    method: 'GET',
    url: '/api/policies/*',
    summary: 'One policy with its criteria in words; in force on a day and for one document when asked so',
    params: Rest,
    query: z.object({ on: Day.optional(), document: z.string().max(100).optional() }),
    answer: PolicyView,
    handler: async ({ params, query: { on, document } }) => {
      const policy = law().policies.policies.find(({ id }) => id === params['*']);
      if (!policy) throw refuse('server/http/not-found');
      const rules = [];
      for (const view of criterionViews(policy, on, document)) {
        const file = policy.criteria.find(({ id }) => id === view.id)?.file ?? '';
        rules.push({ ...view, cases: await files().cases(file) });
      }
      return {
        ...rowOf(law(), policy),
        ...(on === undefined ? {} : { on }),
        codes: codesOf(law(), policy),
        rules,
        notModelled: await files().notModelled(policy),
      };
    },
  });
  route(app, deps, {
    ...open,
    method: 'GET',
    url: '/api/edits',
    summary: 'Checks of claims with their reasons and sources',
    query: Cut.extend({ code: z.string().max(10).optional(), search: z.string().max(100).optional() }),
    answer: pageOf(EditRow),
    handler: async ({ query }) => {
      const wanted = query.search?.toLowerCase();
      const rows = law()
        .edits.rules.filter(
          ({ id, what, why }) => wanted === undefined || `${id} ${what} ${why}`.toLowerCase().includes(wanted),
        )
        .filter(
          ({ what, citation }) =>
            query.code === undefined || `${what} ${citation.gist}`.includes(query.code.toUpperCase()),
        )
        .map(({ id, what, severity, from, through, citation }) => ({
          id: `edit/${id}`,
          title: what,
          kind: id.split('/')[0] ?? '',
          severity,
          ...(from === undefined ? {} : { from }),
          ...(through === undefined ? {} : { through }),
          citation,
        }));
      return cut(rows, query);
    },
  });
  route(app, deps, {
    ...open,
    method: 'GET',
    url: '/api/library/diff',
    summary: 'What the law of two days says differently',
    query: z.object({ from: Day, to: Day, policy: z.string().max(100).optional() }),
    answer: LawDiff,
    handler: async ({ query: { from, to, policy } }) => {
      const changes = await lawDiff(deps, from, to);
      const own = law().policies.policies.find(({ id }) => id === policy);
      const ids = own && new Set([own.id, ...own.criteria.map(({ id }) => id), ...own.documents.map(({ id }) => id)]);
      return {
        from,
        to,
        changes: changes
          .filter(({ id, documents }) => !ids || ids.has(id) || documents.some((document) => ids.has(document)))
          .map(({ change, kind, id, title, effective, aspects }) => ({
            change,
            kind,
            id,
            title,
            effective: [...effective],
            aspects: aspects.map((one) => ({ ...one, before: [...one.before], after: [...one.after] })),
          })),
      };
    },
  });
  // A case is looked for and judged once for each id and law.
  const examples = new Map<string, Explained>();
  const shown = (found: Explained): Explained => {
    const key = `${law().revision} ${found.id}`;
    const known = examples.get(key) ?? withExample(found, law(), deps.law.root);
    if (examples.size >= MOST_EXAMPLES) examples.clear();
    examples.set(key, known);
    return known;
  };
  route(app, deps, {
    ...open,
    method: 'GET',
    url: '/api/explain/*',
    summary: 'Requirement, dates, citation and confidence behind an id, with a worked example',
    params: Rest,
    answer: Explanation,
    handler: async ({ params }) => {
      const id = params['*'];
      const found = findExplanation(law(), id) ?? explainIssue([SERVER_ISSUES, LAW_ISSUES, WIRE_ISSUES], id);
      if (!found) throw refuse('server/http/not-found');
      const { sections, file, ...rest } = shown(found);
      return {
        ...rest,
        sections: sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
        ...(file === undefined ? {} : { file }),
      };
    },
  });
}

function cut<T>(rows: readonly T[], { offset, limit }: { offset: number; limit: number }) {
  return { total: rows.length, offset, items: rows.slice(offset, offset + limit) };
}
