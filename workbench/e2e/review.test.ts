import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/paths.mjs';
import { open, type Opened, paste, withoutChromium } from './browser.fixture.ts';
import { eventually } from './eventually.fixture.ts';

const BILATERAL = readFileSync(join(root, 'examples', 'notes', 'mbb-l3-l4-l5-bilateral.txt'), 'utf8');
const OHIO = { payer: 'medicare', state: 'OH', placeOfService: '24' };
/** Notes that people dictated; they may be used and not copied, and are not everywhere. */
const DICTATED = join(root, '..', 'shared', 'data', 'notes', 'mtsamples_pain_dev.jsonl');

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

async function desk(remembered: Record<string, string> = OHIO) {
  opened = await open('coder', '/review', { remembered });
  await opened.page.getByRole('textbox', { name: 'Note' }).waitFor();
  return opened.page;
}

describe.skipIf(withoutChromium())('the Review screen', { timeout: 120_000 }, () => {
  test('a pasted note is coded, a question answered, and a criterion turns', async () => {
    const page = await desk();
    await page.getByRole('textbox', { name: 'Note' }).click();
    await paste(page, BILATERAL);
    await eventually(() => page.getByRole('textbox', { name: 'Code of line 2' }).inputValue()).toBe('64494');
    expect(await page.getByRole('textbox', { name: 'Modifiers of line 1' }).inputValue()).toBe('50 KX');
    const verdict = page.getByRole('region', { name: 'Answer' }).getByRole('status').first();
    expect(await verdict.textContent()).toContain('Not yet known');
    const question = page.locator('[data-fact="imaging.other-cause"]');
    await question.getByRole('button', { name: 'No', exact: true }).click();
    await eventually(() => verdict.textContent()).toContain('Ready');
    const changed = page.getByText('Changed just now').locator('..');
    expect(await changed.textContent()).toMatch(/No other cause of the pain: \?unknown → ✓met/);
    // Taken back, it is a question again.
    await page.getByRole('button', { name: /^Take back/ }).click();
    await question.waitFor();
    await eventually(() => verdict.textContent()).toContain('Not yet known');
  });

  test('a line, a criterion and a passage light each other up, by pointer and by key', async () => {
    const page = await desk();
    await page.getByRole('textbox', { name: 'Note' }).click();
    await paste(page, BILATERAL);
    const lit = page.locator('mark[data-lit]');
    await page.getByRole('textbox', { name: 'Code of line 1' }).focus();
    await eventually(() => lit.allTextContents()).toContain('fluoroscopy');
    await page.getByRole('button', { name: /criteria met/ }).click();
    await page
      .getByRole('region', { name: 'Answer' })
      .getByRole('button', { name: /Pain for at least three months/ })
      .hover();
    await eventually(async () => (await lit.allTextContents()).join(' ')).toContain('7 months');
    expect(await lit.first().isVisible()).toBe(true);
    // And back: the first passage by the shortcut, then on with the arrows until one says that it was done under fluoroscopy.
    await page.getByRole('heading', { name: 'Coverage' }).click();
    await page.keyboard.press('n');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let step = 0; step < 40 && (await focused()) !== 'fluoroscopy'; step++) await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('fluoroscopy');
    expect(await page.getByText('Used by').locator('..').textContent()).toContain('Line 1 · 64493');
    expect(await page.locator('tr[data-lit]').count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Code of line 1');
  });

  test('a changed modifier and side are checked at once', async () => {
    const page = await desk();
    await page.getByRole('textbox', { name: 'Note' }).click();
    await paste(page, BILATERAL);
    const modifiers = page.getByRole('textbox', { name: 'Modifiers of line 2' });
    await modifiers.waitFor();
    const answer = page.waitForResponse('**/api/check-claim');
    await modifiers.fill('LT KX');
    expect((await answer).ok()).toBe(true);
    expect(await page.getByRole('combobox', { name: 'Side of line 2' }).inputValue()).toBe('left');
    const findings = page.getByRole('region', { name: /^Findings/ });
    await modifiers.fill('59');
    await eventually(() => findings.textContent()).toContain('KX');
    await page.getByRole('combobox', { name: 'Side of line 1' }).selectOption('right');
    expect(await page.getByRole('textbox', { name: 'Modifiers of line 1' }).inputValue()).toBe('RT KX');
    await page.getByRole('button', { name: 'Back to the proposal' }).click();
    await eventually(() => modifiers.inputValue()).toBe('50 KX');
  });

  test('an answer that comes while a button is pressed does not move the button away', async () => {
    const page = await desk();
    await page.getByRole('textbox', { name: 'Note' }).click();
    await paste(page, BILATERAL);
    const modifiers = page.getByRole('textbox', { name: 'Modifiers of line 2' });
    await modifiers.waitFor();
    // Answers wait at the door until the button is down.
    let letThrough = (): void => {};
    const down = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route(/\/api\/(review|check-claim)$/, async (route) => {
      await down;
      await route.continue();
    });
    const answer = page.waitForResponse('**/api/review');
    await modifiers.fill('59');
    const back = page.getByRole('button', { name: 'Back to the proposal' });
    await back.hover();
    await page.mouse.down();
    const place = await back.boundingBox();
    letThrough();
    await (await answer).finished();
    await page.waitForTimeout(300);
    expect(await back.boundingBox()).toEqual(place);
    await page.mouse.up();
    await eventually(() => modifiers.inputValue()).toBe('50 KX');
    await back.waitFor({ state: 'detached' });
  });

  test('what would make it pass asks only what is open, and says so', async () => {
    const page = await desk();
    await page.getByRole('textbox', { name: 'Note' }).click();
    await paste(page, BILATERAL);
    await page.getByRole('button', { name: 'What would make this pass?' }).click();
    const coverage = page.getByRole('region', { name: 'Coverage' });
    await eventually(() => coverage.textContent()).toContain('only if they are what happened');
    expect(await coverage.textContent()).toContain('Do examination and imaging show another cause of the pain');
  });

  test('typing never loses the cursor, and the answer follows', async () => {
    const page = await desk();
    await page.getByRole('textbox', { name: 'Note' }).click();
    await page.keyboard.type('PROCEDURE: Left knee injection.\n');
    await page.waitForTimeout(600);
    await page.keyboard.type('The left knee was entered and 40 mg triamcinolone was injected into the joint.');
    await eventually(() => page.getByRole('textbox', { name: 'Code of line 1' }).inputValue()).toBe('20610');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.getByRole('button', { name: 'Done: show the marks' }).click();
    await page.locator('mark').first().waitFor();
  });

  test('a file is read, a file of another kind is refused with what to do', async () => {
    const page = await desk();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from(BILATERAL) });
    await page.getByRole('textbox', { name: 'Code of line 1' }).waitFor();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 nothing') });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('The file could not be read');
    expect(await page.getByRole('textbox', { name: 'Code of line 1' }).inputValue()).toBe('64493');
  });

  test('the Review comes as Markdown; a claim without a patient says what it needs', async () => {
    const page = await desk();
    await page.getByRole('textbox', { name: 'Note' }).click();
    await paste(page, BILATERAL);
    await page.getByRole('textbox', { name: 'Code of line 1' }).waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Review as Markdown' }).click();
    const path = await (await file).path();
    expect(readFileSync(path, 'utf8')).toContain('64493');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Claim as 837P file' }).click();
    await page.getByText('Not made: Claim as 837P file').waitFor();
  });

  test('an expired session is renewed over the screen, and nothing on it is lost', async () => {
    const page = await desk();
    await page.getByRole('textbox', { name: 'Note' }).click();
    await paste(page, BILATERAL);
    const question = page.locator('[data-fact="imaging.other-cause"]');
    await question.waitFor();
    await opened!.context.clearCookies();
    await question.getByRole('button', { name: 'No', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
    await dialog.waitFor();
    const { served } = await import('./serve.fixture.ts');
    await dialog.getByLabel('Password', { exact: true }).fill((await served()).accountOf('coder').password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await eventually(() =>
      page.getByRole('region', { name: 'Answer' }).getByRole('status').first().textContent(),
    ).toContain('Ready');
    expect(await page.getByTestId('chart-text').textContent()).toBe(BILATERAL);
  });

  test.skipIf(!existsSync(DICTATED))('dictated notes are read with every quote in its place', async () => {
    const notes = readFileSync(DICTATED, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string; kind?: string });
    const page = await desk();
    for (const { text } of notes.filter(({ text: all }) => all.length > 600).slice(0, 4)) {
      const answered = page.waitForResponse('**/api/review');
      await page.getByRole('textbox', { name: 'Note' }).click();
      await paste(page, text);
      const { review } = (await (await answered).json()) as { review: { lines: unknown[]; findings: unknown[] } };
      await page.getByRole('region', { name: 'Lines on the claim' }).waitFor();
      expect(await page.getByTestId('chart-text').textContent()).toBe(text);
      expect(await page.getByRole('textbox', { name: /^Code of line/ }).count()).toBe(review.lines.length);
      expect(await page.locator('[data-severity]').count()).toBe(review.findings.length);
      await page.getByRole('button', { name: 'Next note' }).click();
    }
  });
});
