import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ReviewInput, type EngineInput } from '@interspace/core/model/review-input';
import { engineInputOf } from '@interspace/core/review/engine-input';

interface Shelved {
  readonly uses?: readonly string[];
  readonly input: Record<string, unknown>;
}

/** The inputs of the worked cases, by file: what laws that hold for every encounter are tried on. */
export function contractShelf(folder: string): readonly (readonly [string, EngineInput])[] {
  const read = (name: string) => parse(readFileSync(join(folder, name), 'utf8')) as unknown;
  const shared = read('shared-facts.yaml') as Record<string, Record<string, unknown>>;
  return readdirSync(folder)
    .filter((name) => /^c.*\.yaml$/.test(name))
    .map((name) => {
      const { uses = [], input } = read(name) as Shelved;
      const facts = Object.assign({}, ...uses.map((key) => shared[key]), input['facts']) as object;
      return [name, engineInputOf(ReviewInput.parse({ ...input, facts }))] as const;
    });
}
