import { expect, it } from 'vitest';
import { bytesOf, FACET_CLAIM } from '../fixtures.ts';
import { checkBuffer } from '../check/check.ts';
import { writeImplementationAcknowledgment } from './implementation-acknowledgment.ts';

it('an answer does not break on marks that mean nothing in the file answered', () => {
  const other = FACET_CLAIM.replaceAll('*', '|')
    .replaceAll('~', "'")
    .replaceAll('SUBMITTERID    ', 'SUB*MIT~ID     ')
    .replace('GS|HC|SUBMITTERID', 'GS|HC|SUB*MIT~ID');
  const { groups, issues } = checkBuffer(bytesOf(other));
  expect(issues).toEqual([]);
  const [group] = groups;
  const facts = { sender: group!.receiver, receiver: group!.sender, created: '2026-07-16T10:20', control: 1 };
  const answer = writeImplementationAcknowledgment(groups, facts);
  expect(checkBuffer(answer).issues).toEqual([]);
  expect(Buffer.from(answer).toString('latin1')).toContain('GS*FA*RECEIVERID*SUB MIT ID*');
});
