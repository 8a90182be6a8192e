import type { Session } from '@interspace/server/contract/session';
import { ApiProblem, problemOf, unreachable } from './problem.ts';

/** As `CSRF_HEADER` and `IDEMPOTENCY_HEADER` of the contract, whose schemas would come along with them. */
const CSRF_HEADER = 'x-interspace-csrf';
const IDEMPOTENCY_HEADER = 'idempotency-key';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;
export interface CallOptions {
  readonly query?: Query | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The same key twice is one act: for what must not happen again when a request is repeated. */
  readonly once?: string | undefined;
  /** A 401 is an answer here, not an expired session. */
  readonly signingIn?: boolean | undefined;
}

let csrf: string | undefined;
let signInAgain: (() => Promise<boolean>) | undefined;

/** `GET /api/session` brings the token that every change must show. */
export function rememberSession(session: Session): void {
  csrf = session.csrf;
}

/** What a request that changes something must show, for the few that do not go through `api`. */
export function proof(): Readonly<Record<string, string>> {
  return csrf === undefined ? {} : { [CSRF_HEADER]: csrf };
}

/** Called when the session has expired; the request waits and is repeated when it answers true. */
export function whenExpired(handler: (() => Promise<boolean>) | undefined): void {
  signInAgain = handler;
}

/** `/api/…` with the parts of a query that are there. */
export function address(path: string, query: Query = {}): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`],
  );
  return `/api${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

async function call(
  method: string,
  path: string,
  body: unknown,
  options: CallOptions,
  again = true,
): Promise<Response> {
  const isForm = body instanceof FormData || body instanceof Blob;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  if (method !== 'GET' && csrf) headers[CSRF_HEADER] = csrf;
  if (options.once) headers[IDEMPOTENCY_HEADER] = options.once;
  let answer: Response;
  try {
    answer = await fetch(address(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: isForm ? (body as BodyInit) : JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw unreachable();
  }
  if (answer.ok) return answer;
  if (answer.status === 401 && !options.signingIn && again && signInAgain && (await signInAgain()))
    return call(method, path, body, options, false);
  throw await problemOf(answer);
}

async function json<T>(answer: Promise<Response>): Promise<T> {
  const got = await answer;
  return got.status === 204 ? (undefined as T) : ((await got.json()) as T);
}

/** The HTTP API of our own server. Paths are below `/api`; what goes wrong is an `ApiProblem`. */
export const api = {
  get: <T>(path: string, options: CallOptions = {}) => json<T>(call('GET', path, undefined, options)),
  post: <T>(path: string, body?: unknown, options: CallOptions = {}) => json<T>(call('POST', path, body, options)),
  patch: <T>(path: string, body?: unknown, options: CallOptions = {}) => json<T>(call('PATCH', path, body, options)),
  delete: <T>(path: string, options: CallOptions = {}) => json<T>(call('DELETE', path, undefined, options)),
  /** One file, multipart, in the field `file`. */
  upload: <T>(path: string, file: File, options: CallOptions = {}) => {
    const form = new FormData();
    form.append('file', file, file.name);
    return json<T>(call('POST', path, form, options));
  },
  /** A body as it is, such as a claim file that is streamed. */
  send: <T>(path: string, body: Blob, options: CallOptions = {}) => json<T>(call('POST', path, body, options)),
  /** A file that the server makes: bytes and the name it gives them. */
  file: async (path: string, body?: unknown, options: CallOptions = {}): Promise<{ blob: Blob; name: string }> => {
    const answer = await call(body === undefined ? 'GET' : 'POST', path, body, options);
    const named = /filename="?([^";]+)"?/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
    return { blob: await answer.blob(), name: named ?? 'download' };
  },
};

/** True for a request that was called off on purpose: nothing to show. */
export function wasCalledOff(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

export { ApiProblem };
