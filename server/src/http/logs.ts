import { pino, type DestinationStream, type LogFn, type Logger } from 'pino';

/**
 * Structured logs without patient data. A line knows the route's pattern, never the address that was called; a fault's name,
 * code and stack, never its message, because messages of databases and parsers repeat what they were given.
 */
export function makeLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // Without a message of ours pino would take the error's.
    hooks: { logMethod: withOurMessage },
    serializers: { err: withoutMessage, error: withoutMessage, req: () => undefined, res: () => undefined },
  };
  return destination ? pino(options, destination) : pino(options);
}

function withOurMessage(this: Logger, args: unknown[], method: LogFn): void {
  const [first, second] = args;
  const error = first instanceof Error ? first : (first as { err?: unknown } | null | undefined)?.err;
  if (!(error instanceof Error) || typeof second === 'string') return method.apply(this, args as Parameters<LogFn>);
  method.call(this, first instanceof Error ? { err: first } : first, error.name);
}

/** What of an error may be written down. */
export function withoutMessage(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, table, constraint, issue } = error as {
    code?: unknown;
    table?: unknown;
    constraint?: unknown;
    issue?: { code?: unknown };
  };
  const told: Record<string, unknown> = {
    name: error.name,
    code: issue?.code ?? code,
    table,
    constraint,
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12),
    cause: error.cause instanceof Error ? withoutMessage(error.cause) : undefined,
  };
  for (const key of Object.keys(told)) if (told[key] === undefined) delete told[key];
  return told;
}
