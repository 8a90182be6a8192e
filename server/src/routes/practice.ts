import type { FastifyInstance } from 'fastify';
import { PracticeDetails } from '../contract/practice.ts';
import type { Deps } from '../http/deps.ts';
import { route } from '../http/route.ts';
import { keepPracticeDetails, practiceDetails } from '../practice/details.ts';

/** What claims say of the practice: who bills, from where, at which charges, to which payers. */
export function practiceRoutes(app: FastifyInstance, deps: Deps): void {
  route(app, deps, {
    method: 'GET',
    url: '/api/practice',
    summary: 'What claims say of the practice: billing provider, charges, payers',
    tag: 'Practice',
    permission: 'signed-in',
    answer: PracticeDetails,
    audit: null,
    handler: async ({ tx }) => practiceDetails(tx),
  });
  route(app, deps, {
    method: 'PUT',
    url: '/api/practice',
    summary: 'Set what claims say of the practice',
    tag: 'Practice',
    permission: 'accounts:write',
    body: PracticeDetails,
    answer: PracticeDetails,
    transaction: 'own',
    audit: { action: 'practice.change' },
    handler: async ({ body, actor, inTx }) => {
      await keepPracticeDetails(deps.database.db, actor, body);
      return inTx(async (tx) => practiceDetails(tx));
    },
  });
}
