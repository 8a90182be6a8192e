import type { Context } from '@interspace/core/model/review-input';

const KEY = 'interspace.context';
/** What stays the same from one encounter to the next. The date and the patient never do. */
const KEPT = ['payer', 'state', 'placeOfService', 'claimType'] as const;

export function rememberedContext(): Context {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    return Object.fromEntries(KEPT.flatMap((key) => (typeof kept[key] === 'string' ? [[key, kept[key]]] : [])));
  } catch {
    return {};
  }
}

export function rememberContext(context: Context): void {
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(KEPT.map((key) => [key, context[key]]))));
}
