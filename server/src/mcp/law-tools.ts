import { z } from 'zod';
import type { IsoDate } from '@interspace/core/model/date';
import { explainableIds, findExplanation } from '@interspace/library/explain/find';
import { explainIssue } from '@interspace/library/explain/issue';
import { LAW_ISSUES } from '@interspace/library/issues';
import { WIRE_ISSUES } from '@interspace/wire/issues';
import { criterionViews, policyRows } from '../rulebook/policy-views.ts';
import { cite } from './brief.ts';
import { tool, Unanswerable, type Tool } from './tool.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const explain = tool({
  name: 'explain',
  title: 'Explain an id',
  description:
    'Requirement, dates, citation and confidence behind an id: a criterion, edit, finding, policy, document number, fact, program or payer, as it stands in another answer.',
  input: z.object({ id: z.string().min(1).max(200) }).strict(),
  run: async ({ id }, deps) => {
    const library = deps.library();
    const found = findExplanation(library, id) ?? explainIssue([LAW_ISSUES, WIRE_ISSUES], id);
    if (found) return found;
    const near = [...explainableIds(library)].filter((one) => one.includes(id.toLowerCase())).slice(0, 8);
    throw new Unanswerable(
      `Nothing is known as "${id}".${near.length === 0 ? '' : ` Ids with it: ${near.join(', ')}.`} Do not invent what it might mean.`,
    );
  },
});

const policies = tool({
  name: 'policies',
  title: 'Look up policies',
  description:
    'Coverage policies of the library with the documents that adopt them: by code, words, state, contractor and day; or one policy with its criteria in force. What is not listed is not known here; that is not the same as no policy.',
  input: z
    .object({
      policy: z
        .string()
        .max(100)
        .optional()
        .describe('Id of one policy, such as medicare/epidural, to get its criteria.'),
      document: z.string().max(100).optional().describe('One document of the policy.'),
      code: z.string().max(10).optional(),
      search: z.string().max(100).optional(),
      state: z.string().length(2).optional(),
      contractor: z.string().max(60).optional(),
      on: Day.optional().describe('Date of service; today when absent.'),
    })
    .strict(),
  run: async ({ policy: wanted, document, on, ...query }, deps) => {
    const library = deps.library();
    const day = (on ?? deps.today()) as IsoDate;
    if (wanted === undefined) {
      const found = policyRows(library, { ...query, on: day } as Parameters<typeof policyRows>[1]);
      return {
        on: day,
        policies: found,
        ...(found.length === 0
          ? { nothingKnown: 'The library knows no policy for this. Coverage cannot be said.' }
          : {}),
      };
    }
    const policy = library.policies.policies.find(({ id }) => id === wanted);
    if (!policy)
      throw new Unanswerable(
        `The library knows no policy "${wanted}". Known: ${library.policies.policies.map(({ id }) => id).join(', ')}.`,
      );
    return {
      on: day,
      policy: policyRows(library, { search: undefined } as Parameters<typeof policyRows>[1]).find(
        ({ id }) => id === wanted,
      ),
      criteria: criterionViews(policy, day, document).map((view) => slim(view)),
    };
  },
});

/** A criterion without where it is kept; its citations in one line each. */
function slim(view: object): object {
  const { citations, ...rest } = view as { citations?: unknown };
  const cited = Array.isArray(citations)
    ? citations.map((one: unknown) =>
        typeof one === 'object' && one !== null && 'gist' in one && 'document' in one && 'confidence' in one
          ? cite(one as Parameters<typeof cite>[0])
          : one,
      )
    : citations;
  return { ...rest, ...(cited === undefined ? {} : { citations: cited }) };
}

export const LAW_TOOLS: readonly Tool[] = [explain, policies];
