import { afterEach, describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/contract/roles.ts';
import { open, type Opened, withoutChromium } from './browser.fixture.ts';
import { eventually } from './eventually.fixture.ts';
import { served } from './serve.fixture.ts';

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

/** What each role finds in the navigation. */
const SEEN: readonly (readonly [Role, readonly string[]])[] = [
  ['physician', ['Review', 'Form entry', 'Patients', 'Work queue', 'Rulebook', 'Library']],
  ['coder', ['Review', 'Form entry', 'Claims', 'Patients', 'Work queue', 'Rulebook', 'Library']],
  ['biller', ['Review', 'Form entry', 'Claims', 'Patients', 'Work queue', 'Rulebook', 'Library']],
  ['compliance', ['Claims', 'Patients', 'Work queue', 'Rulebook', 'Library', 'Audit log']],
  ['administrator', ['Work queue', 'Rulebook', 'Library', 'Accounts', 'Audit log']],
];

describe.skipIf(withoutChromium())('signing in', { timeout: 120_000 }, () => {
  test('leads to the page that was asked for, and out again', async () => {
    opened = await open(undefined, '/form?from=a-link');
    const { page } = opened;
    const { login, password } = (await served()).accountOf('coder');
    await page.getByLabel('Account').fill(login);
    await page.getByLabel('Password', { exact: true }).fill('not this one, surely');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Form entry', level: 1 }).waitFor();
    expect(new URL(page.url()).search).toBe('?from=a-link');
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('textbox', { name: 'Find a command' }).fill('sign out');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  test.each(SEEN)('a %s finds the screens of the role and no others', async (role, screens) => {
    opened = await open(role, '/');
    const { page } = opened;
    const links = page.getByRole('navigation', { name: 'Screens' }).getByRole('listitem').getByRole('link');
    await eventually(() => links.allTextContents()).toEqual(screens);
    const forbidden = screens.includes('Accounts') ? '/review' : '/accounts';
    await page.goto(opened.url + forbidden);
    await page.getByText('This screen is not for your role').waitFor();
  });

  test('the demo names its accounts, and one press enters', async () => {
    opened = await open(undefined, '/');
    const { page } = opened;
    const { name } = (await served()).accountOf('physician');
    await page.getByRole('button', { name }).click();
    await page.getByRole('heading', { name: 'Review', level: 1 }).waitFor();
  });
});
