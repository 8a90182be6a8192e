import { afterEach, describe, expect, test } from 'vitest';
import { open, type Opened, withoutChromium } from './browser.fixture.ts';
import { eventually } from './eventually.fixture.ts';

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

interface Row {
  readonly id: string;
  readonly title: string;
  readonly record?: string;
}

describe.skipIf(withoutChromium())('an encounter of the practice', { timeout: 120_000 }, () => {
  test('is opened with its chart, its context and its earlier sessions, is kept, and the kept one is the same again', async () => {
    opened = await open('coder', '/review');
    const { page, context, url } = opened;
    const answer = await context.request.get(`${url}/api/encounters`, { params: { status: 'open', limit: 20 } });
    const { items } = (await answer.json()) as { items: Row[] };
    const row = items.find(({ title }) => /epidural/i.test(title)) ?? items[0]!;
    await page.goto(`${url}/review?encounter=${row.id}`);
    await page.getByRole('region', { name: 'Lines on the claim' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(row.title);
    expect(await page.getByRole('textbox', { name: 'Date of service' }).inputValue()).toMatch(/^\d\d\/\d\d\/\d{4}$/);
    const sessions = page.getByRole('region', { name: 'Earlier sessions' });
    await eventually(() => sessions.textContent()).toMatch(/relief|No earlier session|No limit|Next eligible date/);
    const kept = page.waitForResponse(
      (response) => response.url().endsWith('/api/review') && response.request().postData()!.includes('"keep":true'),
    );
    await page.getByRole('button', { name: 'Keep' }).click();
    const { record } = (await (await kept).json()) as { record: string };
    await page.getByText('The review is kept').waitFor();
    await page.goto(`${url}/review?record=${record}`);
    await page.getByText('Judged again now, the answer is the same.').waitFor();
  });

  test('that does not exist says so', async () => {
    opened = await open('coder', '/review?encounter=00000000-0000-4000-8000-000000000000');
    await opened.page.getByText('The encounter could not be opened').waitFor();
  });
});
