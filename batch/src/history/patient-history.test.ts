import { fileURLToPath } from 'node:url';
import type { Claim } from '@interspace/core/model/claim';
import { date } from '@interspace/core/model/date';
import { openLibrary } from '@interspace/library/read';
import { expect, it } from 'vitest';
import { ClaimJudge } from '../judge/claim-judge.ts';
import type { JudgedClaim } from '../judge/judged-claim.ts';
import { MOST_OF_ONE } from './crowds.ts';
import { HeapIndex } from './heap-index.ts';
import { emptyHistory, judgeHeap } from './history-pass.ts';
import { RecordWriter } from './record.ts';

const { library } = openLibrary(fileURLToPath(new URL('../../../library', import.meta.url)));
const judge = new ClaimJudge(library, [], {});

/** `GA 62323,64493-KX@2026-04-20` is a claim: state or ZIP code, lines and their day; lines of several days are joined by `+`. */
function claimOf(text: string, at: number): Claim {
  const [place = '', ...words] = text.split(' ');
  const [codes = '', more = ''] = [words[0], words[1]];
  const lines = codes.split('+').flatMap((part) => {
    const [services = '', day = ''] = part.split('@');
    return services.split(',').map((service) => {
      const [code = '', ...modifiers] = service.split('-');
      return { code, modifiers, from: date(day) };
    });
  });
  return {
    id: `C${at + 1}`,
    type: 'professional',
    placeOfService: '11',
    frequency: /^f(\d)/.exec(more)?.[1] ?? '1',
    payer: { filing: /p(\w\w)/.exec(more)?.[1] ?? 'MB' },
    patient: at % 2 === 0 ? '1EG4TE5MK73' : '1eg4-te5-mk73',
    billing: { npi: '1234567893', ...(/^\d/.test(place) ? { state: 'VA', zip: place } : { state: place }) },
    diagnoses: ['M54.16'],
    lines: lines.map((line, index) => ({ ...line, number: index + 1, units: 1, pointers: [1] })),
  };
}

/** What the history says of the claims of one patient that coverage has said nothing of before: `claim.line criterion`. */
function told(text: string, every = false): string[] {
  const writer = new RecordWriter();
  for (const [at, one] of text.split('|').entries()) {
    const claim = claimOf(one.trim(), at);
    const own = { base: at, data: [0, 0, at], from: 0 };
    const read = { claim, places: { own, interchange: 0, group: 0, transaction: 0 } };
    writer.add({ read, context: judge.contextOf(claim), findings: [] } as unknown as JudgedClaim, 0);
  }
  const heap = new HeapIndex(judge.reach);
  heap.load(writer.take());
  return [...judgeHeap(heap, judge, emptyHistory(), every)].flatMap(({ kept, added }) =>
    added
      .filter(({ id }) => id.startsWith('medicare/'))
      .map(({ id, line, severity }) => `${kept.claim.id}.${line} ${id.slice('medicare/'.length)} ${severity}`),
  );
}

const FOUR = 'GA 62323@2025-05-01|GA 62323@2025-08-05|GA 62323@2025-11-10|GA 62323@2026-02-15';
const VISITS = Array.from({ length: 12 }, (_, at) => `97810@2026-03-${String(at + 10)}`);

