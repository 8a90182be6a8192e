import { afterEach, describe, expect, test } from 'vitest';
import { open, type Opened, withoutChromium } from './browser.fixture.ts';

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

describe.skipIf(withoutChromium())('Rulebook and Library', { timeout: 120_000 }, () => {
  test('a policy is found by code and state, and shows requirement, citation and cases', async () => {
    opened = await open('coder', '/rulebook');
    const { page } = opened;
    await page.getByLabel('Code').fill('62323');
    await page.getByLabel('State').fill('fl');
    const list = page.getByRole('navigation', { name: 'Policies' });
    await list.getByRole('button', { name: /Epidural steroid injections/ }).click();
    const rule = page.getByRole('region', { name: 'Sessions per spinal region in twelve months' });
    expect(await rule.textContent()).toMatch(/No more than four sessions.*L33906/s);
    await rule.getByText(/worked case/).click();
    expect(await rule.locator('details li').count()).toBeGreaterThan(3);
    expect(new URL(page.url()).searchParams.get('state')).toBe('FL');
  });

  test('two days of the law stand side by side', async () => {
    opened = await open('coder', '/rulebook?tab=compare&from=2025-12-31&to=2026-01-01');
    const { page } = opened;
    await page.getByText(/^\d+ changes?$/).waitFor({ timeout: 60_000 });
    const card = page.getByRole('article').filter({ hasText: '62330' }).first();
    expect(await card.textContent()).toMatch(/Added.*Dec 31, 2025.*Jan 1, 2026.*nothing/s);
    await card.getByRole('button', { name: /touch/ }).click();
    await card.getByText(/encounters (is|would be) judged otherwise/).waitFor({ timeout: 90_000 });
    await card.getByText(/claims? in the newest files (is|would be) judged otherwise/).waitFor();
  });

  test('the days that are compared can be typed', async () => {
    opened = await open('coder', '/rulebook?tab=compare');
    const { page } = opened;
    await page.getByText('Choose two days').waitFor();
    await page.getByLabel('The law of').fill('12/31/2026');
    await page.keyboard.press('Enter');
    await page.getByLabel('and of').fill('01/01/2026');
    await page.keyboard.press('Enter');
    await page.getByText('The second day must be later').waitFor();
  });

  test('a table that is none is refused in words, and nothing changes', async () => {
    opened = await open('administrator', '/library');
    const { page } = opened;
    const editions = page.getByRole('table', { name: 'Editions' });
    await editions.waitFor();
    const before = await editions.textContent();
    await page.getByRole('combobox', { name: 'Which table is it?' }).click();
    await page.getByRole('option', { name: 'mue' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'recipe.csv', mimeType: 'text/csv', buffer: Buffer.from('flour,eggs\n1,2\n') });
    const said = page.getByRole('alert');
    await said.waitFor({ timeout: 60_000 });
    expect(await said.textContent()).toMatch(/refused|not read/);
    expect(await editions.textContent()).toBe(before);
  });
});
