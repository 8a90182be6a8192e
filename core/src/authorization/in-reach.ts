import type { Program } from '../model/law/program.ts';
import { isInForce } from '../model/period.ts';
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

/**
 * All of the programs that decides what they say of services of this payer in this place, on whatever day: its dates are
 * the only ones on which the answer can change.
 */
export function lawInReach(context: ResolvedContext, law: PreparedPrograms): readonly unknown[] {
  const { payer, state } = context;
  const always = { ...context, dateOfService: undefined };
  const { own, ofKind } = law.speakingTo(payer);
  const inReach = [...own, ...ofKind].filter((program) => program.lists.length === 0 || !elsewhere(program, always));
  return [
    // Whether a program of its own is in force decides whether those of its kind are asked.
    ...(ofKind.length === 0 ? [] : own.map(({ from, through }) => ({ from, through }))),
    ...inReach.map(({ states, ...program }) => [program, states?.filter((one) => one.state === state)]),
  ];
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
