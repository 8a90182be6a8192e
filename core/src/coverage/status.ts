import type { ClauseResult, Status } from '../model/determination.ts';

/** One not-met decides, else an unknown; parts that do not apply drop out. */
export function allOf(statuses: readonly Status[]): Status {
  if (statuses.includes('not-met')) return 'not-met';
  if (statuses.includes('unknown')) return 'unknown';
  return statuses.includes('met') ? 'met' : 'not-applicable';
}

/** One met decides, else an unknown; parts that do not apply drop out. */
export function anyOf(statuses: readonly Status[]): Status {
  if (statuses.includes('met')) return 'met';
  if (statuses.includes('unknown')) return 'unknown';
  return statuses.includes('not-met') ? 'not-met' : 'not-applicable';
}

/** Met turned round; unknown and not-applicable stay. */
export function negated(status: Status): Status {
  return status === 'met' ? 'not-met' : status === 'not-met' ? 'met' : status;
}

/** At least `count` met, with parts that do not apply dropped. */
export function countOf(statuses: readonly Status[], count: number): Status {
  const applicable = statuses.filter((status) => status !== 'not-applicable');
  if (applicable.length === 0) return 'not-applicable';
  const met = applicable.filter((status) => status === 'met').length;
  if (met >= count) return 'met';
  const unknown = applicable.filter((status) => status === 'unknown').length;
  // Parts that are all open may yet drop out, and then nothing would be left to fail.
  return met + unknown >= count || unknown === applicable.length ? 'unknown' : 'not-met';
}

/** The facts that the unknown among these results wait for, each once. */
export function missingOf(results: readonly ClauseResult[]): string[] {
  const missing: string[] = [];
  for (const result of results) {
    if (result.status !== 'unknown') continue;
    for (const name of result.missing) if (!missing.includes(name)) missing.push(name);
  }
  return missing;
}
