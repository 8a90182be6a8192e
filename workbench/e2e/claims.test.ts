import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { generateClaims } from '../../bench/generate-claims.ts';
import { root } from '../../scripts/paths.mjs';
import { Hands } from './actions.fixture.ts';
import { axeProblems, open, type Opened, withoutChromium } from './browser.fixture.ts';
import { eventually } from './eventually.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'interspace-claims-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

/** Drops a file and waits until all of it is judged. */
async function drop(path: string, options: Parameters<typeof open>[2] = {}) {
  opened = await open('coder', '/claims', options);
  const { page } = opened;
  await page.getByRole('heading', { name: 'Claims', level: 1 }).waitFor();
  await page.locator('input[type=file]').setInputFiles(path);
  await page.waitForURL(/\/claims\/[0-9a-f-]{36}/, { timeout: 60_000 });
  return page;
}

/** One claim of 5,000 with more units than a day has. */
function dearClaim(): string {
  const text = readFileSync(join(root, 'examples', 'claims', 'facet-both-sides.837'), 'utf8')
    .replace('CLM*FACET-1*700', 'CLM*DEAR-5000*5000')
    .replace('64493:50:KX*400*UN*1', '64493:50:KX*4700*UN*9');
  const path = join(folder, 'dear.837');
  writeFileSync(path, text);
  return path;
}

describe.skipIf(withoutChromium())('the Claims screen', { timeout: 900_000 }, () => {
  test('why a claim of 5,000 is on hold is found in at most eight actions', async () => {
    const list = await drop(dearClaim());
    await list.getByRole('button', { name: 'Export' }).waitFor({ timeout: 60_000 });
    await list.goto(`${opened!.url}/claims`);
    const hands = new Hands(list);
    await hands.click(list.getByRole('link', { name: 'dear.837' }).first());
    await hands.fill(list.getByLabel('Money at risk at least, dollars'), '4000');
    await hands.click(list.getByRole('gridcell', { name: 'DEAR-5000' }));
    const panel = list.getByRole('complementary', { name: 'Claim DEAR-5000' });
    await panel.getByText('Why it should not go out yet').waitFor();
    expect(await panel.textContent()).toMatch(/9 units of 64493.*Do:/s);
    expect(await panel.textContent()).toMatch(/In the file: SV104 in loop 2400, segment \d+/);
    expect(hands.actions).toBeLessThanOrEqual(8);
    expect(await axeProblems(list)).toEqual([]);
    // The claim has an address of its own, and Escape leads back to the list.
    await list.reload();
    await panel.getByText('Why it should not go out yet').waitFor();
    await list.keyboard.press('Escape');
    await eventually(() => panel.count()).toBe(0);
  });

  test('a file that is no claim file is refused with what to do', async () => {
    const path = join(folder, 'letter.837');
    writeFileSync(path, 'Dear payer, please find our claims enclosed.');
    opened = await open('coder', '/claims');
    const { page } = opened;
    await page.locator('input[type=file]').setInputFiles(path);
    const said = page.getByRole('alert');
    await said.waitFor({ timeout: 60_000 });
    expect(await said.textContent()).toMatch(/837|X12|ISA/);
  });

  test('100,000 claims: progress, a list that can be entered anywhere, filters, causes, export', async () => {
    const path = join(folder, 'large.837');
    const file = openSync(path, 'w');
    const { claims } = generateClaims({ bytes: 45_000_000 }, (piece) => void writeSync(file, piece));
    closeSync(file);
    expect(claims).toBeGreaterThan(100_000);

    const page = await drop(path);
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Export' }).waitFor({ timeout: 700_000 });
    const grid = page.getByRole('grid', { name: 'Claims of large.837' });
    await eventually(() => grid.getAttribute('aria-rowcount')).toBe(String(claims + 1));

    // By key to the last claim of all, and back: only what is seen is drawn.
    await grid.getByRole('row').nth(1).click();
    await page.keyboard.press('Escape');
    await grid.getByRole('row').nth(1).focus();
    await page.keyboard.press('End');
    await grid.getByText(`T${claims}`, { exact: true }).waitFor();
    expect(await grid.getByRole('row').count()).toBeLessThan(80);
    await page.keyboard.press('Home');
    await grid.getByText('T1', { exact: true }).waitFor();

    await grid.getByRole('button', { name: 'At risk' }).click();
    await page.getByRole('combobox', { name: 'Severity' }).click();
    await page.getByRole('option', { name: /^To fix/ }).click();
    const counted = page.getByRole('search').getByRole('status');
    await eventually(() => counted.textContent()).not.toBe(`${claims.toLocaleString('en-US')} claims`);
    await grid.getByText('Block').first().waitFor();
    await eventually(() => grid.getByText('Clean').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('sort')).toBe('risk');
    expect(new URL(page.url()).searchParams.get('order')).toBe('desc');

    await page.getByText('Causes and dollars').click();
    await page.locator('canvas').first().waitFor();
    await page
      .getByRole('radiogroup', { name: /show as/ })
      .first()
      .getByText('Table')
      .click();
    await page.getByRole('table', { name: 'Causes' }).getByRole('button', { name: 'edit/identifier/npi' }).click();
    await page.getByRole('grid').waitFor();
    expect(new URL(page.url()).searchParams.get('rule')).toBe('edit/identifier/npi');
    expect(await axeProblems(page)).toEqual([]);

    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('menuitem', { name: /CSV/ }).click();
    const saved = readFileSync(await (await download).path(), 'utf8');
    expect(saved.split('\n').length).toBeGreaterThan(1_000);
  });
});
