import type { Tx } from '../store/in-practice.ts';
import type { ClaimSubject } from './claim-draft.ts';

/** The patient as claims name one: address, the coverage that is first on the day, who rendered, an authorization in force. */
export async function claimSubject(
  tx: Tx,
  patient: string,
  { encounter, on }: { readonly encounter?: string | undefined; readonly on?: string | undefined },
): Promise<ClaimSubject | undefined> {
  const person = await tx
    .selectFrom('patients')
    .select(['mrn', 'first_name', 'last_name', 'birth_date', 'sex', 'street', 'city', 'state', 'zip', 'physician_id'])
    .where('id', '=', patient)
    .executeTakeFirst();
  if (!person) return undefined;
  const visit =
    encounter === undefined
      ? undefined
      : await tx
          .selectFrom('encounters')
          .select(['physician_id', 'date'])
          .where('id', '=', encounter)
          .executeTakeFirst();
  const day = on ?? visit?.date;
  const coverages = await tx
    .selectFrom('coverages')
    .select(['payer', 'member_id', 'sequence', 'valid_from', 'valid_through'])
    .where('patient_id', '=', patient)
    .execute();
  const coverage = coverages
    .filter(({ valid_from, valid_through }) => {
      if (day === undefined) return true;
      return (valid_from === null || valid_from <= day) && (valid_through === null || day <= valid_through);
    })
    .toSorted((one, other) => ORDER.indexOf(one.sequence) - ORDER.indexOf(other.sequence))[0];
  const physician = visit?.physician_id ?? person.physician_id;
  const rendering =
    physician === null
      ? undefined
      : await tx.selectFrom('accounts').select(['name', 'npi']).where('id', '=', physician).executeTakeFirst();
  return {
    person: {
      lastName: person.last_name,
      firstName: person.first_name,
      birthDate: person.birth_date,
      ...known({ street: person.street, city: person.city, state: person.state, zip: person.zip, sex: person.sex }),
    },
    mrn: person.mrn,
    payer: coverage?.payer,
    memberId: coverage?.member_id ?? undefined,
    sequence: coverage?.sequence,
    rendering: rendering && { name: rendering.name, npi: rendering.npi ?? undefined },
  };
}

const ORDER = ['primary', 'secondary', 'tertiary'] as const;

function known(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}
