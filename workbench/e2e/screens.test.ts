import { afterEach, describe, expect, test } from 'vitest';
import type { Role } from '../../server/src/contract/roles.ts';
import { addPatient } from './api.fixture.ts';
import { axeProblems, open, type Opened, withoutChromium } from './browser.fixture.ts';

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

/** Every screen beside Review and its own, what shows that it is there, and who sees it. */
const SCREENS: readonly (readonly [Role, string, string])[] = [
  ['coder', '/claims', 'Files'],
  ['coder', '/patients', 'Record number'],
  ['coder', '/work', 'Assigned to'],
  ['coder', '/rulebook', 'Original Medicare'],
  ['coder', '/rulebook?policy=medicare/epidural', 'How it is checked'],
  ['coder', '/rulebook?tab=edits', 'edit/diagnosis/none'],
  ['coder', '/rulebook?tab=compare&from=2025-12-31&to=2026-01-01', 'Added'],
  ['administrator', '/library', 'Editions loaded'],
  ['administrator', '/accounts', 'What a role may do'],
  ['administrator', '/account', 'Second factor'],
  ['compliance', '/audit', 'session.start'],
];

describe.skipIf(withoutChromium())('axe finds nothing', { timeout: 120_000 }, () => {
  describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
    test.each(SCREENS)('%s at %s', async (role, path, shows) => {
      if (path === '/work') await addPatient();
      opened = await open(role, path, { scheme });
      await opened.page.locator('main').getByText(shows).first().waitFor({ timeout: 30_000 });
      expect(await axeProblems(opened.page)).toEqual([]);
    });

    test('a patient', async () => {
      const { id } = await addPatient();
      opened = await open('coder', `/patients/${id}`, { scheme });
      await opened.page.locator('canvas').first().waitFor();
      expect(await axeProblems(opened.page)).toEqual([]);
    });

    test('a file of claims, its causes, and a claim', async () => {
      opened = await open('coder', '/claims', { scheme });
      const { page } = opened;
      await page.getByRole('link', { name: 'example-quarter.837' }).click();
      await page.getByRole('gridcell').first().waitFor();
      expect(await axeProblems(page)).toEqual([]);
      await page.getByText('Causes and dollars').click();
      await page.locator('canvas').first().waitFor();
      expect(await axeProblems(page)).toEqual([]);
      await page.getByRole('radiogroup', { name: 'Show' }).first().getByText('Claims').click();
      await page.getByRole('gridcell').first().click();
      await page.getByRole('complementary').getByText('Lines', { exact: true }).waitFor();
      expect(await axeProblems(page)).toEqual([]);
    });

    test('an item of work', async () => {
      await addPatient();
      opened = await open('coder', '/work', { scheme });
      await opened.page.getByRole('gridcell').first().click();
      await opened.page.getByRole('complementary').getByText('Comments').waitFor();
      expect(await axeProblems(opened.page)).toEqual([]);
    });
  });
});
