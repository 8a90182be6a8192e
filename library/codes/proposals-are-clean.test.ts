import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prepareCoding } from '@interspace/core/coding/prepare-coding';
import { proposeCodes } from '@interspace/core/coding/propose-codes';
import { prepareEdits } from '@interspace/core/edits/prepare-edits';
import { scrub } from '@interspace/core/edits/scrub';
import type { Claim } from '@interspace/core/model/claim';
import { date, fromDayNumber } from '@interspace/core/model/date';
import type { Procedure } from '@interspace/core/model/procedure';
import { INTERSPACES } from '@interspace/core/model/spine/interspace';
import { openLibrary } from '../src/read.ts';
import { procedure } from './build-procedure.ts';

const { library } = openLibrary(fileURLToPath(new URL('..', import.meta.url)));
const coding = prepareCoding(library);
const edits = prepareEdits(library);

const kinds = [
  'epidural-interlaminar',
  'epidural-caudal',
  'epidural-transforaminal',
  'facet-injection',
  'facet-ablation',
  'facet-cyst-rupture',
  'si-joint-injection',
  'trigger-point-injection',
  'peripheral-nerve-block',
  'joint-injection',
  'sympathetic-block',
  'genicular-nerve-block',
  'fascial-plane-block',
  'intercostal-nerve-block',
  'discography',
  'basivertebral-ablation',
];
const place = fc.constantFrom(
  ...INTERSPACES,
  '? lumbar',
  '? cervical',
  'root L5',
  'root S1',
  'nerve L4',
  'nerve TON',
  'knee',
  'hip',
  'greater-occipital',
  'stellate',
  'impar',
  'erector-spinae',
  'genicular-superolateral',
  'trapezius',
  'nonsense',
);
const side = fc.constantFrom('', ' left', ' right', ' both', ' midline');
const done = fc.record({
  kind: fc.constantFrom(...kinds),
  targets: fc.array(
    fc.tuple(place, side).map((words) => words.join('')),
    { maxLength: 4 },
  ),
  guidance: fc.constantFrom('fluoroscopy', 'ct', 'ultrasound', 'ultrasound+image', 'none', 'unknown', 'mri'),
  intent: fc.constantFrom<Procedure['intent'][]>('diagnostic', 'therapeutic', undefined),
});
const claimType = fc.constantFrom<Claim['type'][]>('professional', 'asc', 'hospital-opd');

// What a faithful account of a session may still be told: it was too much, too unusual, or bundled.
const TOLD =
  /^edit\/(line\/none|units\/day|units\/day-absolute|pair\/|code\/unlisted|diagnosis\/none|place\/|guidance\/included|add-on\/guidance-no-primary|side\/one-way-only|line\/repeated)/;

it('lines of one procedure never contradict the rules of their own form', () => {
  fc.assert(
    fc.property(
      done,
      claimType,
      fc.integer({ min: 17_200, max: 20_700 }),
      ({ kind, targets, guidance, intent }, type, day) => {
        const on = fromDayNumber(day);
        const one = { ...procedure(kind, targets.join(','), { guidance }), intent };
        const { lines } = proposeCodes({ procedures: [one] }, { dateOfService: on, claimType: type }, coding);
        const claim: Claim = {
          id: 'c',
          type,
          diagnoses: [],
          lines: lines.map((line, index) => ({
            number: index + 1,
            code: line.code,
            modifiers: line.modifiers,
            units: line.units,
            from: on,
            pointers: [],
          })),
        };
        for (const line of lines) {
          expect(line.units).toBeGreaterThan(0);
          expect(line.modifiers.length).toBeLessThanOrEqual(4);
          expect(line.why).not.toMatch(/undefined|\{/);
        }
        expect(
          scrub(claim, {}, edits)
            .map((finding) => finding.id)
            .filter((id) => !TOLD.test(id)),
        ).toEqual([]);
      },
    ),
    { numRuns: 2000, seed: 7 },
  );
});

it('the order in which procedures are told changes no line', () => {
  fc.assert(
    fc.property(
      fc
        .array(done, { minLength: 2, maxLength: 3 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([one, other]) => {
        const words = (list: typeof one) => {
          const procedures = list.map(({ kind, targets, guidance, intent }, index) => ({
            ...procedure(kind, targets.join(','), { guidance }),
            intent,
            id: `p${index + 1}`,
          }));
          const { lines } = proposeCodes({ procedures }, { dateOfService: date('2026-03-02') }, coding);
          return lines.map((line) => `${line.code} ${line.modifiers.join()} x${line.units}`).toSorted();
        };
        expect(words(other)).toEqual(words(one));
      },
    ),
    { numRuns: 500, seed: 11 },
  );
});
