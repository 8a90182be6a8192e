import { packed } from './segment-id.ts';
import { isLoop, triggerOf, type LoopSpec, type SegmentSpec, type TransactionMap } from './maps/map-language.ts';
import type { SegmentView } from './segment-view.ts';

interface Candidate {
  readonly spec: SegmentSpec;
  /** It opens its loop (anew). */
  readonly enters: boolean;
  /** Only reached by leaving out a segment that should have opened an outer loop. */
  readonly skips: boolean;
  /** It stands before the present branch of an outer loop: the segment comes too late. */
  readonly late: boolean;
}

export interface WalkTables {
  readonly map: TransactionMap;
  /** Open-addressed: packed segment id → its number among the ids of the map. */
  readonly ids: Int32Array;
  readonly numbers: Int32Array;
  readonly idCount: number;
  /** Loop index × number of ids + id number → where the segment may belong, best first. Filled as they are met. */
  readonly candidates: (readonly Candidate[] | undefined)[];
  /** By number of a segment in the map, that of its loop. */
  readonly loopOf: Int32Array;
}

const MASK = 1023;
const HL = packed('HL');

const prepared = new WeakMap<TransactionMap, WalkTables>();

export function walkTables(map: TransactionMap): WalkTables {
  let tables = prepared.get(map);
  if (!tables) prepared.set(map, (tables = buildTables(map)));
  return tables;
}

function buildTables(map: TransactionMap): WalkTables {
  const distinct = [...new Set(map.segments.map((each) => each.packedId))];
  const ids = new Int32Array(MASK + 1);
  const numbers = new Int32Array(MASK + 1);
  distinct.forEach((id, number) => {
    let slot = hash(id);
    while (ids[slot] !== 0) slot = (slot + 1) & MASK;
    ids[slot] = id;
    numbers[slot] = number;
  });
  const candidates = Array.from({ length: map.loops.length * distinct.length }, () => undefined);
  const loopOf = Int32Array.from(map.segments, ({ loop }) => loop.index);
  return { map, ids, numbers, idCount: distinct.length, candidates, loopOf };
}

function hash(id: number): number {
  return (Math.imul(id, 0x9e3779b1) >>> 22) & MASK;
}

/** Gives every segment of one transaction its place in the map. */
export class Walker {
  loop: LoopSpec;
  /** The segment came where the map expects its id, but with a qualifier that is not listed there. */
  loose = false;
  /** The last segment opened its loop. */
  entered = false;
  /** An opening segment of an outer loop was left out before this one. */
  skipped = false;
  /** The segment belongs before what was read already. */
  late = false;
  /** Element whose code decided where the last segment belongs: 0 none did, -1 several. */
  asked = 0;
  private readonly tables: WalkTables;

  constructor(tables: WalkTables) {
    this.tables = tables;
    this.loop = tables.map.root;
  }

  /** Its place; undefined when the map knows no place for it (the present loop stays). */
  step(view: SegmentView): SegmentSpec | undefined {
    const { ids, numbers, idCount, candidates: table, map } = this.tables;
    const id = view.id;
    if (id === 0) return undefined;
    let slot = hash(id);
    while (ids[slot] !== id) {
      if (ids[slot] === 0) return undefined;
      slot = (slot + 1) & MASK;
    }
    const cell = this.loop.index * idCount + numbers[slot]!;
    const candidates = table[cell] ?? (table[cell] = findCandidates(map, this.loop, id));
    let qualifierElement = 0;
    let code = 0;
    this.asked = 0;
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i]!;
      const spec = candidate.spec;
      if (spec.qualifierElement !== 0) {
        if (spec.qualifierElement !== qualifierElement) {
          this.asked = qualifierElement === 0 ? spec.qualifierElement : -1;
          code = view.code((qualifierElement = spec.qualifierElement));
        }
        if (!isAmong(spec.packedQualifiers, code)) continue;
      }
      return this.take(candidate, false);
    }
    // An unlisted qualifier: the nearest place of that id, but an HL of unknown level belongs nowhere.
    const near = candidates.filter((each) => !each.skips && each.spec.id !== 'HL' && isNear(each.spec.loop, this.loop));
    const nearest = near.find((each) => !each.enters) ?? near[0];
    return nearest ? this.take(nearest, true) : undefined;
  }

  private take(candidate: Candidate, loose: boolean): SegmentSpec {
    this.loop = candidate.spec.loop;
    this.entered = candidate.enters;
    this.loose = loose;
    this.skipped = candidate.skips;
    this.late = candidate.late;
    return candidate.spec;
  }
}

function isAmong(codes: readonly number[], code: number): boolean {
  for (let i = 0; i < codes.length; i++) if (codes[i] === code) return true;
  return false;
}

/** Inside the loop first, then outward loop by loop; last, loops whose opening segment was left out. */
function findCandidates(map: TransactionMap, from: LoopSpec, id: number): readonly Candidate[] {
  const found: Candidate[] = [];
  const late: Candidate[] = [];
  const add = (
    spec: SegmentSpec | undefined,
    enters: boolean,
    skips: boolean,
    before = Number.NEGATIVE_INFINITY,
  ): void => {
    if (spec?.packedId !== id || found.some((each) => each.spec === spec)) return;
    const order = enters ? spec.loop.order : spec.order;
    if (order < before && id !== HL) late.push({ spec, enters, skips, late: true });
    else found.push({ spec, enters, skips, late: false });
  };
  let branch = Number.NEGATIVE_INFINITY;
  for (let loop: LoopSpec | undefined = from; loop; loop = loop.parent) {
    const trigger = loop === map.root ? undefined : triggerOf(loop);
    for (const item of loop.items) {
      if (isLoop(item)) add(triggerOf(item), true, false, branch);
      else if (item !== trigger) add(item, false, false, branch);
    }
    branch = loop.order;
  }
  const outward = found.length;
  for (let loop: LoopSpec | undefined = from; loop; loop = loop.parent) {
    const waiting = loop.items.filter(isLoop);
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      add(triggerOf(next), true, true);
      const second = next.items[1];
      if (second && !isLoop(second) && second.usage === 'R' && triggerOf(next)?.id === 'LX') add(second, true, true);
      waiting.push(...next.items.filter(isLoop));
    }
  }
  const skipping = found.splice(outward).filter((each) => !late.some((other) => other.spec === each.spec));
  return [...found, ...late, ...skipping];
}

/** In the loop itself, one level in, or beside it. */
function isNear(loop: LoopSpec, from: LoopSpec): boolean {
  return loop === from || loop.parent === from || (loop.parent !== undefined && loop.parent === from.parent);
}
