import type { Page } from 'playwright-core';
import type { Role } from '../../server/src/contract/roles.ts';
import { paste, pick } from './browser.fixture.ts';

/** One picture: which screen, seen by whom, and what to do before. */
export interface Shot {
  readonly name: string;
  readonly role: Role | undefined;
  readonly path: string;
  readonly prepare?: (page: Page, note: string) => Promise<unknown>;
}

async function pasted(page: Page, note: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Note' }).click();
  await paste(page, note);
  await page.getByRole('textbox', { name: 'Code of line 1' }).waitFor();
}

async function chosen(page: Page, procedure: string, ...places: readonly string[]): Promise<void> {
  await pick(page, 'Procedure', procedure);
  for (const place of places) await page.getByRole('checkbox', { name: place }).click();
}

/** Opens the newest open encounter of the demo, or the record that was kept of it. */
async function newest(page: Page, what: 'encounter' | 'record'): Promise<void> {
  const id = await page.evaluate(async (key) => {
    const answer = await fetch('/api/encounters?status=open&limit=1');
    const { items } = (await answer.json()) as { items: { id: string; record?: string }[] };
    return key === 'record' ? items[0]?.record : items[0]?.id;
  }, what);
  await page.goto(`${new URL(page.url()).origin}/review?${what}=${id}`);
  await page.locator('#lines').waitFor();
}

export const SHOTS: readonly Shot[] = [
  { name: 'sign-in', role: undefined, path: '/' },
  { name: 'review-empty', role: 'coder', path: '/review' },
  { name: 'review', role: 'coder', path: '/review', prepare: pasted },
  {
    name: 'review-lit',
    role: 'coder',
    path: '/review',
    prepare: async (page, note) => {
      await pasted(page, note);
      await page.locator('mark').filter({ hasText: 'fluoroscopy' }).first().hover();
    },
  },
  {
    name: 'review-answered',
    role: 'coder',
    path: '/review',
    prepare: async (page, note) => {
      await pasted(page, note);
      await page.locator('[data-fact]').first().getByRole('button', { name: 'No', exact: true }).click();
      await page.getByText('Changed just now').waitFor();
    },
  },
  {
    name: 'review-coverage',
    role: 'coder',
    path: '/review',
    prepare: async (page, note) => {
      await pasted(page, note);
      await page.getByRole('button', { name: 'What would make this pass?' }).click();
      await page.getByRole('button', { name: /criteria met/ }).click();
      await page
        .locator('#coverage')
        .getByRole('button', { name: /Pain for at least three months/ })
        .click();
      await page.locator('#coverage').evaluate((section) => section.scrollIntoView());
    },
  },
  {
    name: 'review-findings',
    role: 'coder',
    path: '/review',
    prepare: async (page, note) => {
      await pasted(page, note);
      await page.getByRole('textbox', { name: 'Modifiers of line 2' }).fill('59');
      await page.locator('[data-severity=warn]').first().waitFor();
      await page.locator('#findings').evaluate((section) => section.scrollIntoView());
    },
  },
  {
    name: 'review-export',
    role: 'coder',
    path: '/review',
    prepare: async (page, note) => {
      await pasted(page, note);
      await page.getByRole('button', { name: 'Export' }).click();
    },
  },
  { name: 'encounter', role: 'coder', path: '/review', prepare: (page) => newest(page, 'encounter') },
  {
    name: 'encounter-ledger',
    role: 'coder',
    path: '/review',
    prepare: async (page) => {
      await newest(page, 'encounter');
      await page.getByText('Whole timeline').waitFor();
      await page.locator('#ledger').evaluate((section) => section.scrollIntoView());
    },
  },
  { name: 'record', role: 'coder', path: '/review', prepare: (page) => newest(page, 'record') },
  { name: 'form-empty', role: 'coder', path: '/form' },
  {
    name: 'form-spine',
    role: 'coder',
    path: '/form',
    prepare: (page) => chosen(page, 'medial branch b', 'L4-L5, both sides', 'L5-S1, left'),
  },
  {
    name: 'form-neck',
    role: 'coder',
    path: '/form',
    prepare: async (page) => {
      await chosen(page, 'medial branch ab');
      await page.getByText('by nerve').click();
      await page.getByText('Neck').click();
      await page.getByRole('checkbox', { name: 'C4, both sides' }).click();
      await page.getByRole('checkbox', { name: 'C5, both sides' }).click();
    },
  },
  {
    name: 'form-body',
    role: 'coder',
    path: '/form',
    prepare: (page) => chosen(page, 'joint or', 'knee, left', 'shoulder, right'),
  },
  {
    name: 'form-list',
    role: 'coder',
    path: '/form',
    prepare: (page) => chosen(page, 'trigger', 'trapezius, left', 'rhomboid, right'),
  },
  {
    name: 'form-stimulator',
    role: 'coder',
    path: '/form',
    prepare: async (page) => {
      await chosen(page, 'stimulator trial');
      await page.getByRole('textbox', { name: 'Leads placed' }).fill('2');
      await page.getByRole('textbox', { name: 'Code of line 1' }).waitFor();
    },
  },
  {
    name: 'form-toxin',
    role: 'coder',
    path: '/form',
    prepare: async (page) => {
      await chosen(page, 'spasticity or', 'biceps brachii, left', 'deltoid, left');
      await page.getByRole('textbox', { name: 'Units at biceps brachii, left' }).fill('60');
      await page.getByRole('textbox', { name: 'Units at deltoid, left' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'palette',
    role: 'coder',
    path: '/review',
    prepare: (page) => page.keyboard.press('ControlOrMeta+K'),
  },
  {
    name: 'shortcuts',
    role: 'coder',
    path: '/review',
    prepare: async (page) => {
      await page.getByRole('heading', { name: 'Review', level: 1 }).click();
      await page.keyboard.press('?');
    },
  },
];
