// npm run audit:dependencies: known weaknesses of what the server runs on, and newer versions of it. Where no registry with
// advisories can be reached it says so and lets pass; a finding of level high or critical fails.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** What `npm audit --json` printed: findings by level, or why there are none. */
export function readAudit(text) {
  let told;
  try {
    told = JSON.parse(text);
  } catch {
    return { skipped: 'npm audit printed no JSON' };
  }
  const levels = told?.metadata?.vulnerabilities;
  if (levels === undefined)
    return { skipped: told?.error?.summary || told?.message || 'the registry answers no advisories' };
  const names = Object.entries(told.vulnerabilities ?? {}).map(([name, { severity }]) => `${name} (${severity})`);
  return { grave: (levels.high ?? 0) + (levels.critical ?? 0), all: levels.total ?? names.length, names };
}

/** What `npm outdated --json` printed, one line a package. */
export function readOutdated(text) {
  try {
    return Object.entries(JSON.parse(text || '{}')).flatMap(([name, found]) =>
      [found].flat().flatMap(({ current, latest }) => (current && latest ? [`${name} ${current} → ${latest}`] : [])),
    );
  } catch {
    return [];
  }
}

function npm(...args) {
  return (
    spawnSync('npm', args, { encoding: 'utf8', timeout: 120_000, shell: process.platform === 'win32' }).stdout ?? ''
  );
}

function main() {
  const audit = readAudit(npm('audit', '--omit=dev', '--json'));
  if (audit.skipped !== undefined) console.log(`audit skipped: ${audit.skipped.trim().split('\n')[0]}`);
  else console.log(`audit: ${audit.all} findings, ${audit.grave} high or critical${['', ...audit.names].join('\n  ')}`);
  const outdated = [...new Set(readOutdated(npm('outdated', '--json')))];
  console.log(`newer versions: ${outdated.length}${['', ...outdated].join('\n  ')}`);
  process.exitCode = (audit.grave ?? 0) > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
