import type { IsoDate } from '@interspace/core/model/date';
import { codings } from './codes.ts';
import { readParty } from './parties-from-fhir.ts';
import type { Shelf, Shelved } from './shelf.ts';
import { isSystem } from './systems.ts';

/** One Coverage: who pays, and by which number the payer knows the member. */
export interface CoverageRead {
  readonly reference: string;
  readonly active: boolean;
  readonly from?: IsoDate | undefined;
  readonly through?: IsoDate | undefined;
  readonly memberId?: string | undefined;
  readonly group?: string | undefined;
  readonly plan?: string | undefined;
  /** The payer's name as it was sent. */
  readonly payerName?: string | undefined;
  readonly payerId?: string | undefined;
  /** The kind of insurance, when a code says so: `medicare` is the original one. */
  readonly kind?: 'medicare' | 'medicare-advantage' | 'medicaid' | undefined;
  readonly order?: number | undefined;
  readonly relation?: string | undefined;
}

export function readCoverage(shelf: Shelf, shelved: Shelved): CoverageRead {
  const { node, id } = shelved;
  const status = node.text('status');
  const period = node.child('period');
  const payorReference = node.list('payor')[0];
  const payor = shelf.resolve(payorReference, shelved);
  const payorParty = readParty(shelf, payor);
  const payerName =
    payorParty?.lastName ?? payorReference?.text('display') ?? payorReference?.child('identifier')?.text('value');
  const classes = new Map<string, string>();
  for (const one of node.list('class')) {
    const value = one.text('value');
    one.leaveKey('name', 'words for the class');
    for (const { code } of codings(one.child('type'))) if (value !== undefined) classes.set(code, value);
  }
  const identifiers = node.list('identifier');
  const member =
    node.text('subscriberId') ??
    (identifiers.find((one) => codings(one.child('type')).some(({ code }) => code === 'MB')) ?? identifiers[0])?.text(
      'value',
    );
  return {
    reference: `Coverage/${id ?? ''}`,
    active: status === undefined || status === 'active' || status === 'draft',
    from: period?.day('start'),
    through: period?.day('end'),
    memberId: member,
    group: classes.get('group'),
    plan: classes.get('plan'),
    payerName,
    payerId: payor ? identifierOf(payor) : undefined,
    kind: kindOf(shelved, payerName),
    order: node.number('order'),
    relation: codings(node.child('relationship'))[0]?.code,
  };
}

/** The coverage that pays first on the day: active, in its period, lowest order. */
export function firstCoverage(coverages: readonly CoverageRead[], on: IsoDate | undefined): CoverageRead | undefined {
  const inForce = coverages.filter(
    ({ active, from, through }) =>
      active && (on === undefined || ((from === undefined || from <= on) && (through === undefined || on <= through))),
  );
  return inForce.toSorted((one, other) => (one.order ?? 99) - (other.order ?? 99))[0];
}

/** The payer as a word that the law may know: `Aetna Inc.` → `aetna-inc`. */
export function payerWord({ kind, payerName }: CoverageRead): string | undefined {
  if (kind === 'medicare') return 'medicare';
  const word = payerName
    ?.toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return word === undefined || word === '' ? kind : word;
}

function identifierOf({ node }: Shelved): string | undefined {
  const identifiers = node.list('identifier');
  return (identifiers.find((one) => !isSystem('npi', one.text('system'))) ?? identifiers[0])?.text('value');
}

/** The typology of payment codes says it by its first digits; else only the program's own names are taken. */
function kindOf({ node }: Shelved, payerName: string | undefined): CoverageRead['kind'] {
  const code = codings(node.child('type')).find(({ system }) => isSystem('payment', system))?.code;
  if (code !== undefined) {
    if (code.startsWith('11')) return 'medicare-advantage';
    if (code === '1' || code.startsWith('12')) return 'medicare';
    if (code.startsWith('2')) return 'medicaid';
    return undefined;
  }
  const name = payerName?.toLowerCase().replace(/&/g, 'and').replace(/\s+/g, ' ').trim();
  const own = /^(?:original medicare|medicare|medicare part b|cms|centers for medicare and medicaid services)$/;
  return name !== undefined && own.test(name) ? 'medicare' : undefined;
}
