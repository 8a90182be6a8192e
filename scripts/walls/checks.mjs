import { circles, importsOf } from './imports.mjs';
import { impurities, modifiersOf } from './purity.mjs';

const isSource = ({ path }) =>
  /^(core|library|wire|cli|batch|server|workbench|bench)\/.*\.tsx?$/.test(path) && !path.includes('/fixtures/');
const isTest = ({ path }) => /\.(test|fixture)\.tsx?$|^workbench\/e2e\//.test(path);
const isLaw = ({ path }) => /^library\/.*\.ya?ml$/.test(path);
const lines = ({ text }) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** Columns of core: each knows the plinth and itself. `review` is the lintel and may call all of them. */
const COLUMNS = ['facts', 'coding', 'edits', 'coverage', 'ledger', 'authorization', 'pricing'];
/** Which rooms a package may import. */
const ROOMS = {
  core: ['core'],
  wire: ['wire', 'core'],
  library: ['library', 'core'],
  cli: ['cli', 'core', 'library', 'wire', 'batch', 'server'],
  batch: ['batch', 'core', 'library', 'wire'],
  server: ['server', 'core', 'library', 'wire', 'batch'],
  workbench: ['workbench', 'core', 'server'],
};

/** Packages that compute and do nothing else. */
const PURE_PACKAGES = new Set(['zod', '@noble/hashes']);

/** `workbench/src/features/<screen>/…` → the screen. */
const featureOf = (path) => /^workbench\/src\/features\/([^/]+)\//.exec(path)?.[1];

export const checks = [
  { name: 'no import circles', check: noCircles },
  { name: 'imports go downwards', check: downwards },
  { name: 'core is pure', check: pure },
  { name: 'files are small', check: small },
  { name: 'nothing of this machine', check: nothingLocal },
  { name: 'issue codes are documented', check: issuesDocumented },
];

function noCircles(house) {
  const sources = house.filter(isSource);
  const graph = new Map(sources.map((file) => [file.path, importsOf(file).flatMap(({ target }) => target ?? [])]));
  const edges = [...graph.values()].reduce((sum, targets) => sum + targets.length, 0);
  return { figures: `${graph.size} files, ${edges} imports`, problems: circles(graph) };
}

function downwards(house) {
  const problems = [];
  const sources = house.filter((file) => isSource(file) && !isTest(file));
  for (const file of sources) {
    const [room, , column = ''] = file.path.split('/');
    for (const { name, target } of importsOf(file)) {
      const [toRoom, , toColumn = ''] = (target ?? '').split('/');
      if (target !== undefined && target !== 'package.json' && ROOMS[room] && !ROOMS[room].includes(toRoom))
        problems.push(`${file.path} imports ${name}: ${room} may not import ${toRoom}`);
      if (target?.endsWith('/index.ts') && toRoom === room && file.path !== `${room}/src/index.ts`)
        problems.push(`${file.path} imports the barrel ${name}`);
      if (room === 'core' && target !== undefined) {
        if (column === 'model' && toColumn !== 'model')
          problems.push(`${file.path} imports ${name}: the plinth imports nothing above it`);
        if (COLUMNS.includes(column) && toColumn !== 'model' && toColumn !== column)
          problems.push(`${file.path} imports ${name}: a column knows model and itself`);
      }
      if (
        room === 'core' &&
        target === undefined &&
        !PURE_PACKAGES.has(
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        )
      )
        problems.push(`${file.path} imports the package ${name}`);
      if (room === 'workbench' && toRoom === 'core' && toColumn !== 'model')
        problems.push(`${file.path} imports ${name}: the page knows only the nouns of core`);
      if (room === 'workbench' && toRoom === 'server' && toColumn !== 'contract')
        problems.push(`${file.path} imports ${name}: the page knows the server by its contract`);
      if (room === 'server' && column === 'contract' && toRoom === 'server' && toColumn !== 'contract')
        problems.push(`${file.path} imports ${name}: the contract knows nothing of the server behind it`);
      const [feature, toFeature] = [featureOf(file.path), featureOf(target ?? '')];
      if (feature && toFeature && feature !== toFeature)
        problems.push(`${file.path} imports ${name}: one screen does not know another`);
      if (room === 'wire' && toRoom === 'core' && toColumn !== 'model')
        problems.push(`${file.path} imports ${name}: a codec knows only the nouns`);
    }
  }
  return { figures: `${sources.length} files, ${COLUMNS.length} columns`, problems };
}

function pure(house) {
  const core = house.filter((file) => file.path.startsWith('core/src/') && file.path.endsWith('.ts') && !isTest(file));
  const modifiers = modifiersOf(house);
  return { figures: `${core.length} files`, problems: core.flatMap((file) => impurities(file, modifiers)) };
}

function small(house) {
  const source = house
    .filter((file) => isSource(file) && !isTest(file))
    .map(lines)
    .toSorted((one, other) => one - other);
  const median = source[Math.floor(source.length / 2)] ?? 0;
  const judged = house.filter((file) => isSource(file) || isLaw(file));
  const longest = judged.reduce((most, file) => (lines(file) > lines(most) ? file : most), judged[0]);
  const problems = judged
    .filter((file) => lines(file) > 500)
    .map((file) => `${file.path} has ${lines(file)} lines (at most 500)`);
  if (median > 120) problems.push(`the median source file has ${median} lines (at most 120)`);
  const law = judged.filter(isLaw).length;
  return {
    figures: `${source.length} source files, median ${median} lines; ${law} law files; longest ${longest?.path} with ${lines(longest)}`,
    problems,
  };
}

function nothingLocal(house) {
  const LOCAL = /(?:\/work\/(?:main|shared)|\/home\/[a-z]|\/root\/|\/Users\/[a-z]|\/tmp\/[a-z]+\.)/i;
  const judged = house.filter(({ path }) => path !== 'scripts/walls/checks.mjs' && path !== 'package-lock.json');
  const problems = judged.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (LOCAL.test(line) ? [`${path}:${index + 1} names a place on one machine`] : [])),
  );
  return { figures: `${judged.length} files`, problems };
}

function issuesDocumented(house) {
  const page = house.find(({ path }) => path === 'docs/reference/issues.md')?.text ?? '';
  const homes = house.filter(({ path }) => /^[a-z]+\/src\/issues\.ts$/.test(path));
  const codes = homes.flatMap(({ path, text }) =>
    [...text.matchAll(/'((?:cli|library|wire|core|server)\/[a-z0-9/-]+)'/g)].map(([, code]) => ({ code, path })),
  );
  const distinct = [...new Map(codes.map((entry) => [entry.code, entry])).values()];
  const known = new Set(distinct.map(({ code }) => code));
  const missing = distinct
    .filter(({ code }) => !page.includes(`\`${code}\``))
    .map(({ code, path }) => `${path}: ${code} is not on docs/reference/issues.md (npm run generate)`);
  const stale = [...page.matchAll(/^### `([^`]+)`/gm)]
    .filter(([, code]) => !known.has(code))
    .map(([, code]) => `docs/reference/issues.md: ${code} does not exist`);
  const USED = /'((?:cli|library|wire|core|server)\/[a-z0-9-]+(?:\/[a-z0-9-]+)*)'/g;
  const strays = house
    .filter((file) => isSource(file) && !isTest(file) && !file.path.endsWith('/issues.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(USED)]
        .filter(([, code]) => !known.has(code))
        .map(([, code]) => `${path}: ${code} is not born in an issues.ts`),
    );
  missing.push(...new Set(strays));
  return { figures: `${known.size} codes of ${homes.length} packages`, problems: [...missing, ...stale] };
}
