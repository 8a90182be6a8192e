import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { open, type Opened, withoutChromium } from './browser.fixture.ts';
import { eventually } from './eventually.fixture.ts';

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

const MARK = Date.now().toString(36);

describe.skipIf(withoutChromium())('accounts, roles and the audit log', { timeout: 120_000 }, () => {
  test.each([
    ['coder', ['Review', 'Form entry', 'Claims', 'Patients', 'Work queue', 'Rulebook', 'Library'], '/accounts'],
    ['physician', ['Review', 'Form entry', 'Patients', 'Work queue', 'Rulebook', 'Library'], '/claims'],
    ['administrator', ['Work queue', 'Rulebook', 'Library', 'Accounts', 'Audit log'], '/patients'],
    ['compliance', ['Claims', 'Patients', 'Work queue', 'Rulebook', 'Library', 'Audit log'], '/review'],
  ] as const)('%s sees the own screens and is told why of another', async (role, screens, closed) => {
    opened = await open(role, '/work');
    const { page, url } = opened;
    const links = page.getByRole('navigation', { name: 'Screens' }).locator('li');
    await links.first().waitFor();
    expect(await links.allTextContents()).toEqual(screens);
    await page.goto(url + closed);
    await page.getByRole('heading', { name: 'This screen is not for your role' }).waitFor();
  });

  test('an account is made, signs in, and is switched off', async () => {
    opened = await open('administrator', '/accounts');
    const { page, context, url } = opened;
    await page.getByRole('button', { name: 'New account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(`Nora Newcomer ${MARK}`);
    await dialog.getByLabel('Login').fill(`nora-${MARK}`);
    await dialog.getByLabel('First password').fill('short');
    expect(await dialog.getByRole('button', { name: 'Make the account' }).isDisabled()).toBe(true);
    await dialog.getByLabel('First password').fill('quite unrelated words here');
    await dialog.getByRole('button', { name: 'Make the account' }).click();
    const row = page.getByRole('row', { name: new RegExp(`Nora Newcomer ${MARK}`) });
    await row.waitFor();
    expect(await row.textContent()).toContain('active');
    const sign = () =>
      fetch(`${url}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: `nora-${MARK}`, password: 'quite unrelated words here' }),
      });
    expect((await sign()).status).toBe(200);
    await row.getByRole('button', { name: /Nora/ }).click();
    await dialog.getByRole('switch', { name: 'May sign in' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await eventually(() => row.textContent()).toContain('switched off');
    expect((await sign()).status).toBe(401);
    expect(context.pages()).toHaveLength(1);
  });

  test('the secret of a client is told once', async () => {
    opened = await open('administrator', '/accounts');
    const { page } = opened;
    await page.getByRole('button', { name: 'New client' }).click();
    await page.getByRole('dialog').getByLabel('Name of the program').fill(`Sample EHR ${MARK}`);
    await page.getByRole('button', { name: 'Make the client' }).click();
    const dialog = page.getByRole('dialog', { name: /may ask now/ });
    const secret = await dialog.locator('pre, code').last().textContent();
    expect(secret?.length).toBeGreaterThan(20);
    await dialog.getByRole('button', { name: 'I have put it away' }).click();
    await page.getByRole('table', { name: 'Clients' }).getByText(`Sample EHR ${MARK}`).waitFor();
    expect(await page.locator('main').textContent()).not.toContain(secret);
  });

  test('the audit log is verified, narrowed and exported', async () => {
    opened = await open('compliance', '/audit');
    const { page } = opened;
    await page.getByRole('gridcell').first().waitFor();
    await page.getByRole('button', { name: 'Verify the chain' }).click();
    await page.getByText(/^✓ The chain is intact: [\d,]+ entries/).waitFor();
    await page.getByLabel('Act begins with').fill('session.start');
    await expect
      .poll(async () => new Set(await page.locator('[aria-colindex="5"][role=gridcell]').allTextContents()))
      .toEqual(new Set(['session.start']));
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export' }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toContain('session.start');
  });
});
