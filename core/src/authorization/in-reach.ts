import type { Program } from '../model/law/program.ts';
import { isInForce, type EffectivePeriod } from '../model/period.ts';
import type { ResolvedContext } from '../model/resolved-context.ts';
import { elsewhere, names } from './listed.ts';
import type { PreparedPrograms } from './prepare-programs.ts';

/** Programs that may have something to say of services of this payer, in this place and on this day. */
export function programsInReach(context: ResolvedContext, law: PreparedPrograms): readonly Program[] {
  const { payer, dateOfService: on } = context;
  return law
    .programsOf(payer, on)
    .filter(
      (program) =>
        (on === undefined || isInForce(program, on)) && (program.lists.length === 0 || !elsewhere(program, context)),
    );
}

/** What decides on whatever day what programs say of services of this payer in this place. */
export interface LawInReach {
  /** All that may speak, with no other states than this one. */
  readonly programs: readonly Program[];
  /** What decides which of them are asked. */
  readonly periods: readonly EffectivePeriod[];
}

/** On days on which nothing of this changes the answer is the same, and nothing changes it but programs that look at a line. */
export function lawInReach(context: ResolvedContext, law: PreparedPrograms): LawInReach {
  const { payer, state } = context;
  const always = { ...context, dateOfService: undefined };
  const { own, ofKind } = law.speakingTo(payer);
  return {
    programs: [...own, ...ofKind]
      .filter((program) => program.lists.length === 0 || !elsewhere(program, always))
      .map(({ states, ...program }) => ({
        ...program,
        ...(states && { states: states.filter((one) => one.state === state) }),
      })),
    // Whether a program of its own is in force decides whether those of its kind are asked.
    periods: ofKind.length === 0 ? [] : own.map(({ from, through }) => ({ from, through })),
  };
}

/**
 * Whether a program looks at a line at all. Lines that it does not look at change nothing of what it says of the others;
 * a claim with no other lines has nothing said of it.
 */
export function looksAt(
  { lists, outside, partial, unless }: Program,
  line: { readonly code: string; readonly modifiers: readonly string[]; readonly revenueCode?: string | undefined },
): boolean {
  if (lists.length === 0 || partial) return true;
  const { code, modifiers, revenueCode } = line;
  return (
    lists.some((list) => names(list, code) || list.with?.includes(code) === true) ||
    (outside?.some(({ codes }) => codes.includes(code)) ?? false) ||
    (unless?.some(
      ({ modifier, revenue }) =>
        (modifier !== undefined && modifiers.includes(modifier)) ||
        (revenue !== undefined && revenueCode?.startsWith(revenue) === true),
    ) ??
      false)
  );
}
