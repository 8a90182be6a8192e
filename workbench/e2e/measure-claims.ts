// `npm run bench:workbench-claims`: 100,000 claims dropped on the page: how long until they are judged, what the page holds in
// memory, how evenly it scrolls, how soon a filter, an order and a claim answer.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { generateClaims } from '../../bench/generate-claims.ts';
import { open, withoutChromium } from './browser.fixture.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function told(name: string, times: readonly number[], limit: number): void {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  say(
    `${name.padEnd(52)} median ${at(0.5).toFixed(0).padStart(5)} ms  95 % ${at(0.95).toFixed(0).padStart(5)} ms  ` +
      `${at(0.5) <= limit ? 'within' : 'OVER'} ${limit} ms`,
  );
  if (at(0.5) > limit) process.exitCode = 1;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** Megabytes that the page's own objects take after a clearing up. */
async function memory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/** Time between two pictures while the list is scrolled through by 400 steps of the wheel. */
function frames(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const grid = document.querySelector('[role=grid]') as HTMLElement;
    const times: number[] = [];
    let before = performance.now();
    for (let step = 0; step < 400; step++) {
      grid.scrollTop += step < 200 ? 180 : 4_000;
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
    return times;
  });
}

async function measure(folder: string): Promise<void> {
  const path = join(folder, 'large.837');
  const file = openSync(path, 'w');
  const { claims, bytes } = generateClaims({ bytes: 45_000_000 }, (piece) => void writeSync(file, piece));
  closeSync(file);
  const { page, close } = await open('coder', '/claims');
  await page.getByRole('heading', { name: 'Claims', level: 1 }).waitFor();
  say(`memory of the page before: ${(await memory(page)).toFixed(0)} MB`);
  const sent = await timed(async () => {
    await page.locator('input[type=file]').setInputFiles(path);
    await page.waitForURL(/\/claims\/[0-9a-f-]{36}/, { timeout: 120_000 });
  });
  const judged = await timed(() => page.getByRole('button', { name: 'Export' }).waitFor({ timeout: 600_000 }));
  say(
    `${claims} claims, ${(bytes / 1e6).toFixed(0)} MB: sent in ${(sent / 1000).toFixed(1)} s, judged and kept ${(judged / 1000).toFixed(1)} s later`,
  );

  const grid = page.getByRole('grid');
  const address = page.url();
  const opened: number[] = [];
  for (let round = 0; round < 5; round++) {
    await page.goto('about:blank');
    opened.push(await timed(() => page.goto(address).then(() => grid.getByText('T1', { exact: true }).waitFor())));
  }
  told('the list can be used', opened, 1_000);
  told('between two pictures while scrolling', await frames(page), 50);
  await page.waitForTimeout(500);
  say(`rows in the document: ${await grid.getByRole('row').count()} of ${claims}`);
  say(`memory of the page after scrolling: ${(await memory(page)).toFixed(0)} MB`);

  const filtered: number[] = [];
  for (const severity of ['block', 'warn', 'clean', 'block', 'warn'])
    filtered.push(
      await timed(async () => {
        await page.goto(`${address}?severity=${severity}&sort=risk&order=desc`);
        await grid.getByRole('gridcell').first().waitFor();
      }),
    );
  told('a filter and an order by its address', filtered, 1_000);
  const looked: number[] = [];
  await grid.getByRole('gridcell').first().click();
  await page.getByRole('complementary').getByText('Lines', { exact: true }).waitFor();
  for (let round = 0; round < 9; round++)
    looked.push(
      await timed(async () => {
        const answer = page.waitForResponse(/\/claims\/\d+$/);
        await page.keyboard.press('j');
        await answer;
        await page.getByRole('complementary').getByText('Lines', { exact: true }).waitFor();
      }),
    );
  told('the next claim by key', looked, 300);
  await close();
}

if (!withoutChromium()) {
  const folder = mkdtempSync(join(tmpdir(), 'interspace-measure-'));
  try {
    await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
// The server ends when this process does.
process.exit();
