import { describe, expect, it } from 'vitest';
import { told } from '../../testing.ts';

/** Records of a day in which words of those worlds stray: one name of a world, or up to three of its words. */
const RECORDS: readonly (readonly [told: string, text: string])[] = [
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'PROCEDURE: Left L4-5 facet joint injection. His attorney drove him home after the lawsuit hearing. Under fluoroscopy a needle was advanced to the joint and 40 mg of Kenalog was injected. Pain score 2/10.',
  ],
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'PROCEDURE: Left L4-5 facet joint injection. The MRI study showed arthropathy. Under fluoroscopy the scotty dog was seen, a needle was advanced to the joint and 40 mg of Kenalog was injected. Template not used.',
  ],
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'DATE OF SERVICE: 03/04/2026. Employer: Acme. Adjuster: P. Sample. Claim number 12. Left L4-5 facet joint injection: under fluoroscopy a needle was advanced and 40 mg of Kenalog was injected. He is a commercial driver and may return to work.',
  ],
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'Dear Dr. Sample, thank you for sending this retired veterinarian, who fell over his dog. Today under fluoroscopy I advanced a needle to the left L4-5 facet joint and injected 40 mg of Kenalog. I am writing again after his return.',
  ],
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'PROCEDURE: Left L4-5 facet joint injection. Time-out to prevent wrong patient, wrong site, per Joint Commission. A medical student watched. Under fluoroscopy a needle was advanced and 40 mg of Kenalog was injected. She reports that a blog worried her.',
  ],
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'PROCEDURE: Left L4-5 facet joint injection. Consent translated by interpreter. A placebo response was discussed. Under fluoroscopy a needle was advanced and 40 mg of Kenalog was injected. No procedure was performed on the right.',
  ],
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'ACTIVE PROBLEM LIST: facet arthropathy. CARE TEAM: Dr. Example. RECORDS REVIEWED: outside imaging. PROCEDURE TODAY: Left L4-5 facet joint injection. Under fluoroscopy a needle was advanced and 40 mg of Kenalog was injected. Scheduled with our study nurse for a questionnaire.',
  ],
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'HISTORY: 01/05/2026 MBB, 80% relief. 02/02/2026 MBB again. 02/20/2026 epidural, no relief. PROCEDURE TODAY: Left L4-5 facet joint injection. Under fluoroscopy a needle was advanced and 40 mg of Kenalog was injected.',
  ],
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'PROCEDURE: Left L4-5 facet joint injection. Under fluoroscopy a needle was advanced and 40 mg of Kenalog was injected. Allergy to iodine was entered in error and removed. The right side was postponed.',
  ],
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'Left L4-5 facet inj, fluoro, 40 mg Kenalog, needle advanced, tolerated. Fellow: Sample. Her story: fell from a horse, equine therapist by trade. Follow up 2 weeks.',
  ],
  [
    'facet-injection L4-L5 left; fluoroscopy',
    'PROCEDURE: Left L4-5 facet joint injection. Under fluoroscopy a needle was advanced and 40 mg of Kenalog was injected. Supplies were from vendor Acme, lot 12, catalog 7, expiry 2027. She asked about a brochure.',
  ],
];

describe('records in which a word of another world strays', () => {
  it.each(RECORDS)('%s: %s', (line, text) => expect(told(text)).toEqual([line]));
});
