import type { Citation } from '@interspace/core/model/citation';
import type { CriterionResult, Status } from '@interspace/core/model/determination';
import type { Review } from '@interspace/core/model/review';

/** An invented Review with something in every field, for looking at renderers. Codes, numbers and people do not exist. */
export const INVENTED_NOTE = `PROCEDURE: Right L4-L5 transforaminal epidural steroid injection
PATIENT: Testina Example (invented)

Under fluoroscopy a needle was advanced to the right L4-L5 foramen.
Contrast showed epidural flow. 40 mg of triamcinolone was injected.
`;

const cite = (section: string, more: Partial<Citation> = {}): Citation => ({
  document: 'L00001',
  section,
  gist: 'Invented for looking at renderers.',
  url: 'https://example.org/L00001',
  confidence: 'high',
  ...more,
});

function quote(text: string) {
  const start = INVENTED_NOTE.indexOf(text);
  return { source: 'note' as const, document: 'note', quote: text, start, end: start + text.length };
}

function criterion(
  status: Status,
  title: string,
  says: string,
  found?: string,
  citation = cite('Covered indications'),
): CriterionResult {
  const leaf = {
    operator: 'at-least',
    status,
    says,
    found,
    evidence: status === 'met' ? [quote('Contrast showed epidural flow')] : [],
    missing: [],
    parts: [],
  };
  return {
    criterion: `invented/${title}`,
    title,
    status,
    severity: 'warn',
    tree: leaf,
    citation,
    missing: status === 'unknown' ? ['pain.duration'] : [],
  };
}

const criteria = [
  criterion('met', 'Contrast was used unless it is contraindicated', 'contrast is documented', 'yes'),
  criterion('unknown', 'Pain for at least four weeks', 'duration of pain is at least 4 weeks'),
  criterion(
    'not-met',
    'Sessions per region in the look-back window',
    'at most 4 sessions in 12 months',
    '4 sessions before this one',
    cite('Limitations'),
  ),
  criterion('not-applicable', 'Relief after the first session of a repeat', 'the session is a repeat', 'first session'),
];

export const inventedReview: Review = {
  id: 'invented-1',
  lines: [
    {
      code: '00001',
      modifiers: ['RT'],
      units: 1,
      kind: 'procedure',
      diagnoses: ['M00.01', 'M00.02'],
      why: 'One interspace was entered through the foramen: L4-L5, right. Imaging is part of the code and is not billed apart.',
      evidence: [quote('right L4-L5 foramen')],
      procedure: 'p1',
    },
    {
      code: 'X0001',
      modifiers: [],
      units: 4,
      kind: 'drug',
      diagnoses: ['M00.01'],
      why: '40 mg given, 10 mg a unit: 4 units.',
      evidence: [quote('40 mg of triamcinolone')],
    },
  ],
  procedures: [],
  determinations: [
    {
      line: 1,
      policy: 'invented',
      document: 'L00001',
      article: 'A00001',
      contractor: 'invented-j1',
      outcome: 'fails',
      because: 'One criterion is not met and one is unknown.',
      criteria,
      nextEligible: '2026-05-11',
    },
    { line: 2, outcome: 'no-policy', because: 'No policy of the library speaks about this code.', criteria: [] },
  ],
  findings: [
    {
      id: 'invented/frequency',
      severity: 'block',
      line: 1,
      what: 'This would be the fifth session in the lumbar region in 12 months; the published limit is four.',
      why: 'Sessions above the limit do not meet the criteria as published.',
      do: 'Check the dates of the earlier sessions. If they are right, hold the line until 2026-05-11.',
      citation: cite('Limitations'),
      evidence: [{ source: 'history', at: 'history.sessions[0]', quote: '2025-05-10' }],
    },
    {
      id: 'invented/waste',
      severity: 'warn',
      line: 2,
      field: 'modifiers',
      what: 'No statement about discarded drug.',
      why: 'A single-dose container needs one of two modifiers.',
      do: 'Add the one that fits what the nursing record says.',
      citation: cite('Drugs', { confidence: 'medium' }),
      evidence: [],
      at: { transaction: 1, loop: '2400', segment: 'SV1', ordinal: 31, element: 1, component: 2, offset: 1204 },
    },
  ],
  prompts: [
    {
      fact: 'pain.duration',
      question: 'For how long had the pain been present on the day of the procedure?',
      because: 'Pain for at least four weeks (L00001)',
    },
  ],
  authorization: [
    {
      program: 'invented-program',
      line: 1,
      status: 'required',
      what: 'Invented program asks for authorization.',
      why: 'The place of service and the code are on its list.',
      do: 'Ask before the procedure.',
      missing: ['imaging report'],
      citation: cite('Program'),
    },
  ],
  trace: {
    library: 'a1b2c3d4e5f60718',
    engine: '0.1.0',
    input: '9f8e7d6c5b4a3928',
    dateOfService: '2026-03-02',
    contractor: 'invented-j1',
    notEvaluated: ['Fees: not part of this edition.'],
  },
};
