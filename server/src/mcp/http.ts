import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { JSONRPCMessageSchema, type JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import type { McpDeps } from './deps.ts';
import { makeMcpServer } from './make-server.ts';

/** A note, or a claim file as text. */
export const MCP_BODY_LIMIT = 4 * 1024 * 1024;

export interface McpAnswer {
  readonly status: number;
  /** One JSON-RPC message; undefined for what needs no answer. */
  readonly body: JSONRPCMessage | typeof NO_MESSAGE | undefined;
}

const NO_MESSAGE = {
  jsonrpc: '2.0',
  error: { code: -32_600, message: 'Send one JSON-RPC message of the Model Context Protocol.' },
  id: null,
} as const;

/**
 * One POST of the Streamable HTTP transport, answered as JSON and without a session: every request stands for itself, so that any
 * server may answer it and nothing is kept.
 */
export async function answerMcp(body: unknown, deps: McpDeps): Promise<McpAnswer> {
  const parsed = JSONRPCMessageSchema.safeParse(body);
  if (!parsed.success) return { status: 400, body: NO_MESSAGE };
  const message = parsed.data;
  // Notifications, and answers to what we never ask.
  if (!('method' in message) || !('id' in message)) return { status: 202, body: undefined };
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const server = makeMcpServer(deps);
  await server.connect(theirs);
  try {
    const answer = await new Promise<JSONRPCMessage>((resolve) => {
      ours.onmessage = (told) => {
        if ('id' in told && told.id === message.id) resolve(told);
      };
      void ours.start().then(() => ours.send(message));
    });
    return { status: 200, body: answer };
  } finally {
    await server.close();
  }
}
