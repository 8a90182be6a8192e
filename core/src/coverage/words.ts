import { durationInWords, isDuration, type Duration } from '../model/duration.ts';
import type { Fact, FactDeclaration, FactValue } from '../model/fact.ts';
import type { Limit, Selector } from '../model/law/clause.ts';
import type { ParamValue } from '../model/law/criterion.ts';
import { paramOf, type Frame } from './scene.ts';

/** `pain.duration-weeks` → `pain duration`: the name without its unit. */
export function factInWords(name: string, declaration: FactDeclaration | undefined): string {
  const words = name.replaceAll(/[.-]/g, ' ');
  const unit = declaration?.unit;
  return unit && words.endsWith(` ${unit}`) ? words.slice(0, -unit.length - 1) : words;
}

/** A value as a person would say it; `not stated` for unknown. */
export function valueInWords(fact: Fact | undefined, declaration: FactDeclaration | undefined): string {
  if (fact?.conflict) return 'stated in contradictory ways';
  if (fact?.value === undefined) return 'not stated';
  return `${plain(fact.value)}${typeof fact.value === 'number' ? unitSuffix(declaration) : ''}`;
}

export function plain(value: FactValue | ParamValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object' && 'amount' in value) return durationInWords(value);
  return typeof value === 'object' ? (value.length === 0 ? 'none' : value.join(', ')) : String(value);
}

/** The number or duration that a limit stands for on this date. */
export function limitValue(limit: Limit, frame: Frame): number | Duration {
  if ('value' in limit) return limit.value;
  const { value } = paramOf(frame, limit.param);
  return typeof value === 'string' ? Number(value) : value;
}

export function limitInWords(limit: Limit, frame: Frame, declaration?: FactDeclaration): string {
  const value = limitValue(limit, frame);
  return isDuration(value) ? durationInWords(value) : `${value}${unitSuffix(declaration)}`;
}

/** `ablation sessions, same region group, within 12 months`. */
export function selectorInWords(selector: Selector, frame: Frame): string {
  const what = [...(selector.roles ?? []), ...(selector.kinds ?? selector.families ?? [])].join(' or ');
  const same = selector.same.map((key) => key.replace('-', ' ')).join(' and ');
  const within = selector.within === undefined ? '' : ` within ${plain(paramOf(frame, selector.within).value)}`;
  return `${what ? `${what} ` : ''}sessions${same ? ` of the same ${same}` : ''}${within}`;
}

function unitSuffix(declaration: FactDeclaration | undefined): string {
  const unit = declaration?.unit;
  return unit === undefined ? '' : unit === 'percent' ? ' %' : ` ${unit}`;
}
