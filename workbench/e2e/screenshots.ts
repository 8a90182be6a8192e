// `npm run screenshots`: every screen, light and dark, 1440 and 1024 px wide, into .work/screenshots, to be looked at.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.mjs';
import { open, withoutChromium } from './browser.fixture.ts';
import { DESK_SHOTS } from './shots-desk.ts';
import { SHOTS } from './shots.ts';

const folder = join(root, '.work', 'screenshots');
const only = process.argv[2];

if (!withoutChromium()) {
  mkdirSync(folder, { recursive: true });
  const note = readFileSync(join(root, 'examples', 'notes', 'mbb-l3-l4-l5-bilateral.txt'), 'utf8');
  let made = 0;
  for (const { name, role, path, prepare } of [...SHOTS, ...DESK_SHOTS].filter(
    (shot) => only === undefined || new RegExp(only).test(shot.name),
  ))
    for (const scheme of ['light', 'dark'] as const)
      for (const width of [1440, 1024]) {
        const opened = await open(role, path, {
          scheme,
          width,
          remembered: { payer: 'medicare', state: 'OH', placeOfService: '24' },
        });
        await opened.page.waitForLoadState('networkidle');
        try {
          await prepare?.(opened.page, note);
        } catch (error) {
          process.stderr.write(`${name}: ${(error as Error).message.split('\n')[0]}\n`);
          process.exitCode = 1;
        }
        // Pictures that fade in are half there before.
        await opened.page.waitForTimeout(500);
        await opened.page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`) });
        if (opened.complaints.length > 0) process.stderr.write(`${name}: ${opened.complaints.join('; ')}\n`);
        await opened.close();
        made += 1;
      }
  process.stdout.write(`${made} pictures in ${folder}\n`);
}
// The server ends when this process does.
process.exit();
