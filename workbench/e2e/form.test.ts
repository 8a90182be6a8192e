import { afterEach, describe, expect, test } from 'vitest';
import type { Vocabulary } from '../../server/src/contract/vocabulary.ts';
import { OFFERS } from '../src/features/form/catalogue.ts';
import { asRole } from './api.fixture.ts';
import { open, type Opened, pick, withoutChromium } from './browser.fixture.ts';
import { eventually } from './eventually.fixture.ts';

let opened: Opened | undefined;
afterEach(async () => {
  expect(opened?.complaints ?? []).toEqual([]);
  await opened?.close();
  opened = undefined;
});

const OHIO = { payer: 'medicare', state: 'OH', placeOfService: '24' };

describe.skipIf(withoutChromium())('form entry', { timeout: 120_000 }, () => {
  test('places that are pointed at become the same lines as a dictated note', async () => {
    opened = await open('coder', '/form', { remembered: OHIO });
    const { page } = opened;
    await pick(page, 'Procedure', 'medial branch b');
    await page.getByRole('checkbox', { name: 'L4-L5, both sides' }).click();
    await page.getByRole('checkbox', { name: 'L5-S1, left' }).click();
    const modifiers = page.getByRole('textbox', { name: /^Modifiers of line/ });
    await eventually(() => modifiers.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([
      '50 KX',
      'LT KX',
    ]);
    await page.getByRole('checkbox', { name: 'L5-S1, right' }).click();
    await eventually(() => modifiers.last().inputValue()).toBe('50 KX');
    expect(await page.getByRole('textbox', { name: 'Code of line 2' }).inputValue()).toBe('64494');
    // What is not said is a question and not a no.
    await page.getByRole('textbox', { name: 'Date of service' }).fill('03/09/2026');
    await page.getByRole('textbox', { name: 'Date of service' }).press('Enter');
    await page.getByRole('textbox', { name: 'Diagnoses of the encounter' }).fill('M47.816');
    await page.getByRole('region', { name: /^Questions/ }).waitFor();
    await eventually(() =>
      page.getByRole('region', { name: 'Answer' }).getByRole('status').first().textContent(),
    ).toContain('Not yet known');
  });

  test('the spine is walked and ticked by keys alone', async () => {
    opened = await open('coder', '/form', { remembered: OHIO });
    const { page } = opened;
    await page.getByRole('combobox', { name: 'Procedure' }).focus();
    await page.keyboard.type('transforaminal');
    await page.getByRole('option', { name: 'Transforaminal epidural' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'T12-L1, both sides' }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', ' '])
      await page.keyboard.press(key);
    const ticked = page.getByRole('checkbox', { name: 'L4-L5, right' });
    expect(await ticked.getAttribute('aria-checked')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('L4-L5, right');
    await eventually(() => page.getByRole('textbox', { name: 'Code of line 1' }).inputValue()).toBe('64483');
    expect(await page.getByRole('combobox', { name: 'Side of line 1' }).inputValue()).toBe('right');
  });

  test('joints on the body, a drug with what was discarded', async () => {
    opened = await open('coder', '/form', { remembered: { ...OHIO, placeOfService: '11' } });
    const { page } = opened;
    await pick(page, 'Procedure', 'joint or');
    await page.getByRole('checkbox', { name: 'knee, left' }).click();
    const agent = page.getByRole('combobox', { name: 'Add an agent' });
    await pick(page, 'Add an agent', 'triamcinolone ac');
    await eventually(() => agent.inputValue()).toBe('');
    await page.getByRole('textbox', { name: 'Date of service' }).fill('03/09/2026');
    await page.getByRole('textbox', { name: 'Date of service' }).press('Enter');
    await page.getByRole('textbox', { name: 'Amount of triamcinolone acetonide' }).fill('40');
    const codes = page.getByRole('textbox', { name: /^Code of line/ });
    await eventually(() => codes.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([
      '20610',
      'J3301',
    ]);
    // Gone to another screen and back: nothing is lost.
    await page.getByRole('link', { name: 'Review', exact: true }).click();
    await page.getByRole('heading', { name: 'Review', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Form entry' }).click();
    await eventually(() => codes.first().inputValue()).toBe('20610');
  });

  test('everything that the library codes can be entered', async () => {
    const { procedures } = await (await asRole('coder'))<Vocabulary>('GET', '/vocabulary');
    const offered = new Set(OFFERS.map(({ kind }) => kind));
    // A cosmetic use is not billed, and a toxin without a place cannot be coded.
    const left = procedures.map(({ kind }) => kind).filter((kind) => !offered.has(kind));
    expect(left.toSorted()).toEqual(['toxin-cosmetic', 'toxin-other']);
  });

  test('a stimulator trial: leads are counted, and the implant asks for nothing to point at', async () => {
    opened = await open('coder', '/form', { remembered: OHIO });
    const { page } = opened;
    await pick(page, 'Procedure', 'stimulator trial');
    await page.getByRole('textbox', { name: 'Leads placed' }).fill('2');
    await eventually(() => page.getByRole('textbox', { name: 'Code of line 1' }).inputValue()).toBe('63650');
    await eventually(() => page.getByRole('textbox', { name: 'Units of line 1' }).inputValue()).toBe('2');
    await page.getByRole('button', { name: 'Another procedure' }).click();
    await pick(page, 'Another procedure', 'generator, placed');
    await eventually(() => page.getByRole('textbox', { name: 'Code of line 2' }).inputValue()).toBe('63685');
  });

  test('toxin by site: limbs and muscles make the lines, units add up to what was given', async () => {
    opened = await open('coder', '/form', { remembered: { ...OHIO, placeOfService: '11' } });
    const { page } = opened;
    await pick(page, 'Procedure', 'spasticity or');
    await page.getByRole('checkbox', { name: 'biceps brachii, left' }).click();
    await page.getByRole('checkbox', { name: 'deltoid, left' }).click();
    await page.getByRole('textbox', { name: 'Units at biceps brachii, left' }).fill('60');
    await page.getByRole('textbox', { name: 'Units at deltoid, left' }).fill('40');
    await pick(page, 'Add an agent', 'onabotulinum');
    const amount = page.getByRole('textbox', { name: 'Amount of onabotulinumtoxin a' });
    await eventually(() => amount.inputValue()).toBe('100');
    await page.getByRole('textbox', { name: 'Units at deltoid, left' }).fill('50');
    await eventually(() => amount.inputValue()).toBe('110');
    const codes = page.getByRole('textbox', { name: /^Code of line/ });
    await eventually(() => codes.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toContain(
      'J0585',
    );
    expect(await codes.first().inputValue()).toBe('64642');
  });

  test('a pump, a decompression and acupuncture: what decides the code is asked', async () => {
    opened = await open('coder', '/form', { remembered: OHIO });
    const { page } = opened;
    const first = page.getByRole('textbox', { name: 'Code of line 1' });
    await pick(page, 'Procedure', 'pump refill');
    await eventually(() => first.inputValue()).toBe('62369');
    await page.getByRole('combobox', { name: 'Filled by' }).click();
    await page.getByRole('option', { name: /^physician/ }).click();
    await eventually(() => first.inputValue()).toBe('62370');
    await page.getByRole('button', { name: 'Next encounter' }).click();
    await pick(page, 'Procedure', 'decompression');
    await page.getByRole('checkbox', { name: 'L4-L5, both sides' }).click();
    await eventually(() => first.inputValue()).toBe('62330');
    await page.getByRole('button', { name: 'Next encounter' }).click();
    await pick(page, 'Procedure', 'acupuncture');
    await page.getByRole('textbox', { name: 'Personal minutes' }).fill('30');
    await eventually(() => first.inputValue()).toBe('97810');
  });
});
