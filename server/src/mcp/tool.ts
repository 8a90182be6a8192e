import { z } from 'zod';
import type { McpDeps } from './deps.ts';

/** One verb of the house as a tool. Every one reads and computes; none stores, sends or changes anything. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodType;
  /** Plain data, or a refusal in words. */
  readonly run: (input: never, deps: McpDeps) => Promise<unknown>;
}

/** Ties the schema of a tool to what its function is handed. */
export function tool<S extends z.ZodType>(
  of: Omit<Tool, 'input' | 'run'> & {
    readonly input: S;
    readonly run: (input: z.output<S>, deps: McpDeps) => Promise<unknown>;
  },
): Tool {
  return of;
}

/** A request that cannot be answered, in words that the caller can act on. */
export class Unanswerable extends Error {
  override readonly name = 'Unanswerable';
}
