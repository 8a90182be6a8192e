// `npm test` on a fresh clone: fetch what package-lock.json names, development tools included.
import { install, needsInstall } from './install.mjs';

try {
  if (needsInstall({ development: true })) install({ development: true });
} catch (error) {
  console.error(`interspace: ${error.message}`);
  process.exitCode = 2;
}
