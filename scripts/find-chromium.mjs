// Where a Chromium stands on this machine, for tests that look at pages. They skip, and say so, when there is none.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const PLACES = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of an installed Chromium, or undefined. `CHROMIUM_PATH` goes before every other place. */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...PLACES.slice(0, 1),
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...PLACES,
  ];
  return [...(named ? [named] : []), ...candidates].find((path) => existsSync(path));
}

/** Switches for a browser without a screen, a sandbox of its own or anything to tell the network. */
export const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** What a test says when it skips. */
export const NO_CHROMIUM =
  'no Chromium is installed (CHROMIUM_PATH may name one): the page was not looked at in a browser';
