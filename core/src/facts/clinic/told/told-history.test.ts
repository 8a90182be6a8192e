import { describe, expect, it } from 'vitest';
import type { KnownSession } from '../../../model/history.ts';
import { chartOf, facetProcedure, lumbarEpidural } from '../testing.ts';
import { readToldHistory } from './told-history.ts';

const block = {
  ...facetProcedure('facet-injection'),
  intent: 'diagnostic' as const,
  attributes: { 'facet-technique': 'medial-branch' },
};
const lesion = facetProcedure('facet-ablation');
const epidural = lumbarEpidural('left', 'L4-L5');

/** `2026-01-06 facet/medial-branch-block diagnostic L4-L5 right 85% 0d`; a span of days as `2025-05-02..2025-07-02`. */
const words = (one: KnownSession) =>
  [
    one.latest === undefined ? one.date : `${one.date}..${one.latest}`,
    one.kind ?? one.family,
    one.role,
    one.levels?.join('+'),
    one.side,
    one.response?.painReliefPercent === undefined ? undefined : `${one.response.painReliefPercent}%`,
    one.response?.durationDays === undefined ? undefined : `${one.response.durationDays}d`,
  ]
    .filter(Boolean)
    .join(' ');
const read = (text: string, day = [epidural]) => readToldHistory(chartOf(`HISTORY: ${text}`, day));
const of = (text: string, day = [epidural]) => read(text, day).sessions.map(words);

describe('earlier sessions told with their day', () => {
  it.each([
    [
      'The first block on 01/20/2026 gave 85% relief for 5 hours.',
      [block],
      ['2026-01-20 medial-branch-block diagnostic L4-L5+L5-S1 bilateral 85% 0d'],
    ],
    [
      'Two diagnostic MBBs at the same joints: 01/06/2026 with 85% relief for 6 hours, 01/27/2026 with 90% relief for 7 hours.',
      [lesion],
      [
        '2026-01-06 medial-branch-block diagnostic L4-L5+L5-S1 bilateral 85% 0d',
        '2026-01-27 medial-branch-block diagnostic L4-L5+L5-S1 bilateral 90% 0d',
      ],
    ],
    [
      'Prior MBBs 1/6/26 and 1/27/26 both with > 80% relief.',
      [lesion],
      ['2026-01-06 medial-branch-block diagnostic 80%', '2026-01-27 medial-branch-block diagnostic 80%'],
    ],
    [
      'Medial branch blocks on January 6, 2026 and January 27, 2026 with 85% and 90% relief respectively.',
      [lesion],
      ['2026-01-06 medial-branch-block diagnostic 85%', '2026-01-27 medial-branch-block diagnostic 90%'],
    ],
    [
      'He underwent a left L4-5 TFESI on 9/2/2025 with 70% relief for 4 months.',
      [epidural],
      ['2025-09-02 epidural-transforaminal therapeutic L4-L5 left 70% 120d'],
    ],
    [
      'She had an epidural injection on 11/03/2025. She reported 60% relief for three months.',
      [epidural],
      ['2025-11-03 epidural therapeutic 60% 90d'],
    ],
    [
      'Her last radiofrequency ablation 9 months ago gave 65% relief for 7 months.',
      [lesion],
      ['2025-05-02..2025-07-02 facet-ablation ablation 65% 210d'],
    ],
    [
      'The right L3, L4 medial branches and L5 dorsal ramus were ablated; RFA of the right L3, L4 medial branch and L5 dorsal ramus on 3/4/2025.',
      [lesion],
      ['2025-03-04 facet-ablation ablation L4-L5+L5-S1 right'],
    ],
    ['Caudal ESI in March 2025 helped by 50%.', [epidural], ['2025-03-01..2025-03-31 epidural-caudal therapeutic 50%']],
    ['MRI of the lumbar spine on 01/19/2026 after the epidural showed no change.', [epidural], []],
    ['An epidural injection is scheduled for 02/20/2026.', [epidural], []],
    ['Knee injection on 01/05/2026 gave 80% relief.', [epidural], []],
    ['Cervical epidural on 01/05/2026 for neck pain gave 80% relief.', [epidural], []],
    ['L4-5 discectomy on 03/02/2024; no injections since.', [epidural], []],
    ['She never had an epidural on 01/05/2026.', [epidural], []],
  ] as const)('%s', (text, day, expected) => expect(of(text, [...day])).toEqual(expected));

  it('points at its words', () => {
    const text = 'HISTORY: The first block on 01/20/2026 gave 85% relief.';
    const [session] = readToldHistory(chartOf(text, [block])).sessions;
    expect(session?.evidence).toEqual([
      expect.objectContaining({ source: 'note', quote: text, start: 0, end: text.length }),
    ]);
  });

  it.each([
    ['This is her first epidural injection.', [epidural], [['epidural', 0]]],
    ['No prior epidurals.', [epidural], [['epidural', 0]]],
    ['First diagnostic block.', [block], [['facet', 0]]],
    ['No prior ablation.', [lesion], [['facet', 0]]],
    ['The first block gave 80% relief.', [block], []],
    ['No prior surgery.', [epidural], []],
    ['First needle pass.', [epidural], []],
  ] as const)('counts: %s', (text, day, expected) =>
    expect(read(text, [...day]).counts.map(({ family, count }) => [family, count])).toEqual(expected),
  );
});
