import type { Kind } from './claim-kinds.ts';
import type { StatedClaim } from './stated-claim.ts';
import type { Unfit } from './unfit.ts';

/** An office tells causes and day of an accident; a hospital tells both by an occurrence code, and the state apart. */
export function* unfittingAccident({ accident }: StatedClaim, kind: Kind): Generator<Unfit> {
  if (!accident) return;
  const { causes, date, state, country } = accident;
  if (kind === 'institutional') {
    for (const key of ['causes', 'date', 'country'] as const)
      if (accident[key] !== undefined)
        yield [['accident', key], 'Institutional claims tell cause and day of an accident by `occurrences`'];
    return;
  }
  if (causes === undefined) {
    if (date !== undefined || state !== undefined || country !== undefined)
      yield [['accident', 'causes'], 'It needs AA (automobile), EM (employment) or OA (other)'];
    return;
  }
  if (date === undefined && causes.some((cause) => cause !== 'EM'))
    yield [['accident', 'date'], 'An automobile or other accident has a day'];
  if (causes.includes('AA') && state === undefined && country === undefined)
    yield [['accident', 'state'], 'An automobile accident has a state, or a country without states'];
  if (new Set(causes).size !== causes.length) yield [['accident', 'causes'], 'A cause is named twice'];
}
