import type { Claim } from '@interspace/core/model/claim';
import { cents, decimalFromCents } from '@interspace/core/model/money';
import type { ClaimDraft } from '../claim-draft.ts';

/** One box of the form: its item number, our own short label, what stands in it. Width in tenths of an inch. */
export interface Cell {
  readonly item: string;
  readonly label: string;
  readonly width: number;
  readonly value: string;
}

export type Row = readonly Cell[];

const cell = (item: string, label: string, width: number, value: string | undefined = ''): Cell => ({
  item,
  label,
  width,
  value,
});

const LETTERS = 'ABCDEFGHIJKL';

/** Everything above the service lines. */
export function headRows({ claim, subject }: ClaimDraft): Row[] {
  const { payer } = claim;
  const person = subject?.person;
  const name = person ? [person.lastName, person.firstName].filter(Boolean).join(', ') : '';
  const place = person ? [person.city, person.state, person.zip].filter(Boolean).join(' ') : '';
  return [
    [cell('1', 'Kind of coverage', 45, kindOf(payer?.filing)), cell('1a', 'Member number', 30, subject?.memberId)],
    [
      cell('2', 'Patient: last name, first name', 30, name),
      cell('3', 'Birth date and sex', 20, birth(claim)),
      cell('4', 'Insured: last name, first name', 25, name),
    ],
    [
      cell('5', 'Patient: street', 30, person?.street),
      cell('6', 'Patient is to insured', 20, person ? 'self' : ''),
      cell('7', 'Insured: street', 25, person?.street),
    ],
    [
      cell('5', 'Patient: city, state, ZIP', 30, place),
      cell('8', '', 20),
      cell('7', 'Insured: city, state, ZIP', 25, place),
    ],
    [
      cell('9', 'Other insured', 30),
      cell('10', 'Because of work, car, other accident', 20, claim.accident?.join(' ')),
      cell('11', 'Policy group', 25, claim.subscriber?.group ?? (claim.payer?.filing === 'MB' ? 'NONE' : '')),
    ],
    [
      cell('12', 'Patient agrees to release and payment', 37.5),
      cell('13', 'Insured agrees to payment to the provider', 37.5),
    ],
    [
      cell('14', 'First day of the condition', 20, dateIn(claim.onsetDate)),
      cell('17', 'Referred or ordered by, and NPI', 35, party(claim.referring)),
      cell('18', 'Hospital stay', 20),
    ],
    [cell('19', 'Further information', 50, claim.note), cell('20', 'Outside laboratory', 25)],
    [
      cell(
        '21',
        'Diagnoses (ICD-10-CM)',
        50,
        claim.diagnoses
          .slice(0, 12)
          .map((code, at) => `${LETTERS[at]} ${code}`)
          .join('   '),
      ),
      cell('22', 'Resubmission: frequency, number of the first claim', 25, resubmission(claim)),
    ],
    [cell('', '', 50), cell('23', 'Prior authorization number', 25, claim.authorization)],
  ];
}

/** One service line: items 24A to 24J. */
export function lineCells(claim: Claim, line: Claim['lines'][number]): string[] {
  const day = dateIn(line.from);
  const pointers = line.pointers.map((pointer) => LETTERS[pointer - 1] ?? '').join('');
  return [
    day,
    dateIn(line.through) || day,
    line.placeOfService ?? claim.placeOfService ?? '',
    line.code,
    line.modifiers.join(' '),
    pointers,
    dollars(line.charge),
    String(line.units),
    line.rendering?.npi ?? claim.rendering?.npi ?? '',
  ];
}

/** Widths of 24A to 24J, tenths of an inch. */
export const LINE_COLUMNS = [
  ['24A', 'From', 9],
  ['', 'Through', 9],
  ['B', 'Place', 5],
  ['D', 'Service', 8],
  ['', 'Modifiers', 13],
  ['E', 'Diagnosis', 8],
  ['F', 'Charge', 9],
  ['G', 'Units', 5],
  ['J', 'Rendering NPI', 9],
] as const;

/** Everything below them; `total` of the lines of this page. */
export function footRows({ claim, subject }: ClaimDraft, total: number): Row[] {
  const { billing, facility } = claim;
  return [
    [
      cell('25', 'Tax number', 16, billing?.taxId),
      cell('26', 'Our number of the claim', 19, claim.id),
      cell(
        '27',
        'Accepts assignment',
        12,
        claim.assignment === undefined ? '' : claim.assignment === 'C' ? 'no' : 'yes',
      ),
      cell('28', 'Charges of this page', 15, dollars(total)),
      cell('29', 'Paid by the patient', 13, dollars(claim.patientPaid)),
    ],
    [
      cell('31', 'Signature of who rendered, and date', 25, subject?.rendering?.name),
      cell('32', 'Where it was done, and NPI', 25, party(facility)),
      cell('33', 'Billing provider and NPI', 25, party(billing)),
    ],
    [
      cell('', '', 25),
      cell('', '', 25, [facility?.street, facility?.city].filter(Boolean).join(', ')),
      cell('', '', 25, [billing?.street, billing?.city, billing?.state, billing?.zip].filter(Boolean).join(', ')),
    ],
  ];
}

function kindOf(filing: string | undefined): string {
  const words: Readonly<Record<string, string>> = {
    MB: 'Medicare',
    MC: 'Medicaid',
    CH: 'TRICARE',
    OF: 'FECA',
    CI: 'other',
    BL: 'other',
  };
  return filing === undefined ? '' : (words[filing] ?? 'other');
}

function birth({ patientBirthDate, patientSex }: Claim): string {
  return [dateIn(patientBirthDate), patientSex].filter(Boolean).join('   ');
}

function resubmission({ frequency, originalReference }: Claim): string {
  return frequency === undefined || frequency === '1' ? '' : [frequency, originalReference].filter(Boolean).join('   ');
}

function party(of: Claim['billing']): string {
  return of ? [of.lastName, of.firstName, of.npi].filter(Boolean).join(' ') : '';
}

/** The form writes MM DD YYYY. */
function dateIn(date: string | undefined): string {
  return date === undefined ? '' : `${date.slice(5, 7)} ${date.slice(8, 10)} ${date.slice(0, 4)}`;
}

function dollars(amount: number | undefined): string {
  return amount === undefined ? '' : decimalFromCents(cents(amount));
}
