import { expect, it } from 'vitest';
import { claimsInMemory } from '../../bench/generate-claims.ts';
import { scrubbed } from './render/scrubbed.fixture.ts';

const sound = claimsInMemory({ bytes: 9_000, faults: 0, perTransaction: 20 }).file.toString('latin1');

/** The charge of the line that so many lines stand before is no number. */
function withoutCharge(before: number): string {
  let nth = 0;
  return sound.replaceAll(/(SV1\*[^*]+\*)\d+/g, (whole, head: string) => (nth++ === before ? `${head}many` : whole));
}

it('counts a claim of which something could not be read, once, wherever it stands', async () => {
  expect((await scrubbed(sound, 'text')).summary).toMatchObject({ issues: 0, claimsInPart: 0 });
  for (const before of [0, 4, 9]) {
    const { text, summary } = await scrubbed(withoutCharge(before), 'text', {
      partBytes: before === 4 ? 2_000 : 1 << 20,
    });
    expect(summary).toMatchObject({ issues: 1, claimsInPart: 1 });
    expect(text).toMatch(/ clean\n {2}of 1 claim something could not be read and was not judged: /);
  }
  const all = await scrubbed(sound.replaceAll(/(SV1\*[^*]+\*)\d+/g, '$1many'), 'text');
  expect(all.summary.claimsInPart).toBe(all.summary.claims);
});

it('says of an issue what to do, and of a remark that it is one', async () => {
  const { text } = await scrubbed(withoutCharge(0), 'text');
  expect(text).toMatch(/^ {2}ISSUE {8}An amount is not .*\n {15}→ \S.* {2}\[wire\/x12\/money; .*loop 2400/);
  const cut = await scrubbed(sound.slice(0, sound.lastIndexOf('IEA') + 5), 'text');
  expect(cut.text).toMatch(/^ {2}remark {7}The last segment has no terminator/m);
  expect(cut.text.match(/^ {2}ISSUE/gm) ?? []).toHaveLength(cut.summary.issues);
});

it('says at the top that no claim could be read', async () => {
  const remittance = sound.replaceAll('ST*837*', 'ST*835*');
  const { text, summary } = await scrubbed(remittance, 'text');
  expect(summary.claims).toBe(0);
  expect(text).toMatch(
    /SUMMARY\n {2}No claim could be read, so nothing was judged\.\n {2}0 claims, 0 lines, \$0\.00, no date of service\n/,
  );
  expect(text).not.toContain('TABLES');
});

it('says so on the page, where the other claims look clean', async () => {
  const { text } = await scrubbed(withoutCharge(0), 'html');
  expect(text).toMatch(/Of 1 claim only a part could be read and judged/);
  expect((await scrubbed(sound, 'html')).text).not.toContain('only a part');
});
