import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.mjs';
import { open, type Opened, paste, withoutChromium } from './browser.fixture.ts';
import { eventually } from './eventually.fixture.ts';

const NOTE = readFileSync(join(root, 'examples', 'notes', 'mbb-l3-l4-l5-bilateral.txt'), 'utf8');
const MOST = 8;

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

/** Counts what a hand does: a press of the mouse, a key, a word that is typed, a paste. */
function hand() {
  const done: string[] = [];
  return {
    done,
    does: async (what: string, act: () => Promise<unknown>) => {
      done.push(what);
      await act();
    },
  };
}

describe.skipIf(withoutChromium())('a coder who starts with nothing set', { timeout: 120_000 }, () => {
  test(`codes a bilateral two-level facet block from a note in at most ${MOST} actions`, async () => {
    opened = await open('coder', '/review');
    const { page } = opened;
    const { does, done } = hand();
    await does('click into the note', () => page.getByRole('textbox', { name: 'Note' }).click());
    await does('paste', () => paste(page, NOTE));
    await does('click State', () => page.getByRole('combobox', { name: 'State' }).click());
    await does('type OH', () => page.keyboard.type('OH'));
    await does('Enter', () => page.keyboard.press('Enter'));
    const question = page.locator('[data-fact="imaging.other-cause"]');
    await question.waitFor();
    await does('answer No', () => question.getByRole('button', { name: 'No', exact: true }).click());
    await eventually(() =>
      page.getByRole('region', { name: 'Answer' }).getByRole('status').first().textContent(),
    ).toContain('Ready');
    await does('copy the lines', () => page.getByRole('button', { name: 'Copy the lines' }).click());
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(
      '64493\t50 KX\t1\tM47.816 M47.817\n64494\t50 KX\t1\tM47.816 M47.817',
    );
    console.log(`coded and copied in ${done.length} actions: ${done.join(', ')}`);
    expect(done.length).toBeLessThanOrEqual(MOST);
  });

  test(`answers the question for a missing scale in at most ${MOST} actions`, async () => {
    opened = await open('coder', '/review', { remembered: { payer: 'medicare', state: 'OH', placeOfService: '24' } });
    const { page } = opened;
    const { does, done } = hand();
    const unscaled = NOTE.replaceAll(/NRS\s+7\/10\. /g, '').replace(/Pain before: .*\n/, '');
    await does('click into the note', () => page.getByRole('textbox', { name: 'Note' }).click());
    await does('paste', () => paste(page, unscaled));
    const scale = page
      .locator('[data-fact]')
      .filter({ hasText: /score|scale/i })
      .first();
    await scale.waitFor();
    const fact = await scale.getAttribute('data-fact');
    const before = await page.locator('[data-fact]').count();
    const buttons = scale.getByRole('button');
    if ((await buttons.first().textContent()) === 'Answer') {
      await does('click into the answer', () => scale.getByRole('textbox').click());
      await does('type 7', () => page.keyboard.type('7'));
      await does('Enter', () => page.keyboard.press('Enter'));
    } else await does('answer', () => buttons.first().click());
    await eventually(() => page.locator('[data-fact]').count()).toBeLessThan(before);
    await page.getByText('Changed just now').waitFor();
    console.log(`${fact} answered in ${done.length} actions: ${done.join(', ')}`);
    expect(done.length).toBeLessThanOrEqual(MOST);
  });
});
