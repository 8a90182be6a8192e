import { expect, it } from 'vitest';
import { pluginsOf } from '../plugins.ts';
import { buildApp } from './app.ts';
import type { Deps } from './deps.ts';
import { makeLogger } from './logs.ts';
import { makeMetrics } from './metrics.ts';
import { SETTINGS } from './settings.ts';

/** Every reference in a document. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === '$ref' && typeof one === 'string' ? [one] : references(one),
  );
}

it('the description of the API holds everything that it refers to', async () => {
  const deps = {
    settings: SETTINGS,
    log: makeLogger('silent'),
    metrics: makeMetrics(),
    identify: async () => undefined,
    law: { root: '' },
    home: '',
  } as unknown as Deps;
  const plugins = pluginsOf({ jobs: {} as never, home: '', markdown: () => '' });
  const app = await buildApp(deps, plugins, '1.2.3');
  const answer = await app.inject('/api/openapi.json');
  const description = answer.json<Record<string, unknown>>();
  await app.close();
  expect(description).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
  const found = new Set(references(description));
  expect(found.size).toBeGreaterThan(3);
  for (const reference of found) {
    const parts = reference.replace(/^#\//, '').split('/');
    const target = parts.reduce<unknown>(
      (at, part) => (at as Record<string, unknown> | undefined)?.[part],
      description,
    );
    expect(target, reference).toBeDefined();
  }
  const operations = Object.values(description['paths'] as object).flatMap((path: object) => Object.values(path)) as {
    summary?: string;
    tags?: string[];
  }[];
  expect(operations.length).toBeGreaterThan(50);
  for (const { summary, tags } of operations) expect([summary, tags?.length]).toEqual([expect.any(String), 1]);
});
