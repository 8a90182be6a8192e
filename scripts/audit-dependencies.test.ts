import { expect, it } from 'vitest';
import { readAudit, readOutdated } from './audit-dependencies.mjs';

it.each([
  ['nothing found', { metadata: { vulnerabilities: { total: 0 } } }, { all: 0, grave: 0, names: [] }],
  [
    'a grave one and a small one',
    {
      vulnerabilities: { one: { severity: 'critical' }, two: { severity: 'low' } },
      metadata: { vulnerabilities: { low: 1, critical: 1, total: 2 } },
    },
    { all: 2, grave: 1, names: ['one (critical)', 'two (low)'] },
  ],
  [
    'no service',
    { error: { code: 'ENOAUDIT', summary: 'Your registry does not answer.' } },
    { skipped: 'Your registry does not answer.' },
  ],
  ['an answer of another kind', { message: 'Not Found' }, { skipped: 'Not Found' }],
])('an audit with %s', (_, printed, told) => {
  expect(readAudit(JSON.stringify(printed))).toEqual(told);
});

it('an audit that printed no JSON is skipped, with the reason', () => {
  expect(readAudit('npm error network')).toEqual({ skipped: 'npm audit printed no JSON' });
});

it('newer versions are listed, of packages that several workspaces use once each', () => {
  const printed = {
    one: { current: '1.0.0', latest: '2.0.0' },
    two: [{ current: '1.0.0', latest: '1.0.1' }, { latest: '1' }],
  };
  expect(readOutdated(JSON.stringify(printed))).toEqual(['one 1.0.0 → 2.0.0', 'two 1.0.0 → 1.0.1']);
  expect([readOutdated(''), readOutdated('no')]).toEqual([[], []]);
});
