import type { IsoDate } from '@interspace/core/model/date';
import type { Library } from '@interspace/core/model/library';
import { periodInWords } from '../words.ts';
import { entriesOfClaims } from './entries-of-claims.ts';
import { entriesOfPolicies } from './entries-of-policies.ts';
import { inForceOn, turns, type Entry, type Statement } from './entry.ts';

/** A library as a whole, or what of it is in force on a date of service. */
export interface Side {
  readonly library: Library;
  readonly on?: IsoDate | undefined;
}

/** What one aspect said before and says after; sentences that did not change are left out. */
export interface ChangedAspect {
  readonly aspect: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface Change {
  readonly change: 'added' | 'removed' | 'changed';
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly file?: string | undefined;
  readonly documents: readonly string[];
  readonly codes: readonly string[];
  /** Dates of service from which it makes a difference; empty: for every date of service. */
  readonly effective: readonly IsoDate[];
  readonly aspects: readonly ChangedAspect[];
}

/**
 * What changed between two libraries, or between two dates of one: everything that is said differently, in words. With
 * dates only what is in force is compared and every change bears the dates between the two on which it came.
 */
export function diffLibraries(before: Side, after: Side): Change[] {
  const [old, now] = [index(before), index(after)];
  const changes: Change[] = [];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(key), now.get(key)];
    const aspects = compareAspects(was, is, before.on, after.on);
    if (aspects.length === 0) continue;
    const shown = (is ?? was) as Entry;
    const { kind, id, title, file, documents, codes } = shown;
    changes.push({
      change: saysNothing(was, before.on) ? 'added' : saysNothing(is, after.on) ? 'removed' : 'changed',
      kind,
      id,
      title,
      ...(file === undefined ? {} : { file }),
      documents,
      codes,
      effective: effectiveOf(aspects, before.on, after.on),
      aspects: aspects.map(({ aspect, gone, come }) => ({
        aspect,
        before: gone.map((one) => words(one, before.on)),
        after: come.map((one) => words(one, after.on)),
      })),
    });
  }
  return changes.sort(
    (a, b) =>
      compareText(a.effective[0] ?? '', b.effective[0] ?? '') || compareText(a.kind, b.kind) || compareText(a.id, b.id),
  );
}

interface Difference {
  readonly aspect: string;
  readonly gone: readonly Statement[];
  readonly come: readonly Statement[];
}

function index({ library }: Side): Map<string, Entry> {
  const entries = [...entriesOfPolicies(library.policies), ...entriesOfClaims(library)];
  return new Map(entries.map((entry) => [`${entry.kind} ${entry.id}`, entry]));
}

function compareAspects(
  was: Entry | undefined,
  is: Entry | undefined,
  before?: IsoDate,
  after?: IsoDate,
): Difference[] {
  const names = new Set([...Object.keys(was?.aspects ?? {}), ...Object.keys(is?.aspects ?? {})]);
  return [...names].flatMap((aspect) => {
    const old = inForceOn(was?.aspects[aspect] ?? [], before);
    const now = inForceOn(is?.aspects[aspect] ?? [], after);
    const gone = without(old, now, before, after);
    const come = without(now, old, after, before);
    return gone.length + come.length === 0 ? [] : [{ aspect, gone, come }];
  });
}

function without(these: readonly Statement[], those: readonly Statement[], on?: IsoDate, other?: IsoDate): Statement[] {
  const said = new Set(those.map((one) => words(one, other)));
  return these.filter((one) => !said.has(words(one, on)));
}

/** Between two dates the period is not part of what is said: it is why it changed. */
function words(statement: Statement, on: IsoDate | undefined): string {
  const dated = statement.from !== undefined || statement.through !== undefined;
  return on === undefined && dated ? `${statement.text} [${periodInWords(statement)}]` : statement.text;
}

function effectiveOf(differences: readonly Difference[], before?: IsoDate, after?: IsoDate): IsoDate[] {
  const days = differences.flatMap(({ gone, come }) =>
    before === undefined && after === undefined
      ? [...(come.length > 0 ? come : gone)].flatMap(({ from }) => (from === undefined ? [] : [from]))
      : [...gone, ...come].flatMap(turns),
  );
  const [first, last] = [before ?? '', after ?? '9999'].sort(compareText) as [string, string];
  return [...new Set(days.filter((day) => day > first && day <= last))].sort(compareText);
}

/** With dates a thing of which nothing dated is in force stands for nothing: its beginning is an addition. */
function saysNothing(entry: Entry | undefined, on: IsoDate | undefined): boolean {
  if (!entry) return true;
  if (on === undefined) return false;
  const dated = Object.values(entry.aspects).filter((list) => list.some((one) => turns(one).length > 0));
  return dated.length > 0 && dated.every((list) => inForceOn(list, on).length === 0);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
