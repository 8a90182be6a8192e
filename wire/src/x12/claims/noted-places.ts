import type { TransactionMap } from '../maps/map-language.ts';
import type { LevelPlaces } from './level-places.ts';
import type { Places } from './place-recorder.ts';
import type { ClaimPlaces, PlacesOf } from './read-claim.ts';
import { Level } from './roles.ts';

/**
 * The places of the claim in hand while its segments are only noted. One for all claims of a reader, valid until the next
 * one; of the levels above the claim nothing is recorded until somebody looks there.
 */
export class NotedPlaces implements ClaimPlaces<PlacesOf> {
  map!: TransactionMap;
  interchange = 0;
  group = 0;
  transaction = 0;
  readonly own: PlacesOf;
  readonly #levels: LevelPlaces;

  constructor(own: PlacesOf, levels: LevelPlaces) {
    this.own = own;
    this.#levels = levels;
  }

  get patient(): Places | undefined {
    return this.#levels.of(Level.Patient);
  }

  get subscriber(): Places | undefined {
    return this.#levels.of(Level.Subscriber);
  }

  get billing(): Places | undefined {
    return this.#levels.of(Level.Billing);
  }
}
