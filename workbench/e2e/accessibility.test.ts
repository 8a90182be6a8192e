import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.mjs';
import { axeProblems, open, type Opened, paste, pick, withoutChromium } from './browser.fixture.ts';

const NOTE = readFileSync(join(root, 'examples', 'notes', 'mbb-l3-l4-l5-bilateral.txt'), 'utf8');
const OHIO = { payer: 'medicare', state: 'OH', placeOfService: '24' };

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

/** Every state in which one of these screens is read for long. */
describe.skipIf(withoutChromium())('axe finds nothing against WCAG 2.2 AA', { timeout: 180_000 }, () => {
  test.each(['light', 'dark'] as const)('in %s', async (scheme) => {
    const found: Record<string, string[]> = {};
    opened = await open(undefined, '/', { scheme });
    await opened.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    found['sign-in'] = await axeProblems(opened.page);
    await opened.close();

    opened = await open('coder', '/review', { scheme, remembered: OHIO, width: 1024 });
    const { page } = opened;
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
    found['review, empty'] = await axeProblems(page);
    await page.getByRole('textbox', { name: 'Note' }).click();
    await paste(page, NOTE);
    await page.getByRole('region', { name: /^Questions/ }).waitFor();
    await page.getByRole('button', { name: 'What would make this pass?' }).click();
    await page.getByText('It meets if the answer shows').first().waitFor();
    for (const fold of await page.getByRole('button', { name: /criteria met|not apply here|not mentioned/ }).all())
      await fold.click();
    await page
      .getByRole('region', { name: 'Answer' })
      .getByRole('button', { name: /Pain for at least three months/ })
      .click();
    found['review'] = await axeProblems(page);
    await page.getByRole('textbox', { name: 'Modifiers of line 2' }).fill('59');
    await page.locator('[data-severity=warn]').first().waitFor();
    found['review, edited'] = await axeProblems(page);
    await page.getByRole('heading', { name: 'Review', level: 1 }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
    found['shortcuts'] = await axeProblems(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('textbox', { name: 'Find a command' }).waitFor();
    found['palette'] = await axeProblems(page);
    await page.keyboard.press('Escape');

    await page.goto(`${opened.url}/form`);
    for (const [name, spot] of [
      ['medial branch ab', 'L4-L5, both sides'],
      ['joint or', 'knee, left'],
      ['trigger', 'trapezius, left'],
    ] as const) {
      await pick(page, 'Procedure', name);
      await page.getByRole('checkbox', { name: spot }).click();
      await page.getByRole('textbox', { name: 'Code of line 1' }).waitFor();
      found[`form, ${name}`] = await axeProblems(page);
      await page.getByRole('button', { name: 'Next encounter' }).click();
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, problems]) => problems.length > 0))).toEqual({});
    expect(opened.complaints).toEqual([]);
  });
});
