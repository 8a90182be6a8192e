import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const PASSWORD = 'an invented pass phrase';

/** Somebody who is signed in and never gives up: a request is repeated with its key until it is answered. */
export class Client {
  readonly #url: string;
  #cookie = '';
  #csrf = '';
  retries = 0;
  /** Answers that are neither a success nor a clear "not now". */
  readonly strange: string[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  /** Makes the first administrator with the link that the server printed, then a coder, and signs in as that one. */
  async setUp(output: string): Promise<void> {
    const token = /setup\?token=([\w-]+)/.exec(output)?.[1];
    const admin = { login: 'first', password: PASSWORD };
    await this.#send('POST', '/api/setup', { token, practice: 'Invented Practice', name: 'First Example', ...admin });
    await this.#signIn(admin);
    const coder = { login: 'second', password: PASSWORD };
    await this.#send('POST', '/api/accounts', { ...coder, name: 'Second Example', role: 'coder' });
    await this.#signIn(coder);
  }

  async #signIn(who: object): Promise<void> {
    this.#cookie = '';
    await this.#send('POST', '/api/sign-in', who);
    const { body } = await this.#send('GET', '/api/session');
    this.#csrf = (body as { csrf: string }).csrf;
  }

  /** One attempt. Status 0: no answer came. */
  async attempt(
    method: string,
    path: string,
    body?: unknown,
    key?: string,
  ): Promise<{ status: number; body: unknown }> {
    try {
      const answer = await fetch(`${this.#url}${path}`, {
        method,
        signal: AbortSignal.timeout(20_000),
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(this.#cookie === '' ? {} : { cookie: this.#cookie, 'x-interspace-csrf': this.#csrf }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
      if (cookie) this.#cookie = cookie;
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    } catch {
      return { status: 0, body: undefined };
    }
  }

  /** Repeats until it is answered. 0 and 503 mean: again later; anything else that is no success is noted as strange. */
  async #send(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const key = method === 'GET' ? undefined : randomUUID();
    for (;;) {
      const answer = await this.attempt(method, path, body, key);
      if (answer.status >= 200 && answer.status < 300) return answer;
      if (answer.status !== 0 && answer.status !== 503) {
        this.strange.push(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
        if (answer.status < 500) throw new Error(this.strange.at(-1));
      }
      this.retries++;
      await pause(100);
    }
  }

  get = async (path: string): Promise<unknown> => (await this.#send('GET', path)).body;
  post = async (path: string, body: unknown): Promise<unknown> => (await this.#send('POST', path, body)).body;
}
