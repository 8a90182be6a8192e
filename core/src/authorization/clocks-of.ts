import { factValue, type FactSheet } from '../model/fact.ts';
import type { Program, ProgramClock } from '../model/law/program.ts';
import { isInForce } from '../model/period.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import type { Authorization } from '../model/review.ts';
import { clockInWords, dueDay, isLate, moment, type Moment } from './clock.ts';

type Asked = { readonly context: ResolvedContext; readonly facts: FactSheet };

/** How long the payer has, and whether it kept to it when both days are stated. */
export function clocksOf(
  { clocks }: Program,
  { context, facts }: Asked,
  kind: string | undefined,
): Authorization['clocks'] {
  const asked = momentOf(facts, 'authorization.requested-at');
  const answered = momentOf(facts, 'authorization.answered-at');
  const urgency = factValue(facts, 'authorization.urgency');
  const on = asked?.day ?? context.dateOfService;
  const own = (clocks ?? []).filter(
    (clock) =>
      (clock.payerKinds === undefined || (kind !== undefined && clock.payerKinds.includes(kind))) &&
      (on === undefined || isInForce(clock, on)) &&
      (urgency === undefined || clock.urgency === urgency),
  );
  return own.length === 0 ? undefined : own.map((clock) => told(clock, asked, answered, urgency !== undefined));
}

function told(clock: ProgramClock, asked: Moment | undefined, answered: Moment | undefined, certain: boolean) {
  // Nothing is late by a clock of which nobody said that it runs.
  const late = asked && answered && certain ? isLate(clock, asked, answered) : undefined;
  return {
    urgency: clock.urgency,
    within: clockInWords(clock),
    due: asked && dueDay(clock, asked.day),
    late,
    citation: clock.citation,
  };
}

function momentOf(facts: FactSheet, name: string): Moment | undefined {
  const value = factValue(facts, name);
  return typeof value === 'string' ? moment(value) : undefined;
}
