import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';

/** Top of the project, wherever it was cloned or installed. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dist = join(root, 'dist');
export const stampFile = join(dist, 'cli.stamp');

/** True when another project holds us in its node_modules: then installing is not our business. */
export const isInstalledPackage = root.split(sep).includes('node_modules');

/** Cache key of everything that the bundle of the command line is made from. */
export function sourceFingerprint() {
  const packages = ['core', 'library', 'wire', 'cli', 'batch', 'server'].map((name) => join(root, name, 'src'));
  return fingerprint(
    [
      ...packages,
      join(root, 'package-lock.json'),
      join(root, 'scripts', 'build.mjs'),
      join(root, 'scripts', 'bundle-cli.mjs'),
    ],
    (name) => !name.endsWith('.test.ts') && /\.(ts|json|mjs)$/.test(name),
  );
}
