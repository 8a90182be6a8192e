import type { IsoDate } from '@interspace/core/model/date';
import type { FhirNode } from './fhir-node.ts';
import type { Shelved } from './shelf.ts';

/** Who the patient is, as far as a request for authorization must say it. Nothing of it is needed for judging but the age. */
export interface PatientRead {
  readonly reference: string;
  readonly birthDate?: IsoDate | undefined;
  /** M, F or U. */
  readonly sex?: string | undefined;
  readonly lastName?: string | undefined;
  readonly firstName?: string | undefined;
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly zip?: string | undefined;
}

export function readPatient({ node, id }: Shelved): PatientRead {
  const gender = node.text('gender');
  const name = currentOf(node.list('name'), 'an earlier or other name');
  const address = currentOf(node.list('address'), 'an earlier or other address');
  return {
    reference: `Patient/${id ?? ''}`,
    birthDate: node.day('birthDate'),
    sex: gender === 'male' ? 'M' : gender === 'female' ? 'F' : gender === undefined ? undefined : 'U',
    ...nameOf(name),
    ...addressOf(address),
  };
}

/** The entry that is in use now: not old, not ended; the first when nothing tells. */
export function currentOf(entries: readonly FhirNode[], why: string): FhirNode | undefined {
  const current = entries.filter((one) => one.text('use') !== 'old' && !one.child('period')?.has('end'));
  const chosen = current.find((one) => one.text('use') === 'official') ?? current[0] ?? entries[0];
  for (const one of entries) if (one !== chosen) one.leave(why);
  return chosen;
}

export function nameOf(name: FhirNode | undefined): Pick<PatientRead, 'lastName' | 'firstName'> {
  const whole = name?.text('text');
  const lastName = name?.text('family') ?? whole?.trim().split(/\s+/).at(-1);
  const firstName = name?.texts('given')[0] ?? (name?.has('family') ? undefined : whole?.trim().split(/\s+/)[0]);
  return {
    ...(lastName === undefined ? {} : { lastName }),
    ...(firstName === undefined || firstName === lastName ? {} : { firstName }),
  };
}

export function addressOf(address: FhirNode | undefined): Pick<PatientRead, 'street' | 'city' | 'state' | 'zip'> {
  if (!address) return {};
  const street = address.texts('line')[0];
  const city = address.text('city');
  const state = stateOf(address);
  const zip = address.text('postalCode');
  return {
    ...(street === undefined ? {} : { street }),
    ...(city === undefined ? {} : { city }),
    ...(state === undefined ? {} : { state }),
    ...(zip === undefined ? {} : { zip }),
  };
}

/** Two letters; a state that is written out is not guessed at. */
export function stateOf(address: FhirNode | undefined): string | undefined {
  const state = address?.text('state')?.trim().toUpperCase();
  if (state === undefined || /^[A-Z]{2}$/.test(state)) return state;
  address?.leaveKey('state', 'not two letters');
  return undefined;
}
