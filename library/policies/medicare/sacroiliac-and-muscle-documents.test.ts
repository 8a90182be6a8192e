import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addDays, date } from '@interspace/core/model/date';
import { placeOfState } from '@interspace/core/model/law/jurisdiction';
import { documentInForce } from '@interspace/core/model/law/policy';
import { readLibrary } from '../../src/read.ts';

const read = readLibrary(fileURLToPath(new URL('../..', import.meta.url)));
if (!read.ok) throw new Error(read.issues.map((issue) => `${issue.at}: ${issue.message}`).join('\n'));
const { policies, jurisdictions } = read.value.policies;

function documentOf(topic: string, state: string, on: string): string | undefined {
  const policy = policies.find((entry) => entry.id === `medicare/${topic}`);
  const place = placeOfState(jurisdictions, state, date(on));
  return policy && place && documentInForce(policy, place, date(on))?.id;
}

/** A state of each contractor with a joint policy, its two documents, and the first day of the trigger point one. */
const JOINT: readonly (readonly [string, string, string, string])[] = [
  ['KY', 'L39383', 'L39656', '2024-04-01'],
  ['IL', 'L39455', 'L39662', '2024-04-01'],
  ['NC', 'L39402', 'L39671', '2024-03-31'],
  ['MI', 'L39475', 'L39713', '2024-04-01'],
  ['CA', 'L39462', 'L34211', '2024-04-01'],
];

describe.each(JOINT)('%s', (state, sacroiliac, muscle, first) => {
  it('judges sacroiliac procedures from 2023-03-19 on', () => {
    expect(documentOf('si-joint', state, '2023-03-18')).toBeUndefined();
    expect(documentOf('si-joint', state, '2023-03-19')).toBe(sacroiliac);
  });
  it('judges trigger points from the first day of the joint policy on', () => {
    expect(documentOf('trigger-point', state, addDays(date(first), -1))).toBeUndefined();
    expect(documentOf('trigger-point', state, first)).toBe(muscle);
  });
});

it('moves the northern states of Noridian to the southern numbers on 2026-04-16', () => {
  expect(documentOf('si-joint', 'WA', '2026-04-15')).toBe('L39464');
  expect(documentOf('si-joint', 'WA', '2026-04-16')).toBe('L39462');
  expect(documentOf('trigger-point', 'WA', '2026-04-15')).toBe('L36859');
  expect(documentOf('trigger-point', 'WA', '2026-04-16')).toBe('L34211');
});

it.each(['FL', 'TX', 'NJ'])('%s has no sacroiliac policy and an older one for trigger points', (state) => {
  expect(documentOf('si-joint', state, '2026-03-10')).toBeUndefined();
  expect(documentOf('trigger-point', state, '2026-03-10')).toBe(state === 'FL' ? 'L33912' : 'L35010');
});
