import type { ComponentType } from 'react';
import type { ClauseResult } from '@interspace/core/model/determination';
import { AllOf } from './all-of.tsx';
import { AnyOf } from './any-of.tsx';
import { Compare } from './compare.tsx';
import { CountAtMost } from './count-at-most.tsx';
import { Criterion } from './criterion.tsx';
import { Documented } from './documented.tsx';
import type { ExplainProps } from './explain-props.ts';
import { Generic } from './generic.tsx';
import { InCodeSet } from './in-code-set.tsx';
import { Includes } from './includes.tsx';
import { Is } from './is.tsx';
import { LastSession } from './last-session.tsx';
import { NOf } from './n-of.tsx';
import { NoneOf } from './none-of.tsx';
import { Overlaps } from './overlaps.tsx';
import { Require } from './require.tsx';
import { SessionsAtLeast } from './sessions-at-least.tsx';
import { Unless } from './unless.tsx';
import { When } from './when.tsx';

/** One component for each operator of the law. */
const OPERATORS: Readonly<Record<string, ComponentType<ExplainProps>>> = {
  criterion: Criterion,
  when: When,
  unless: Unless,
  require: Require,
  'all-of': AllOf,
  'any-of': AnyOf,
  'none-of': NoneOf,
  'n-of': NOf,
  is: Is,
  includes: Includes,
  'at-least': Compare,
  'at-most': Compare,
  'more-than': Compare,
  'less-than': Compare,
  documented: Documented,
  'in-code-set': InCodeSet,
  'only-in-code-set': InCodeSet,
  overlaps: Overlaps,
  'same-as': Overlaps,
  'count-at-most': CountAtMost,
  'sessions-at-least': SessionsAtLeast,
  'last-session': LastSession,
};

/** A clause as it was judged, with everything inside it. An operator that is new here is shown in general words. */
export function Explain({ clause }: { clause: ClauseResult }) {
  const Operator = OPERATORS[clause.operator] ?? Generic;
  return <Operator clause={clause} explain={(part) => <Explain clause={part} />} />;
}
