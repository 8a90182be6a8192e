import type { IsoDate } from '@interspace/core/model/date';
import { addDays } from '@interspace/core/model/date';
import { isInForce, type EffectivePeriod } from '@interspace/core/model/period';

/** One sentence of the law with the dates of service that it holds for. */
export interface Statement extends EffectivePeriod {
  readonly text: string;
}

/** One thing of the law that can change: a criterion, a document, a code … in words, aspect by aspect. */
export interface Entry extends EffectivePeriod {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** Below the library folder. */
  readonly file?: string | undefined;
  readonly documents: readonly string[];
  readonly codes: readonly string[];
  readonly aspects: Readonly<Record<string, readonly Statement[]>>;
}

/** Sentences that hold whenever the thing itself does. */
export function always(texts: readonly (string | undefined)[] | string | undefined): Statement[] {
  const list = typeof texts === 'string' ? [texts] : (texts ?? []);
  return list.filter((text): text is string => text !== undefined && text !== '').map((text) => ({ text }));
}

/** A sentence with the period of what it speaks of. */
export function during({ from, through }: EffectivePeriod, text: string): Statement {
  return { text, ...(from === undefined ? {} : { from }), ...(through === undefined ? {} : { through }) };
}

export function inForceOn<T extends EffectivePeriod>(things: readonly T[], on: IsoDate | undefined): readonly T[] {
  return on === undefined ? things : things.filter((thing) => isInForce(thing, on));
}

/** Days on which a period begins to hold or to hold no more. */
export function turns({ from, through }: EffectivePeriod): IsoDate[] {
  return [...(from === undefined ? [] : [from]), ...(through === undefined ? [] : [addDays(through, 1)])];
}
