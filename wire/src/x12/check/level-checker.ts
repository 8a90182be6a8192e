import type { Location } from '@interspace/core/model/claim';
import { isLoop, triggerOf, type LoopSpec, type SegmentSpec } from '../maps/map-language.ts';
import type { SegmentView } from '../segment-view.ts';

interface LevelTeller {
  locate(view: SegmentView, element: number): Location;
  tell(place: Location, detail: string): void;
}

/** Levels (HL) of one transaction: numbered from 1, each below the level that it stands in, and announced by it. */
export class LevelChecker {
  private readonly teller: LevelTeller;
  private complete = true;
  private expected: number | undefined = 1;
  private seen = new Set<number>();
  /** Number of the last level of each loop. */
  private readonly last = new Map<LoopSpec, number>();
  /** What the level before says of levels below it. */
  private said: { readonly loop: LoopSpec; readonly below: boolean; readonly place: Location } | undefined;

  constructor(teller: LevelTeller) {
    this.teller = teller;
  }

  /** `complete`: what a level announces must come. */
  begin(complete: boolean): void {
    this.complete = complete;
    this.expected = 1;
    this.seen = new Set();
    this.last.clear();
    this.said = undefined;
  }

  /** A level is missing: nobody knows whether it was numbered. */
  leftOut(): void {
    this.expected = undefined;
    this.said = undefined;
  }

  level(view: SegmentView, spec: SegmentSpec | undefined): void {
    const number = view.integer(1);
    if (this.expected !== undefined && number !== this.expected)
      this.teller.tell(this.teller.locate(view, 1), `It should be ${this.expected}.`);
    const above = spec && levelAbove(spec.loop);
    if (view.has(2)) this.parent(view, spec, above);
    // A level of no known kind may be the one that was announced.
    if (spec) this.announced(above);
    // What follows is measured from here.
    this.expected = Math.max(number, 0) + 1;
    this.seen.add(number);
    this.said = undefined;
    if (!spec) return;
    this.last.set(spec.loop, number);
    const below = view.text(4);
    if (below === '0' || below === '1')
      this.said = { loop: spec.loop, below: below === '1', place: this.teller.locate(view, 4) };
  }

  finish(): void {
    this.announced(undefined);
  }

  private announced(above: LoopSpec | undefined): void {
    const { said } = this;
    if (!said || said.below === (said.loop === above)) return;
    // Answers end where the payer found nobody, with a level that still announces one.
    if (said.below && !this.complete) return;
    const detail = said.below
      ? 'It announces a level below it; none follows.'
      : 'A level follows that stands below it.';
    this.teller.tell(said.place, detail);
  }

  private parent(view: SegmentView, spec: SegmentSpec | undefined, above: LoopSpec | undefined): void {
    const stated = view.integer(2);
    const number = above && this.last.get(above);
    const tell = (detail: string): void => this.teller.tell(this.teller.locate(view, 2), detail);
    if (spec && !above) tell('This level has none above it; leave it empty.');
    else if (number !== undefined) {
      if (stated !== number) tell(`It stands below level ${number}.`);
    } else if (!spec && !this.seen.has(stated)) tell('There is no such level before it.');
  }
}

function levelAbove(loop: LoopSpec): LoopSpec | undefined {
  for (let each = loop.parent; each; each = each.parent)
    if (triggerOf(each)?.id === 'HL' && each.items.some((item) => !isLoop(item))) return each;
  return undefined;
}
