import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Role } from '../../server/src/contract/roles.ts';
import { CHROMIUM_ARGS, findChromium, NO_CHROMIUM } from '../../scripts/find-chromium.mjs';
import { served, type Served } from './serve.fixture.ts';

/** True when there is nothing to look with. In CI that is a failure, not a reason to skip. */
export function withoutChromium(): boolean {
  if (findChromium()) return false;
  if (process.env['CI']) throw new Error(NO_CHROMIUM);
  process.stderr.write(`skipped: ${NO_CHROMIUM}\n`);
  return true;
}

let browser: Promise<Browser> | undefined;
/** Cookies of a role: signing in takes its time on purpose, once is enough. */
const signedIn = new Map<Role, Promise<Cookies>>();
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  /** Everything that the page complained of; a test ends with none. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

interface Options {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** What a coder has set before: payer, state, place of service. */
  readonly remembered?: Record<string, string>;
}

/** A fresh window, signed in as a role when one is given. */
export async function open(role: Role | undefined, path: string, options: Options = {}): Promise<Opened> {
  // A browser that the machine ended, for want of memory say, is replaced.
  if (!(await browser)?.isConnected())
    browser = chromium.launch({ executablePath: findChromium() as string, args: CHROMIUM_ARGS });
  // A whole address is of another server than the demo.
  const own = /^https?:\/\/[^/]+/.exec(path)?.[0];
  const [demo, opened] = await Promise.all([own === undefined ? served() : undefined, browser as Promise<Browser>]);
  const url = own ?? (demo as Served).url;
  const { scheme = 'light', width = 1440, height = 900, remembered } = options;
  const context = await opened.newContext({ viewport: { width, height }, colorScheme: scheme, acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  if (remembered) {
    const kept = JSON.stringify(remembered);
    await context.addInitScript((value) => localStorage.setItem('interspace.context', value), kept);
  }
  if (role !== undefined && demo) {
    const { login, password } = demo.accountOf(role);
    const cookies = signedIn.get(role) ?? signIn(context, url, login, password);
    signedIn.set(role, cookies);
    await context.addCookies(await cookies);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused request is told by the browser as well as by the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  await page.goto(own === undefined ? url + path : path);
  return { page, context, url, complaints, close: () => context.close() };
}

async function signIn(context: BrowserContext, url: string, login: string, password: string): Promise<Cookies> {
  const answer = await context.request.post(`${url}/api/sign-in`, { data: { login, password } });
  if (!answer.ok()) throw new Error(`sign-in as ${login}: ${answer.status()} ${await answer.text()}`);
  return context.cookies();
}

/** Text that comes into the field with the focus as a paste does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Finds an option of a list by typing, and takes it. */
export async function pick(page: Page, list: string, typed: string): Promise<void> {
  const field = page.getByRole('combobox', { name: list });
  await field.click();
  await field.fill(typed);
  await page
    .getByRole('option')
    .filter({ hasText: new RegExp(typed, 'i') })
    .first()
    .waitFor();
  await field.press('Enter');
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA on the page as it stands, one line each; how much it looked at is printed. */
export async function axeProblems(page: Page): Promise<string[]> {
  // What fades in is half transparent, and no contrast is right then.
  await page.waitForTimeout(350);
  await page.evaluate(AXE);
  const { passes, problems, scheme } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          where: Document,
          how: object,
        ): Promise<{
          passes: unknown[];
          violations: { id: string; nodes: { target: string[] }[] }[];
        }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { passes, violations } = await axe.run(document, { runOnly: tags });
    return {
      passes: passes.length,
      scheme: document.documentElement.getAttribute('data-mantine-color-scheme'),
      problems: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    };
  });
  const { pathname, search } = new URL(page.url());
  process.stdout.write(
    `axe: ${pathname}${search} (${scheme}): ${passes} rules passed, ${problems.length} violations\n`,
  );
  return problems;
}
