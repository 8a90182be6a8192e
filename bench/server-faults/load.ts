import type { Client } from './client.ts';

/** Writers that add sessions to a patient's ledger, each with a mark of its own; the ledger has no key that would hide a double. */
export class Load {
  readonly acknowledged: string[] = [];
  lastAnswer = performance.now();
  #running = true;
  #writers: Promise<void>[] = [];
  #number = 0;

  constructor(client: Client, patient: string, writers: number) {
    this.#writers = Array.from({ length: writers }, async () => {
      while (this.#running) {
        const source = `mark ${++this.#number}`;
        await client.post(`/api/patients/${patient}/sessions`, { date: '2026-01-05', family: 'epidural', source });
        this.acknowledged.push(source);
        this.lastAnswer = performance.now();
      }
    });
  }

  /** Lets every writer get its last answer. */
  async stop(): Promise<void> {
    this.#running = false;
    await Promise.all(this.#writers);
  }
}

/** What is there of what was acknowledged. */
export async function account(
  client: Client,
  patient: string,
  { acknowledged }: Load,
): Promise<{ missing: number; twice: number; extra: number }> {
  const { sessions } = (await client.get(`/api/patients/${patient}/ledger`)) as { sessions: { source: string }[] };
  const found = new Map<string, number>();
  for (const { source } of sessions) found.set(source, (found.get(source) ?? 0) + 1);
  const known = new Set(acknowledged);
  return {
    missing: acknowledged.filter((mark) => !found.has(mark)).length,
    twice: [...found.values()].filter((times) => times > 1).length,
    extra: [...found.keys()].filter((mark) => !known.has(mark)).length,
  };
}
