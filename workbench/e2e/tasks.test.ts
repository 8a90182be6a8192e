import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { generateClaims } from '../../bench/generate-claims.ts';
import { root } from '../../scripts/paths.mjs';
import { open, type Opened, paste, withoutChromium } from './browser.fixture.ts';
import { eventually } from './eventually.fixture.ts';

const NOTE = readFileSync(join(root, 'examples', 'notes', 'mbb-l3-l4-l5-bilateral.txt'), 'utf8');
const MOST = 8;

const folder = mkdtempSync(join(tmpdir(), 'interspace-tasks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Five thousand claims, and among them one of 5,000 dollars with more units than a day has. */
function manyClaims(): string {
  const path = join(folder, 'march.837');
  const file = openSync(path, 'w');
  generateClaims({ bytes: 2_250_000 }, (piece) => void writeSync(file, piece));
  const dear = readFileSync(join(root, 'examples', 'claims', 'facet-both-sides.837'), 'utf8')
    .replace('CLM*FACET-1*700', 'CLM*DEAR-5000*5000')
    .replace('64493:50:KX*400*UN*1', '64493:50:KX*4700*UN*9');
  writeSync(file, dear);
  closeSync(file);
  return path;
}

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

/** Counts what a hand does: a press of the mouse, a key, a word that is typed, a paste. */
function hand() {
  const done: string[] = [];
  return {
    done,
    does: async (what: string, act: () => Promise<unknown>) => {
      done.push(what);
      await act();
    },
  };
}

/** The page after signing in, with nothing set. */
describe.skipIf(withoutChromium())('a coder who starts with nothing set', { timeout: 180_000 }, () => {
  test(`codes a bilateral two-level facet block from a note in at most ${MOST} actions`, async () => {
    opened = await open('coder', '/');
    const { page } = opened;
    const { does, done } = hand();
    await does('click into the note', () => page.getByRole('textbox', { name: 'Note' }).click());
    await does('paste', () => paste(page, NOTE));
    await does('click State', () => page.getByRole('combobox', { name: 'State' }).click());
    await does('type OH', () => page.keyboard.type('OH'));
    await does('Enter', () => page.keyboard.press('Enter'));
    const question = page.locator('[data-fact="imaging.other-cause"]');
    await question.waitFor();
    await does('answer No', () => question.getByRole('button', { name: 'No', exact: true }).click());
    await eventually(() =>
      page.getByRole('region', { name: 'Answer' }).getByRole('status').first().textContent(),
    ).toContain('Ready');
    await does('copy the lines', () => page.getByRole('button', { name: 'Copy the lines' }).click());
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(
      '64493\t50 KX\t1\tM47.816 M47.817\n64494\t50 KX\t1\tM47.816 M47.817',
    );
    console.log(`coded and copied in ${done.length} actions: ${done.join(', ')}`);
    expect(done.length).toBeLessThanOrEqual(MOST);
  });

  test(`finds why a claim of 5,000 is on hold, among 5,000 claims, in at most ${MOST} actions`, async () => {
    // The file was dropped before: that somebody asks about it is how the task begins.
    const dropped = await open('coder', '/claims');
    await dropped.page.locator('input[type=file]').setInputFiles(manyClaims());
    await dropped.page.waitForURL(/\/claims\/[0-9a-f-]{36}/, { timeout: 60_000 });
    await dropped.page.getByRole('button', { name: 'Export' }).waitFor({ timeout: 120_000 });
    await dropped.close();

    opened = await open('coder', '/');
    const { page } = opened;
    const { does, done } = hand();
    await does('click Claims', () => page.getByRole('link', { name: 'Claims' }).click());
    await does('click the file', () => page.getByRole('link', { name: 'march.837' }).first().click());
    const counted = page.getByRole('search').getByRole('status');
    await eventually(async () => Number((await counted.textContent())?.replaceAll(/\D/g, ''))).toBeGreaterThan(4_900);
    await does('click into the least money', () => page.getByLabel('Money at risk at least, dollars').click());
    await does('type 4500', () => page.keyboard.type('4500'));
    const claim = page.getByRole('gridcell', { name: 'DEAR-5000' });
    await claim.waitFor();
    await does('click the claim', () => claim.click());
    const panel = page.getByRole('complementary', { name: 'Claim DEAR-5000' });
    await panel.getByText('Why it should not go out yet').waitFor();
    expect(await panel.textContent()).toMatch(/9 units of 64493.*Do:/s);
    console.log(`found why it is on hold in ${done.length} actions: ${done.join(', ')}`);
    expect(done.length).toBeLessThanOrEqual(MOST);
  });

  test(`answers the question for a missing scale in at most ${MOST} actions`, async () => {
    opened = await open('coder', '/', { remembered: { payer: 'medicare', state: 'OH', placeOfService: '24' } });
    const { page } = opened;
    const { does, done } = hand();
    const unscaled = NOTE.replaceAll(/NRS\s+7\/10\. /g, '').replace(/Pain before: .*\n/, '');
    await does('click into the note', () => page.getByRole('textbox', { name: 'Note' }).click());
    await does('paste', () => paste(page, unscaled));
    const scale = page
      .locator('[data-fact]')
      .filter({ hasText: /score|scale/i })
      .first();
    await scale.waitFor();
    const fact = await scale.getAttribute('data-fact');
    const before = await page.locator('[data-fact]').count();
    const buttons = scale.getByRole('button');
    if ((await buttons.first().textContent()) === 'Answer') {
      await does('click into the answer', () => scale.getByRole('textbox').click());
      await does('type 7', () => page.keyboard.type('7'));
      await does('Enter', () => page.keyboard.press('Enter'));
    } else await does('answer', () => buttons.first().click());
    await eventually(() => page.locator('[data-fact]').count()).toBeLessThan(before);
    await page.getByText('Changed just now').waitFor();
    console.log(`${fact} answered in ${done.length} actions: ${done.join(', ')}`);
    expect(done.length).toBeLessThanOrEqual(MOST);
  });
});
