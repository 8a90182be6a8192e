import { afterEach, describe, expect, test } from 'vitest';
import { Hands } from './actions.fixture.ts';
import { addPatient, asRole } from './api.fixture.ts';
import { open, type Opened, withoutChromium } from './browser.fixture.ts';
import { eventually } from './eventually.fixture.ts';

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly encounter?: string;
    readonly kind: string;
    readonly question?: { readonly fact: string };
  }[];
}

/** The open items of one encounter. */
async function itemsOf(encounter: string): Promise<Listed['items']> {
  const ask = await asRole('physician');
  const { items } = await ask<Listed>('GET', '/work-items?limit=500');
  return items.filter((one) => one.encounter === encounter);
}

describe.skipIf(withoutChromium())('the work queue', { timeout: 120_000 }, () => {
  test('take, comment, answer in place: the encounter is judged again and the question is gone', async () => {
    const { encounter } = await addPatient();
    const question = (await itemsOf(encounter)).find((one) => one.question?.fact === 'imaging.other-cause');
    expect(question).toBeDefined();
    opened = await open('coder', `/work?kind=question&item=${question!.id}`);
    const { page } = opened;
    const panel = page.getByRole('complementary');
    const hands = new Hands(page);
    await hands.click(panel.getByRole('button', { name: 'Take it' }));
    await eventually(() => panel.getByLabel('Assigned to').inputValue()).toContain('(me)');
    await panel.getByLabel('Comment', { exact: true }).fill('Dr. Sample said so on the phone.');
    await panel.getByRole('button', { name: 'Comment' }).click();
    await panel.getByText('Dr. Sample said so on the phone.').waitFor();
    const asked = panel.getByRole('region', { name: 'Question' });
    await hands.click(asked.getByRole('button', { name: 'No', exact: true }));
    await panel.getByText('Resolved', { exact: true }).waitFor();
    expect(hands.actions).toBeLessThanOrEqual(8);
    expect((await itemsOf(encounter)).some(({ id }) => id === question!.id)).toBe(false);
  });

  test('J and K walk, E resolves, and what is resolved can be opened again', async () => {
    await addPatient();
    opened = await open('coder', '/work');
    const { page } = opened;
    await page.getByRole('gridcell').first().waitFor();
    await page.keyboard.press('j');
    const panel = page.getByRole('complementary');
    await panel.getByRole('button', { name: 'Resolve' }).waitFor();
    await page.keyboard.press('e');
    await panel.getByText('Resolved', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Open it again' }).click();
    await panel.getByRole('button', { name: 'Resolve' }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('who may only read sees no button that would be refused', async () => {
    const { encounter } = await addPatient();
    const [first] = await itemsOf(encounter);
    opened = await open('compliance', `/work?item=${first!.id}`);
    const panel = opened.page.getByRole('complementary');
    await panel.getByRole('heading', { name: 'Comments' }).waitFor();
    expect(await panel.getByRole('button', { name: /Resolve|Take it|Comment/ }).count()).toBe(0);
  });
});
