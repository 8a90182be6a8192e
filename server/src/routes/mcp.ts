import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { IsoDate } from '@interspace/core/model/date';
import type { Deps } from '../http/deps.ts';
import { route } from '../http/route.ts';
import type { McpDeps } from '../mcp/deps.ts';
import { answerMcp, MCP_BODY_LIMIT } from '../mcp/http.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
/** What is asked for on the audit log's line: the method, and the tool when one is called. Never what was sent to it. */
const Asked = z.object({
  method: z.string().regex(/^[a-z/]{1,60}$/),
  params: z.object({ name: z.string().regex(/^[a-z]{1,30}$/) }).optional(),
});

/** The same tools as `interspace mcp`, for somebody whom the server knows. They read and compute; nothing is stored. */
export function mcpRoutes(app: FastifyInstance, deps: Deps): void {
  const tools: McpDeps = {
    ask: (verb, asked) => deps.engine.ask(verb, asked),
    library: () => deps.engine.settings.library,
    today: () => deps.now().toISOString().slice(0, 10) as IsoDate,
    version: deps.law.engine,
  };
  route(app, deps, {
    method: 'POST',
    url: '/mcp',
    summary: 'Model Context Protocol: the verbs as tools that only read',
    description: 'One JSON-RPC message of the Streamable HTTP transport; no sessions.',
    tag: 'MCP',
    permission: 'review',
    consumes: 'json',
    produces: ['application/json'],
    bodyLimit: MCP_BODY_LIMIT,
    transaction: 'own',
    audit: { action: 'mcp', detail: ({ request }) => whatOf(request.body) },
    handler: async ({ request, reply, inTx }) => {
      const { status, body } = await answerMcp(request.body, tools);
      // What was asked is accounted for before it is told.
      await inTx(async () => undefined);
      reply.code(status);
      // As text, so that no other serializer looks at it.
      if (body === undefined) void reply.send();
      else void reply.type(JSON_TYPE).send(JSON.stringify(body));
    },
  });
}

function whatOf(body: unknown): string {
  const asked = Asked.safeParse(body);
  if (asked.success) return [asked.data.method, asked.data.params?.name].filter(Boolean).join(' ');
  const method = z.object({ method: z.string().regex(/^[a-z/]{1,60}$/) }).safeParse(body);
  return method.success ? method.data.method : 'unreadable';
}
