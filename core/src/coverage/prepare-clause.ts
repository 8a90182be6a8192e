import type { Clause, Operator } from '../model/law/clause.ts';
import type { Frame, OperatorFunction, PrepareClause, PreparedClause } from './scene.ts';
import { allOf } from './operators/all-of.ts';
import { anyOf } from './operators/any-of.ts';
import { compare } from './operators/compare.ts';
import { countAtMost } from './operators/count-at-most.ts';
import { documented } from './operators/documented.ts';
import { inCodeSet } from './operators/in-code-set.ts';
import { includes } from './operators/includes.ts';
import { is } from './operators/is.ts';
import { lastSession } from './operators/last-session.ts';
import { nOf } from './operators/n-of.ts';
import { noneOf } from './operators/none-of.ts';
import { overlaps } from './operators/overlaps.ts';
import { sessionsAtLeast } from './operators/sessions-at-least.ts';

const OPERATORS: { readonly [O in Operator]: OperatorFunction<O> } = {
  'all-of': allOf,
  'any-of': anyOf,
  'none-of': noneOf,
  'n-of': nOf,
  is,
  includes,
  'at-least': compare,
  'at-most': compare,
  'more-than': compare,
  'less-than': compare,
  documented,
  'in-code-set': inCodeSet,
  'only-in-code-set': inCodeSet,
  overlaps,
  'same-as': overlaps,
  'count-at-most': countAtMost,
  'sessions-at-least': sessionsAtLeast,
  'last-session': lastSession,
};

/** Makes a clause and its parts ready: what no line changes is looked up here, once. */
export const prepareClause: PrepareClause = (clause, frame) => {
  const operator = OPERATORS[clause.operator] as unknown as (
    clause: Clause,
    frame: Frame,
    prepare: PrepareClause,
  ) => PreparedClause;
  const { status, judge } = operator(clause, frame, prepareClause);
  return {
    status,
    judge: (scene) => {
      const result = judge(scene);
      scene.watch?.(clause, result.status);
      return result;
    },
  };
};
