import { describe, expect, it } from 'vitest';
import { readAdditions } from './additions.ts';
import { readSupervision } from './supervision.ts';
import { chartOf, valuesOf } from './testing.ts';

describe('who supervised and who shared', () => {
  it.each<[string, Record<string, unknown>]>([
    [
      'The injection was performed under the direct supervision of Dr. Example.',
      { 'provider.supervision': 'in-person' },
    ],
    ['Dr. Invented was immediately available in the office suite.', { 'provider.supervision': 'in-person' }],
    [
      'The supervising physician was immediately available via real-time audio and video.',
      { 'provider.supervision': 'virtual' },
    ],
    ['Virtual direct supervision was provided.', { 'provider.supervision': 'virtual' }],
    ['No supervising physician was present.', { 'provider.supervision': 'none' }],
    ['Supervising physician was not on site today.', { 'provider.supervision': 'none' }],
    ['The patient was present in the clinic with her daughter.', {}],
    ['This visit was billed incident to Dr. Example.', { 'provider.incident-to': true }],
    ['Visit does not meet incident-to requirements.', { 'provider.incident-to': false }],
    ['There was no untoward incident to report.', {}],
    ['This was a split/shared visit.', { 'provider.split-shared': true }],
    ['The physician performed the substantive portion of this visit.', { 'provider.substantive-portion': 'physician' }],
    [
      'The substantive portion was performed by the nurse practitioner.',
      { 'provider.substantive-portion': 'practitioner' },
    ],
    ['Plan of care was established by the supervising physician.', { 'provider.plan-by-physician': true }],
    [
      'This is an established patient with no new problems.',
      { 'provider.new-patient': false, 'provider.new-problem': false },
    ],
    ['New patient evaluation.', { 'provider.new-patient': true }],
    ['The order is unsigned.', { 'documentation.order-signed': false }],
    ['In order to reduce pain, signed consent was obtained.', {}],
    ['The patient will be seen under direct supervision next week.', {}],
  ])('%s', (text, expected) => expect(valuesOf(readSupervision(chartOf(`NOTE: ${text}`)))).toEqual(expected));
});

describe('what was written later, and when it was signed', () => {
  it.each<[string, Record<string, unknown>]>([
    [
      'Addendum: 3/5/2026. The left side was treated. Electronically signed by Ann Example, MD',
      {
        'documentation.addition-dated': true,
        'documentation.addition-signed': true,
        'documentation.signature-kind': 'electronic',
      },
    ],
    ['Late entry for 3/2/2026: the level was L4-L5.', {}],
    ['Late entry for 3/2/2026, written 3/9/2026: the level was L4-L5.', { 'documentation.addition-dated': true }],
    [
      'ADDENDUM: 4/20/2026 in response to the records request, conservative care was six weeks.',
      { 'documentation.addition-dated': true, 'documentation.added-after-request': true },
    ],
    ['There is no addendum to the prior MRI report.', {}],
    ['Stamped signature.', { 'documentation.signature-kind': 'stamp' }],
    [
      'Electronically signed by: Ann Example, MD on 3/4/2026',
      {
        'documentation.signature-kind': 'electronic',
        'documentation.signed-on': '2026-03-04',
        'documentation.days-to-signature': 2,
      },
    ],
    [
      'Signature is illegible. A signature log is attached.',
      { 'documentation.signature-legible': false, 'documentation.signature-attested': true },
    ],
    ['Informed consent was signed by the patient on 3/1/2026.', {}],
  ])('%s', (text, expected) => expect(valuesOf(readAdditions(chartOf(text)))).toEqual(expected));
});
