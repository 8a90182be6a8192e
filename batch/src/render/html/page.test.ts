import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, findChromium, NO_CHROMIUM } from '../../../../scripts/find-chromium.mjs';
import { claimsInMemory } from '../../../../bench/generate-claims.ts';
import { scrubbed } from '../scrubbed.fixture.ts';

const many = claimsInMemory({ bytes: 120_000, faults: 0.4, practices: 3, perTransaction: 100 }).file;
const path = join(mkdtempSync(join(tmpdir(), 'interspace-page-')), 'report.html');
let page = '';
let claims = 0;
beforeAll(async () => {
  const { text, summary } = await scrubbed(many, 'html');
  writeFileSync(path, (page = text));
  claims = summary.claims;
}, 120_000);

describe('the page by itself', () => {
  it('asks for nothing from elsewhere and lets no other script run', () => {
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b/);
    expect(page).not.toMatch(/(?:src|href)=["']?(?!#)[^"'#]/);
    expect(page).not.toMatch(/url\(|@import/);
    expect(page).toMatch(/default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^']+'/);
  });

  it('names no patient, no member number and no birth date', () => {
    const members = new Set(many.toString('latin1').matchAll(/NM1\*IL\*1\*(\w+)\*(\w*)\*.*?\*MI\*(\w+)/g));
    expect(members.size).toBeGreaterThan(100);
    for (const [, last, , number] of members) {
      expect(page).not.toContain(number);
      expect(page).not.toContain(`${last},`);
    }
    expect(page).not.toMatch(/born \d/);
  });

  it('has member numbers when they were asked for, and says so', async () => {
    const { text } = await scrubbed(many, 'html', { identifiers: true });
    expect(text).toMatch(/member \w{8,}/);
    expect(text).toContain('treat it as a chart');
  });

  it('stays small whatever the number of claims', () => {
    expect(claims).toBeGreaterThan(200);
    expect(page.length).toBeLessThan(400_000);
    expect(page.match(/<article/g)!.length).toBeLessThanOrEqual(50);
  });

  it('is the same however the file is cut', async () => {
    const { text } = await scrubbed(many, 'html', { partBytes: 20_000 });
    expect(text).toBe(page);
  });

  it('tells every reason of lines that nobody judged once, whatever the day, and all of these lines', async () => {
    const { text, summary } = await scrubbed(many, 'html');
    const table = text.slice(text.indexOf('Lines that no policy judged')).split('</table>')[0]!;
    const rows = [...table.matchAll(/<td>(.*?)<\/td>\s*<td class="n">([\d,]+)<\/td>/g)];
    expect(rows.length).toBeGreaterThan(2);
    for (const [, reason] of rows) expect(reason).not.toMatch(/\d{4}-\d\d-\d\d/);
    const lines = rows.reduce((sum, [, , count]) => sum + Number(count!.replaceAll(',', '')), 0);
    expect(lines).toBe(summary.coverage['no-policy']);
  });

  it('writes a tag in a file as text', async () => {
    const text = many.toString('latin1').replaceAll('EXAMPLE PAYER', '<script>alert(1)</script>');
    const { text: hostile } = await scrubbed(text, 'html', { name: '"><img src=x onerror=alert(1)>.837' });
    expect(hostile).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(hostile.match(/<script>/g)).toHaveLength(1);
    expect(hostile).not.toContain('<img');
  });

  it('says what an empty batch is', async () => {
    const { text } = await scrubbed('NOT A CLAIM FILE', 'html');
    expect(text).toContain('No claim was read.');
    expect(text).toContain('wire/x12/not-x12');
  });
});

const executablePath = findChromium();
if (executablePath === undefined) console.warn(`batch/src/render/html/page.test.ts: ${NO_CHROMIUM}`);

describe.skipIf(executablePath === undefined)('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: CHROMIUM_ARGS, timeout: 60_000 });
  }, 90_000);
  afterAll(() => browser?.close());

  async function opened(width: number, colorScheme: 'light' | 'dark', bypassCSP = false) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP });
    const said: string[] = [];
    const tab = await context.newPage();
    tab.on('console', (message) => said.push(message.text()));
    tab.on('pageerror', (error) => said.push(String(error)));
    tab.on('request', (request) => {
      if (request.url() !== `file://${path}`) said.push(`asked for ${request.url()}`);
    });
    await tab.goto(`file://${path}`);
    return { tab, said, close: () => context.close() };
  }

  it.each([1440, 1024, 390])('asks for nothing, complains of nothing and fits at %i pixels', async (width) => {
    const { tab, said, close } = await opened(width, 'light');
    expect(said).toEqual([]);
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await close();
  });

  it('shows a cause on a narrow screen without anything to push sideways', async () => {
    const { tab, close } = await opened(390, 'light');
    const table = tab.getByRole('region', { name: 'Table of top causes' });
    const [wide, seen] = await table.evaluate((node) => {
      const { scrollWidth, clientWidth } = node as unknown as { scrollWidth: number; clientWidth: number };
      return [scrollWidth, clientWidth];
    });
    expect(wide).toBe(seen);
    const row = table.getByRole('row').nth(1);
    expect(await row.getByRole('cell').count()).toBe(4);
    expect(await row.getByRole('rowheader').count()).toBe(1);
    const label = `getComputedStyle(document.querySelector('.stacks td.n'), '::before').content`;
    expect(await tab.evaluate(label)).toContain('Claims');
    await close();
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)(
    'is accessible in %s at %i pixels',
    async (scheme, width) => {
      const { tab, close } = await opened(width, scheme, true);
      await tab.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      const violations = await tab.evaluate(
        `axe.run(document).then(({violations}) => violations.map(({id, nodes}) => id + ': ' + nodes[0].html))`,
      );
      expect(violations).toEqual([]);
      await close();
    },
    60_000,
  );

  const shown = (tab: Page) => tab.locator('article:visible').count();

  it('filters the claims by words, by cause and from the list of causes', async () => {
    const { tab, close } = await opened(1280, 'light');
    const all = await shown(tab);
    expect(await tab.locator('form.filter output').textContent()).toBe(`${all} of ${all} shown`);
    const first = await tab.locator('article h3').first().textContent();
    await tab.locator('input[name=words]').fill(first!);
    expect(await shown(tab)).toBeGreaterThanOrEqual(1);
    expect(await shown(tab)).toBeLessThan(all);
    await tab.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => shown(tab)).toBe(all);
    const link = tab.locator('a[data-rule]').first();
    const rule = await link.getAttribute('data-rule');
    await link.click();
    await expect.poll(() => tab.locator('select[name=rule]').inputValue()).toBe(rule);
    const rules = await tab
      .locator('article:visible')
      .evaluateAll((nodes) =>
        nodes.map((node) => (node as unknown as { dataset: { rules: string } }).dataset.rules.split(' ')),
      );
    expect(rules.length).toBeGreaterThan(0);
    for (const own of rules) expect(own).toContain(rule);
    await close();
  });

  it('shows every claim without its script, and no filter that does nothing', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(`file://${path}`);
    expect(await tab.locator('form.filter').isVisible()).toBe(false);
    expect(await shown(tab)).toBe(page.match(/<article/g)!.length);
    await context.close();
  });

  it('prints', async () => {
    const { tab, close } = await opened(1280, 'dark');
    const paper = await tab.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.locator('nav').isVisible()).toBe(false);
    expect(await tab.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await close();
  });
});
