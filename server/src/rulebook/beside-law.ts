import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Policy } from '@interspace/core/model/law/policy';
import { parseCsv } from '@interspace/library/csv';
import { parse } from 'yaml';

export interface CaseTold {
  readonly title: string;
  readonly expect: string;
}

/** What lies beside the law and is not compiled: cases of each criterion, sentences that are not modelled. Read once. */
export class BesideLaw {
  readonly #directory: string;
  readonly #cases = new Map<string, Promise<CaseTold[]>>();

  constructor(root: string) {
    this.#directory = join(root, 'library');
  }

  /** The cases of a criterion by its file; a turn of the event loop lies between two files. */
  cases(file: string): Promise<CaseTold[]> {
    let told = this.#cases.get(file);
    if (!told) {
      told = readCases(join(this.#directory, file.replace(/\.ya?ml$/, '.test.yaml')));
      this.#cases.set(file, told);
    }
    return told;
  }

  async notModelled(policy: Policy): Promise<{ gist: string; because: string }[]> {
    const path = join(this.#directory, dirname(policy.file), 'requirements.csv');
    if (!existsSync(path)) return [];
    return parseCsv(await readFile(path, 'utf8')).rows.flatMap(({ cells }) => {
      const because = cells['not-modelled-because'] ?? '';
      return because === '' ? [] : [{ gist: cells['gist'] ?? '', because }];
    });
  }
}

async function readCases(path: string): Promise<CaseTold[]> {
  if (!existsSync(path)) return [];
  const { cases = [] } = (parse(await readFile(path, 'utf8')) ?? {}) as {
    cases?: { name?: string; expect?: string }[];
  };
  await new Promise((go) => setImmediate(go));
  return cases.map(({ name = '', expect = '' }) => ({ title: name, expect }));
}
