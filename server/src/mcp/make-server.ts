import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { McpDeps } from './deps.ts';
import { LAW_TOOLS } from './law-tools.ts';
import { REVIEW_TOOLS } from './review-tools.ts';
import { Unanswerable, type Tool } from './tool.ts';

/** Every tool; each only reads. */
export const TOOLS: readonly Tool[] = [...REVIEW_TOOLS, ...LAW_TOOLS];

const INSTRUCTIONS = `Interspace judges interventional pain encounters by published rules of coding, claim edits, coverage and prior authorization.
Every answer carries its sources. What is unknown is listed as unknown: ask for it, never assume it, and never suggest to write down what did not happen.
"meets" means: meets the criteria as published. The payer decides what is covered. Nothing that is sent here is stored.`;

/** The door for programs that talk: the verbs of the house as tools, none of which stores or changes anything. */
export function makeMcpServer(deps: McpDeps): Server {
  const server = new Server(
    { name: 'interspace', version: deps.version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: TOOLS.map(describe) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) =>
    call(params.name, params.arguments ?? {}, deps),
  );
  return server;
}

function describe({ name, title, description, input }: Tool) {
  return {
    name,
    title,
    description,
    inputSchema: z.toJSONSchema(input, { target: 'draft-7', io: 'input', unrepresentable: 'any' }) as {
      type: 'object';
    },
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

async function call(name: string, given: unknown, deps: McpDeps): Promise<CallToolResult> {
  const tool = TOOLS.find((one) => one.name === name);
  if (!tool) return refusal(`There is no tool "${name}". Tools: ${TOOLS.map((one) => one.name).join(', ')}.`);
  const parsed = tool.input.safeParse(given);
  if (!parsed.success) return refusal(`The input is malformed. ${problems(parsed.error)}`);
  try {
    const answer = await tool.run(parsed.data as never, deps);
    return {
      content: [{ type: 'text', text: JSON.stringify(answer, undefined, 1) }],
      structuredContent: JSON.parse(JSON.stringify(answer)) as Record<string, unknown>,
    };
  } catch (error) {
    if (error instanceof Unanswerable) return refusal(error.message);
    // What went wrong inside is for our logs; it may hold what was sent.
    return refusal('The engine could not answer. Nothing can be concluded from that.');
  }
}

function refusal(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text }] };
}

/** Where and what, never the value that was sent. */
function problems({ issues }: z.ZodError): string {
  return issues
    .slice(0, 10)
    .map(
      ({ path, code, message }) => `${path.join('.') || 'input'}: ${code === 'unrecognized_keys' ? message : message}`,
    )
    .join('; ');
}
