import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it('the rules for alerts name metrics that the server has', () => {
  const { groups } = parse(read('../../../docs/prometheus-alerts.yaml')) as {
    groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
  };
  const made = `${read('metrics.ts')} ${read('../start.ts')}`;
  const rules = groups.flatMap((group) => group.rules);
  expect(rules.length).toBeGreaterThan(5);
  for (const { alert, expr, annotations } of rules) {
    expect(annotations.summary, alert).toMatch(/\.$/);
    for (const [name] of expr.matchAll(/interspace_\w+/g))
      expect(made, alert).toContain(`'${name.replace(/_(?:count|bucket|sum)$/, '')}'`);
  }
});
