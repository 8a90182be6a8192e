import type { FastifyInstance } from 'fastify';
import { Vocabulary } from '../contract/vocabulary.ts';
import { vocabularyOf } from '../engine/vocabulary.ts';
import type { Deps } from '../http/deps.ts';
import { route } from '../http/route.ts';

/** The words that forms offer. They are made once for each edition of the library. */
export function vocabularyRoutes(app: FastifyInstance, deps: Deps): void {
  let made: Vocabulary | undefined;
  route(app, deps, {
    method: 'GET',
    url: '/api/vocabulary',
    summary: 'Facts, payers, procedures, places and drugs by the words of the library',
    tag: 'rulebook',
    permission: 'rulebook:read',
    answer: Vocabulary,
    trusted: true,
    audit: null,
    handler: async () => {
      const { library } = deps.engine.settings;
      if (made?.revision !== library.revision) made = vocabularyOf(library);
      return made;
    },
  });
}
