import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { McpDeps } from './deps.ts';
import { makeMcpServer } from './make-server.ts';

/** Serves one client over standard input and output until it goes away. Nothing else may write to standard output meanwhile. */
export async function serveMcpOverStdio(deps: McpDeps): Promise<void> {
  const server = makeMcpServer(deps);
  const transport = new StdioServerTransport();
  const gone = new Promise<void>((resolve) => {
    server.onclose = () => resolve();
    process.stdin.once('end', () => void server.close());
  });
  await server.connect(transport);
  await gone;
}
