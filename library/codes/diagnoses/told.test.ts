import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { prepareLibrary } from '@interspace/core/review/prepare';
import { review } from '@interspace/core/review/review';
import { date } from '@interspace/core/model/date';
import { openLibrary } from '../../src/read.ts';

const { library } = openLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const law = prepareLibrary(library);
const lineOf = (text: string) =>
  review({ context: { dateOfService: date('2026-03-02') }, documents: [{ id: 'note', text }] }, law).lines.find(
    (line) => line.kind === 'procedure',
  );

const ESI =
  'PROCEDURE: Left L4-L5 interlaminar epidural steroid injection.\nTECHNIQUE: The patient was placed prone. The back was prepped and draped. A 20-gauge Tuohy needle was advanced to the epidural space at L4-L5 under fluoroscopy with loss of resistance. Contrast spread was epidural. 80 mg of methylprednisolone was injected.';
const KNEE =
  'PROCEDURE: Right knee injection.\nTECHNIQUE: The right knee was prepped with chlorhexidine. A 22-gauge needle was placed in the right knee joint and 40 mg of triamcinolone was injected.';
const NECK_ESI =
  'PROCEDURE: Cervical interlaminar epidural steroid injection at C7-T1.\nTECHNIQUE: Prone. The neck was prepped. A 20-gauge Tuohy needle was advanced at C7-T1 with loss of resistance under fluoroscopy, contrast was epidural and 10 mg of dexamethasone was injected.';

describe('the reason of a line where no list of diagnoses states it', () => {
  it.each([
    ['INDICATION: Radiculitis of the left leg at L4-L5.', ESI, 'M54.16'],
    ['HISTORY: He has narrowing of the back with neurogenic claudication, lumbar stenosis.', ESI, 'M48.062'],
    ['HISTORY: Lumbar stenosis without neurogenic claudication.', ESI, 'M48.061'],
    ['HISTORY: Left leg pain. She has failed back surgery syndrome.', ESI, 'M96.1'],
    ['INDICATION: Lumbar radiculopathy.\nHISTORY: Diabetes, carpal tunnel syndrome and gout.', ESI, 'M54.16'],
    ['HISTORY: Lumbar disc herniation with radiculopathy, and an old cervical stenosis.', ESI, 'M51.16'],
    ['INDICATION: Primary OA of the right knee.', KNEE, 'M17.11'],
    ['HISTORY: Her right knee has post-traumatic arthritis.', KNEE, 'M17.31'],
    ['HISTORY: Seropositive rheumatoid arthritis, the right knee is swollen.', KNEE, 'M05.761'],
    ['HISTORY: Right knee pain, possible osteoarthritis.', KNEE, 'M25.561'],
    ['INDICATION: Right C7 radiculopathy.', NECK_ESI, 'M54.12'],
    ['INDICATION: Cervicothoracic radiculopathy.', NECK_ESI, 'M54.13'],
    ['INDICATION: Pain from metastatic lung carcinoma.', ESI, 'G89.3'],
  ])('%s', (told, done, expected) => expect(lineOf(`${told}\n${done}`)?.diagnoses[0]).toBe(expected));

  it.each([
    ['denied', 'HISTORY: She denies radiculopathy.', ESI],
    ['only suspected', 'INDICATION: Rule out lumbar radiculopathy.', ESI],
    ['of somebody else', 'FAMILY HISTORY: His mother has lumbar stenosis.', ESI],
    ['of another region', 'HISTORY: Cervical radiculopathy.', ESI],
    ['of another joint', 'HISTORY: Osteoarthritis of the left shoulder.', KNEE],
    ['of the other side', 'HISTORY: Left knee osteoarthritis.', KNEE],
    ['not of the spine', 'HISTORY: Aortic stenosis, hypertension, type 2 diabetes.', ESI],
    ['in the past', 'PAST MEDICAL HISTORY: Lumbar radiculopathy.', ESI],
    ['nothing', 'HISTORY: He is well.', ESI],
  ])('nothing where it is %s', (_, told, done) => {
    const line = lineOf(`${told}\n${done}`);
    expect(line?.code).toBeDefined();
    expect(line?.diagnoses).toEqual([]);
  });

  it('quotes the words on the line, and a list goes before them', () => {
    const told = lineOf(`HISTORY: He comes for his lumbar radiculopathy.\n${ESI}`);
    expect(told?.evidence.map(({ quote }) => quote)).toContain('He comes for his lumbar radiculopathy.');
    expect(told?.why).toContain('M54.16: Radiculopathy, told in the narrative');
    const listed = lineOf(`DIAGNOSIS: Lumbar spondylosis.\nHISTORY: He has lumbar radiculopathy.\n${ESI}`);
    expect(listed?.diagnoses).toEqual(['M47.816']);
  });
});
