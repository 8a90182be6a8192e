import type { Party } from '@interspace/core/model/claim';
import type { IsoDate } from '@interspace/core/model/date';
import { failed, ok, type Result } from '@interspace/core/model/result';
import {
  lackingForAuthorization,
  openItems,
  shownInWords,
  type AuthorizationRequest,
} from '../../authorization/authorization-request.ts';
import { wireIssue } from '../../issues.ts';
import { composite, USUAL_STYLE, type TextSegment, type WritingStyle } from '../document.ts';
import { writeInterchange, type EnvelopeFacts } from './envelope.ts';
import { day, daysOf, isUnsendable, makeIn, moment, type Make } from './make.ts';

const VERSION = '005010X217';
/** Kinds of report of the packet's documents: operative note, else support for verification. */
const REPORTS: Readonly<Record<string, string>> = { 'procedure-note': 'OB' };

/** Requests for authorization as 278 transactions, one each. What cannot be written is said, and nothing is written. */
export function writeAuthorizationRequests(
  requests: readonly AuthorizationRequest[],
  facts: EnvelopeFacts,
): Result<Uint8Array> {
  const style = facts.style ?? USUAL_STYLE;
  const issues = requests.flatMap((request) => {
    const lacking = lackingForAuthorization(request);
    return lacking.length > 0
      ? [wireIssue('wire/x12/request-cannot-be-written', undefined, `Missing: ${lacking.join(', ')}.`)]
      : [];
  });
  if (issues.length > 0) return failed(...issues);
  const transactions = requests.map((request) => ({ set: '278', body: body(request, style) }));
  const bad = transactions.flatMap(({ body: segments }) => segments.filter((one) => isUnsendable(one, style)));
  if (bad.length > 0)
    return failed(
      ...bad.map(({ id }) =>
        wireIssue(
          'wire/x12/request-cannot-be-written',
          undefined,
          `A value in ${id} holds a separator or a character that cannot be sent.`,
        ),
      ),
    );
  return ok(writeInterchange(facts, [{ kind: 'HI', version: VERSION, transactions }]), requests.flatMap(openItems));
}

function body(request: AuthorizationRequest, style: WritingStyle): TextSegment[] {
  const make = makeIn(style);
  const { created, patient, payer, requester, rendering, facility, earlier } = request;
  const days = daysOf(request.lines);
  const [first, last] = [days[0], days.at(-1)];
  const shown = shownInWords(request);
  const trace = `9${(requester.npi ?? '').slice(0, 9)}`;
  const um = (level: boolean): TextSegment =>
    make(
      'UM',
      'HS',
      earlier === undefined ? 'I' : 'S',
      '2',
      level && request.placeOfService ? composite([request.placeOfService, 'B'], style) : '',
      '',
      level && request.urgency === 'expedited' ? 'U' : '',
    );
  return [
    make('BHT', '0007', '13', request.id, ...moment(created)),
    make('HL', '1', '', '20', '1'),
    make('NM1', 'X3', '2', payer.name, '', '', '', '', 'PI', payer.id),
    make('HL', '2', '1', '21', '1'),
    ...party(make, '1P', { ...requester, organization: requester.firstName === undefined }),
    make('HL', '3', '2', '22', '1'),
    make('NM1', 'IL', '1', patient.lastName, patient.firstName, '', '', '', 'MI', patient.memberId),
    ...(patient.street ? [make('N3', patient.street)] : []),
    ...(patient.city ? [make('N4', patient.city, patient.state, patient.zip)] : []),
    ...(patient.birthDate ? [make('DMG', 'D8', day(patient.birthDate), patient.sex ?? 'U')] : []),
    make('HL', '4', '3', 'EV', '1'),
    make('TRN', '1', request.id, trace),
    um(true),
    ...(earlier === undefined ? [] : [make('REF', 'BB', earlier)]),
    ...dates(make, 'AAH', first, last),
    make('HI', ...request.diagnoses.slice(0, 12).map((code, at) => diagnosis(code, at, style))),
    ...request.documents
      .slice(0, 10)
      .map((document, at) =>
        make('PWK', REPORTS[document.kind ?? ''] ?? '77', 'EL', '', '', 'AC', `${request.id}-${at + 1}`.slice(0, 50)),
      ),
    ...(shown === undefined ? [] : [make('MSG', message(shown, style))]),
    ...(rendering ? party(make, 'SJ', rendering) : []),
    ...(facility ? party(make, 'FA', { ...facility, organization: true }) : []),
    ...request.lines.flatMap((line, at) => [
      make('HL', String(5 + at), '4', 'SS', '0'),
      make('TRN', '1', `${request.id}-${at + 1}`, trace),
      um(false),
      ...dates(make, '472', line.from, line.through),
      make('SV1', composite(['HC', line.code, ...line.modifiers.slice(0, 4)], style), '', 'UN', String(line.units)),
    ]),
  ];
}

/** At most what the segment takes, and no separator: our own words are made to fit, values of others never. */
function message(text: string, { separators }: WritingStyle): string {
  const marks = [separators.element, separators.component, separators.repetition, separators.terminator];
  const sendable = (code: number): boolean => code >= 32 && code <= 255 && !marks.includes(code);
  const plain = Array.from({ length: text.length }, (_, at) => (sendable(text.charCodeAt(at)) ? text.charAt(at) : ' '))
    .join('')
    .replaceAll(/ {2,}/g, ' ');
  return plain.length <= 264 ? plain : `${plain.slice(0, 260)} ...`;
}

function diagnosis(code: string, at: number, style: WritingStyle): string {
  return composite([at === 0 ? 'ABK' : 'ABF', code.replace('.', '')], style);
}

function dates(make: Make, kind: string, from: IsoDate | undefined, through: IsoDate | undefined): TextSegment[] {
  if (from === undefined) return [];
  return through === undefined || through === from
    ? [make('DTP', kind, 'D8', day(from))]
    : [make('DTP', kind, 'RD8', `${day(from)}-${day(through)}`)];
}

function party(make: Make, role: string, of: Party): TextSegment[] {
  const organization = of.organization === true || of.firstName === undefined;
  return [
    make(
      'NM1',
      role,
      organization ? '2' : '1',
      of.lastName,
      organization ? '' : of.firstName,
      '',
      '',
      '',
      of.npi ? 'XX' : '',
      of.npi,
    ),
    ...(of.street ? [make('N3', of.street)] : []),
    ...(of.city ? [make('N4', of.city, of.state, of.zip)] : []),
  ];
}