it.each([
  // Windows.
  ['the fifth of a region in twelve months', `${FOUR}|GA 62323@2026-04-20`, 'C5.1 epidural/frequency block'],
  [
    'the anniversary itself, of which the readings differ',
    `${FOUR}|GA 62323@2026-05-01`,
    'C5.1 epidural/frequency warn',
  ],
  ['the day after it', `${FOUR}|GA 62323@2026-05-02`, ''],
  ['another region', `${FOUR}|GA 62321@2026-04-20`, ''],
  // A repeat within two weeks has neither way open to it.
  ['thirteen days after', 'NY 62323@2026-02-04|NY 62323@2026-02-17', 'C2.1 epidural/repeat block'],
  ['fourteen days after', 'NY 62323@2026-02-04|NY 62323@2026-02-18', ''],
  // What is not a limit.
  [
    'the thirteenth visit',
    `OH ${VISITS.join('|OH ')}|OH 97810@2026-04-20`,
    'C13.1 acupuncture/further-visits-marked block',
  ],
  ['the thirteenth, marked', `OH ${VISITS.join('|OH ')}|OH 97810-KX@2026-04-20`, ''],
  ['the twelfth', `OH ${VISITS.slice(1).join('|OH ')}|OH 97810@2026-04-20`, ''],
  ['toxin after 83 days', 'CA 64615@2026-03-01|CA 64615@2026-05-23', 'C2.1 botulinum/interval block'],
  ['toxin after 84 days', 'CA 64615@2026-03-01|CA 64615@2026-05-24', ''],
  // Lines of several days.
  [
    'five sessions in one claim',
    `GA ${FOUR.replaceAll(/\|?GA /g, '+').slice(1)}+62323@2026-04-20`,
    'C1.5 epidural/frequency block',
  ],
  [
    'the fourth and fifth in one claim',
    `${FOUR.slice(0, FOUR.lastIndexOf('|'))}|GA 62323@2026-02-15+62323@2026-04-20`,
    'C4.2 epidural/frequency block',
  ],
  [
    'a claim that begins in the window and whose line lies after it',
    `${FOUR}|GA 99213@2026-04-01+62323@2026-05-03`,
    '',
  ],
  [
    'thirteen visits in one claim',
    `OH ${VISITS.join('+')}+97810@2026-04-20`,
    'C1.13 acupuncture/further-visits-marked block',
  ],
  [
    'a claim between the days of another',
    `${FOUR.slice(0, FOUR.lastIndexOf('|'))}|GA 99213@2026-02-01+62323@2026-04-20|GA 62323@2026-02-15`,
    'C4.2 epidural/frequency block',
  ],
  // Regions of one day.
  [
    'diagnostic in the neck and therapeutic in the back on one day',
    ['2025-05-01', '2025-08-05', '2025-11-10', '2026-02-15'].map((day) => `OH 64490-KX,64493@${day}`).join('|') +
      '|OH 64493@2026-04-20',
    'C5.1 facet/therapeutic-frequency block',
  ],
  // Blocks of one nerve, where the code names it.
  [
    'the fourth block of a nerve in six months',
    'IL 64405-50,64450-RT@2026-01-10|IL 64405-50@2026-02-10|IL 64405-LT@2026-03-10|IL 64405-50@2026-04-20',
    'C4.1 peripheral-nerve-block/frequency block',
  ],
  [
    'two on each side',
    'IL 64405-RT@2026-01-10|IL 64405-LT@2026-02-10|IL 64405-RT@2026-03-10|IL 64405-LT@2026-04-20',
    '',
  ],
  [
    'another nerve between',
    'IL 64405-50@2026-01-10|IL 64418-50@2026-02-10|IL 64405-50@2026-03-10|IL 64405-50@2026-04-20',
    '',
  ],
  [
    'a nerve that the code does not name',
    'IL 64450-RT@2026-01-10|IL 64450-RT@2026-02-10|IL 64450-RT@2026-03-10|IL 64450-RT@2026-04-20',
    '',
  ],
  // Claims to another payer.
  [
    'a limit reached only with what another payer was billed',
    `${FOUR.replace('05-01', '05-01 pCI')}|GA 62323@2026-04-20`,
    'C5.1 epidural/frequency warn',
  ],
  [
    'a limit reached without it',
    `GA 62323@2025-06-01 pCI|${FOUR}|GA 62323@2026-04-20`,
    'C5.1 epidural/frequency warn|C6.1 epidural/frequency block',
  ],
  // Without the modifier of diagnostic injections a line is read as therapeutic.
  [
    'the fifth injection of the joint without KX',
    'KY 27096-RT@2025-05-01|KY 27096-RT@2025-08-05|KY 27096-LT@2025-11-10|KY 64451-LT@2026-02-15|KY 27096-RT@2026-04-20',
    'C5.1 si-joint/therapeutic-frequency block',
  ],
  // Lines that are denied by themselves.
  ['a line that asks for its denial', `${FOUR.replace('62323@', '62323-GZ@')}|GA 62323@2026-04-20`, ''],
  ['a line of what is excluded', `OH ${VISITS.join('|OH ').replace('97810@', '97810-GY@')}|OH 97810@2026-04-20`, ''],
  // Claims of one day are one session; the diagnoses are not known, so it warns.
  [
    'a facet injection beside an epidural on another claim',
    'MI 62323@2026-03-03|MI 64493-KX-RT@2026-03-03',
    'C2.1 facet/same-session-epidural warn',
  ],
  ['another region on another claim', 'MI 62323@2026-03-03|MI 62321@2026-03-03', 'C2.1 epidural/one-region warn'],
  ['on the next day', 'MI 62323@2026-03-03|MI 62321@2026-03-04', ''],
  ['the same service told again', 'MI 62323@2026-03-03|MI 62323@2026-03-03', ''],
  ['a visit on another claim', 'MI 99213@2026-03-03|MI 62323@2026-03-03', ''],
  // A state with two contractors: one counts three a year, the text of the other was not read.
  [
    'the state as a whole',
    '23218 20553@2025-08-05|23218 20553@2025-11-10|23218 20553@2026-02-15|23218 20553@2026-04-20',
    'C4.1 trigger-point/frequency block',
  ],
  [
    'the part of another',
    '22201 20553@2025-08-05|22201 20553@2025-11-10|22201 20553@2026-02-15|22201 20553@2026-04-20',
    '',
  ],
])('%s', (_, text, expected) => {
  const found = told(text).filter((one) => !one.includes('frequency-with-root-blocks'));
  expect(found.join('|')).toBe(expected);
  expect(told(text, true)).toEqual(told(text));
});

it.each([
  [MOST_OF_ONE, { crowds: 0, crowded: 0, several: 1 }],
  [MOST_OF_ONE + 1, { crowds: 1, crowded: MOST_OF_ONE + 1, several: 0 }],
])('%d claims of one patient', (count, seen) => {
  const writer = new RecordWriter();
  for (let at = 0; at < count; at++) {
    const claim = { ...claimOf('GA 62323@2026-03-02', at), patient: 'NOBODY' };
    const own = { base: at, data: [0, 0, at], from: 0 };
    const read = { claim, places: { own, interchange: 0, group: 0, transaction: 0 } };
    writer.add({ read, context: judge.contextOf(claim), findings: [] } as unknown as JudgedClaim, 0);
  }
  const heap = new HeapIndex(judge.reach);
  heap.load(writer.take());
  const tally = emptyHistory();
  const told = [...judgeHeap(heap, judge, tally)].flatMap(({ added }) => added.map(({ id }) => id));
  expect(tally).toMatchObject({ ...seen, patients: 1, claims: count });
  expect(told.filter((id) => id === 'edit/line/sent-before')).toHaveLength(seen.crowds === 1 ? 0 : count - 1);
});
