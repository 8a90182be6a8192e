import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { date } from '../../model/date.ts';
import { testReader } from '../testing.ts';
import { readProcedures } from '../procedures/read-procedures.ts';
import { readNote } from '../text/read-note.ts';
import { openChart } from './chart.ts';
import { READERS } from './readers.ts';

const EXAMPLES = new URL('../../../../examples/notes/', import.meta.url);
/** Much that a clinic note may tell, in few lines. */
const FULL = `HISTORY: A 61-year-old man with low back pain radiating to the left leg for 8 months, worse with walking, relieved
by sitting and leaning on a shopping cart. NRS 8/10 at worst, 5/10 today. ODI 48%. He cannot work or do housework. Physical therapy
for 6 weeks, home exercises and ibuprofen failed. He continues a home exercise program. Epidural injection on 11/3/2025 gave 80% relief
for 4 months; the pain has returned. Allergic to iodinated contrast. He takes warfarin, held for 5 days. No infection.
Headaches 20 days a month, topiramate and propranolol failed. Acupuncture visit 7. Botox 12 weeks ago. Prior fusion at L4-L5.
Psychological evaluation for the spinal cord stimulator was done. MRI 1/5/2026: ligamentum flavum 4 mm at L4-5, disc protrusion.
EXAM: Straight leg raise positive on the left, FABER positive. Both sides were treated because of bilateral pain.
PROCEDURE: Left L4-L5 transforaminal epidural steroid injection under fluoroscopy; images saved. Moderate sedation with midazolam.
Pain before 8/10, after 2/10. The NP saw the patient under the direct supervision of Dr. Sample.
Late entry added 3/4/2026. Electronically signed by Ann Sample, MD on 3/2/2026.`;

const texts = [FULL, ...readdirSync(EXAMPLES).map((name) => readFileSync(new URL(name, EXAMPLES), 'utf8'))];
const charts = texts.map((text) => {
  const note = readNote({ id: 'note', text });
  const procedures = readProcedures(note, testReader).procedures.map((one, at) => ({ id: `p${at + 1}`, ...one }));
  return openChart(note, procedures, date('2026-03-02'));
});

describe('READERS', () => {
  // A fact outside of them would never be found by who asks for it.
  it.each(READERS.map(([read, tells]) => [read.name, read, new Set<string>(tells)] as const))(
    '%s tells no other facts than are said of it',
    (_name, read, tells) => {
      const told = charts.flatMap((chart) => read(chart)).map((fact) => fact.name);
      expect(told.filter((name) => !tells.has(name))).toEqual([]);
    },
  );

  // A name that no note above tells is found in the source, where each is written out.
  it('holds every name that stands in the source of a reader', () => {
    const source = readdirSync(new URL('.', import.meta.url)).filter((name) => /^(?!.*test|readers).*\.ts$/.test(name));
    const written = source.flatMap((name) => [
      ...readFileSync(new URL(name, import.meta.url), 'utf8').matchAll(
        /(?:fact\(|Tally\(|name: |simple\(chart, )'([a-z]+\.[a-z0-9-]+)'/g,
      ),
    ]);
    const tells = new Set<string>(READERS.flatMap(([, names]) => names));
    expect(written.map((found) => found[1] ?? '').filter((name) => !tells.has(name))).toEqual([]);
    expect(written.length).toBeGreaterThan(80);
  });

  it('tells something of most groups in these notes', () => {
    const silent = READERS.filter(([read]) => charts.every((chart) => read(chart).length === 0));
    expect(silent.map(([read]) => read.name).length).toBeLessThan(READERS.length / 3);
  });
});
