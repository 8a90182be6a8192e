import { afterEach, describe, expect, test } from 'vitest';
import { addPatient, asRole } from './api.fixture.ts';
import { open, type Opened, withoutChromium } from './browser.fixture.ts';

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

describe.skipIf(withoutChromium())('the Patient screen', { timeout: 120_000 }, () => {
  test('found by name; sessions, what is left, relief and encounters, as pictures and as tables', async () => {
    const { name } = await addPatient();
    opened = await open('coder', '/patients');
    const { page } = opened;
    await page.getByLabel('Search patients').fill(name.split(',')[0] ?? '');
    await page.getByRole('gridcell', { name }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.getByRole('img', { name: /Timeline by region and side\. 2 sessions/ }).waitFor();
    await page.locator('canvas').first().waitFor();
    const left = page.getByRole('region', { name: 'What is left' });
    expect(await left.textContent()).toMatch(/Sessions per spinal region in twelve months.*2 (known )?of 4/);
    const sessions = page.getByRole('region', { name: 'Sessions' });
    await sessions.getByText('Table', { exact: true }).click();
    const table = page.getByRole('table', { name: 'Sessions' });
    expect(await table.getByRole('row').count()).toBe(3);
    expect(await table.textContent()).toContain('lumbar, left');
    const link = page.getByRole('region', { name: 'Encounters' }).getByRole('link', { name: /Medial branch/ });
    expect(await link.getAttribute('href')).toMatch(/\/review\?encounter=/);
  });

  test("another physician's chart opens with a reason, which the audit log keeps", async () => {
    const { id, name } = await addPatient();
    const admin = await asRole('administrator');
    const login = `stranger-${Date.now().toString(36)}`;
    const password = 'quite unrelated words here';
    await admin('POST', '/accounts', { name: 'Sam Stranger', login, role: 'physician', password });
    opened = await open(undefined, '/sign-in');
    const { page, url } = opened;
    await page.getByLabel('Account').fill(login);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL((now) => !now.pathname.startsWith('/sign-in'));
    await page.goto(`${url}/patients/${id}`);
    await page.getByRole('heading', { name: 'This chart is not one of yours' }).waitFor();
    expect(await page.locator('main').textContent()).not.toContain(name);
    const button = page.getByRole('button', { name: 'Open the chart for one hour' });
    await page.getByLabel('Why do you need to see it?').fill('because');
    expect(await button.isDisabled()).toBe(true);
    await page.getByLabel('Why do you need to see it?').fill('Covering for the colleague tonight.');
    await button.click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    const log = await (
      await asRole('compliance')
    )<{ items: { actor: string; detail?: string }[] }>('GET', '/audit-log?action=break-glass&limit=5');
    expect(log.items[0]).toMatchObject({ actor: 'Sam Stranger', detail: 'Covering for the colleague tonight.' });
  });
});
