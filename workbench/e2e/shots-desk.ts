import type { Page } from 'playwright-core';
import type { Shot } from './shots.ts';

/** The first batch of the invented practice. */
async function openBatch(page: Page): Promise<void> {
  await page.getByRole('table', { name: 'Claim files' }).getByRole('link').first().click();
  await page.getByRole('gridcell').first().waitFor();
}

/** The canvas of a chart is fetched when it is first shown. */
async function charts(page: Page): Promise<void> {
  await page.locator('canvas').first().waitFor();
  await page.waitForTimeout(300);
}

const firstPatient = async (page: Page): Promise<void> => {
  await page.getByRole('gridcell').first().click();
  await charts(page);
};

const scrolled = (page: Page, heading: string): Promise<void> =>
  page.getByRole('region', { name: heading }).evaluate((section) => section.scrollIntoView());

/** Claims, patients, work, rulebook, library, accounts, audit log. */
export const DESK_SHOTS: readonly Shot[] = [
  { name: 'claims', role: 'coder', path: '/claims', prepare: (page) => page.getByRole('table').waitFor() },
  { name: 'claims-batch', role: 'coder', path: '/claims', prepare: openBatch },
  {
    name: 'claims-claim',
    role: 'coder',
    path: '/claims',
    prepare: async (page) => {
      await openBatch(page);
      await page.getByRole('button', { name: 'At risk' }).click();
      await page.waitForURL(/sort=risk/);
      await page.getByRole('gridcell').first().click();
      await page.getByRole('complementary').getByText('Lines', { exact: true }).waitFor();
    },
  },
  {
    name: 'claims-causes',
    role: 'coder',
    path: '/claims',
    prepare: async (page) => {
      await openBatch(page);
      await page.getByText('Causes and dollars').click();
      await charts(page);
    },
  },
  {
    name: 'claims-none',
    role: 'coder',
    path: '/claims',
    prepare: async (page) => {
      await openBatch(page);
      await page.getByLabel('Claim number begins with').fill('ZZZ');
      await page.getByText('No claim like that').waitFor();
    },
  },
  {
    name: 'patients',
    role: 'coder',
    path: '/patients',
    prepare: (page) => page.getByRole('gridcell').first().waitFor(),
  },
  { name: 'patient', role: 'coder', path: '/patients', prepare: firstPatient },
  {
    name: 'patient-left',
    role: 'coder',
    path: '/patients',
    prepare: async (page) => {
      await firstPatient(page);
      await scrolled(page, 'What is left');
    },
  },
  {
    name: 'patient-relief',
    role: 'coder',
    path: '/patients',
    prepare: async (page) => {
      await firstPatient(page);
      await scrolled(page, 'Relief');
    },
  },
  { name: 'work', role: 'coder', path: '/work', prepare: (page) => page.getByRole('gridcell').first().waitFor() },
  {
    name: 'work-question',
    role: 'physician',
    path: '/work?kind=question',
    prepare: async (page) => {
      await page.getByRole('gridcell').first().click();
      await page.getByRole('region', { name: 'Question' }).waitFor();
    },
  },
  {
    name: 'work-biller',
    role: 'biller',
    path: '/work',
    prepare: (page) => page.getByRole('gridcell').first().waitFor(),
  },
  {
    name: 'rulebook',
    role: 'coder',
    path: '/rulebook',
    prepare: (page) => page.getByText('Original Medicare').waitFor(),
  },
  {
    name: 'rulebook-policy',
    role: 'coder',
    path: '/rulebook?policy=medicare/epidural&state=FL&on=2026-11-01',
    prepare: (page) => page.getByText('How it is checked').first().waitFor(),
  },
  {
    name: 'rulebook-edits',
    role: 'coder',
    path: '/rulebook?tab=edits',
    prepare: (page) => page.getByRole('table').waitFor(),
  },
  {
    name: 'rulebook-compare',
    role: 'coder',
    path: '/rulebook?tab=compare&from=2025-12-31&to=2026-11-01',
    prepare: (page) => page.getByText(/^\d+ changes?$/).waitFor(),
  },
  {
    name: 'library',
    role: 'administrator',
    path: '/library',
    prepare: (page) => page.getByRole('table', { name: 'Editions' }).waitFor(),
  },
  {
    name: 'library-refused',
    role: 'administrator',
    path: '/library',
    prepare: async (page) => {
      await page.getByRole('combobox', { name: 'Which table is it?' }).click();
      await page.getByRole('option', { name: 'mue' }).click();
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'recipe.csv', mimeType: 'text/csv', buffer: Buffer.from('flour,eggs\n1,2\n') });
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'accounts',
    role: 'administrator',
    path: '/accounts',
    prepare: (page) => page.getByRole('table').first().waitFor(),
  },
  {
    name: 'accounts-new',
    role: 'administrator',
    path: '/accounts',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'New account' }).click();
      await page.getByLabel('Login').waitFor();
    },
  },
  { name: 'account', role: 'coder', path: '/account' },
  {
    name: 'audit',
    role: 'compliance',
    path: '/audit',
    prepare: async (page) => {
      await page.getByRole('gridcell').first().waitFor();
      await page.getByRole('button', { name: 'Verify the chain' }).click();
      await page.getByText(/The chain is/).waitFor();
    },
  },
];
