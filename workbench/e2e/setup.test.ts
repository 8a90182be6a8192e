import { Secret, TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeProblems, open, type Opened, withoutChromium } from './browser.fixture.ts';
import { servedEmpty } from './serve.fixture.ts';

const PASSWORD = 'lantern harbor velvet quartz';

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

/** One practice from its first link on; each test goes on where the one before ended. */
describe.skipIf(withoutChromium())('a practice that begins', { timeout: 240_000 }, () => {
  let served: Awaited<ReturnType<typeof servedEmpty>>;
  beforeAll(async () => void (served = await servedEmpty()), 240_000);
  afterAll(() => served?.stop());

  const visit = async (address: string) => (opened = await open(undefined, address)).page;
  const enter = async (page: Opened['page'], password: string) => {
    await page.getByLabel('Account').fill('ada');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  test('a wrong link makes nobody an administrator', async () => {
    const page = await visit(`${served.url}/setup?token=made-up`);
    await fillIn(page);
    await page.getByRole('button', { name: 'Make the account' }).click();
    expect(await page.getByRole('alert').textContent()).toMatch(/link/);
  });

  test('the first-run link makes the first administrator, once', async () => {
    const page = await visit(served.link);
    await page.getByRole('heading', { name: 'Welcome to Interspace' }).waitFor();
    const make = page.getByRole('button', { name: 'Make the account' });
    await page.getByLabel('Password', { exact: true }).fill('password1234');
    expect(await make.isDisabled()).toBe(true);
    expect(await axeProblems(page)).toEqual([]);
    await fillIn(page);
    await page.getByLabel('Password once more').fill('something else');
    expect(await make.isDisabled()).toBe(true);
    await page.getByLabel('Password once more').fill(PASSWORD);
    await make.click();
    await page.getByRole('navigation', { name: 'Screens' }).getByText('Ada Sample').waitFor();
    await page.context().clearCookies();
    await page.goto(served.link);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  test('a second factor is set up, and asked for at the next sign-in', async () => {
    const page = await visit(`${served.url}/account`);
    await enter(page, PASSWORD);
    await page.getByRole('button', { name: 'Set it up' }).click();
    const secret = (await page.locator('pre').textContent())!.replaceAll(' ', '');
    const digits = (later = 0) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 });
    expect(await axeProblems(page)).toEqual([]);
    await page.getByLabel('Digit 1').click();
    await page.keyboard.type(digits());
    await page.getByText('The second factor is set up.').waitFor();

    await page.context().clearCookies();
    await page.goto(`${served.url}/account`);
    await enter(page, PASSWORD);
    await page.getByText('Six digits of your authenticator app').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.type('000000');
    await page.getByRole('alert').waitFor();
    // Each number counts once: the next sign-in takes the one after.
    await page.getByLabel('Digit 1').click();
    await page.keyboard.type(digits(1));
    await page.getByText('The second factor is set up.').waitFor();
  });

  test('after five wrong passwords even the right one has to wait, and the page says what to do', async () => {
    const page = await visit(`${served.url}/sign-in`);
    for (let time = 0; time < 5; time++)
      await fetch(`${served.url}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: 'ada', password: 'not this one at all' }),
      });
    await enter(page, PASSWORD);
    const said = page.getByRole('alert');
    await said.waitFor();
    expect(await said.textContent()).toMatch(/locked for a while.*an administrator can unlock it/is);
    expect(await axeProblems(page)).toEqual([]);
  });
});

async function fillIn(page: Opened['page']): Promise<void> {
  await page.getByLabel('Name of the practice').fill('Invented Pain Center');
  await page.getByLabel('Your name').fill('Ada Sample');
  await page.getByLabel('Account').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Password once more').fill(PASSWORD);
}
