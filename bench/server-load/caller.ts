import { Agent, request } from 'node:http';

/** Posts over kept connections; fails with the status unless it is a success. Cheaper than fetch, which would measure itself. */
export class Caller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  readonly #base: URL;

  constructor(base: string) {
    this.#base = new URL(base);
  }

  post(path: string, headers: Readonly<Record<string, string>>, body: Buffer | string): Promise<Buffer> {
    return new Promise((done, fail) => {
      const { hostname, port } = this.#base;
      const asked = request(
        {
          agent: this.#agent,
          hostname,
          port,
          path,
          method: 'POST',
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        },
        (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.on('end', () =>
            (answer.statusCode ?? 500) < 300
              ? done(Buffer.concat(pieces))
              : fail(new Error(`status ${answer.statusCode}`)),
          );
          answer.on('error', fail);
        },
      );
      asked.setTimeout(30_000, () => asked.destroy(new Error('no answer in 30 s')));
      asked.on('error', (error: NodeJS.ErrnoException) => fail(new Error(error.code ?? error.message)));
      asked.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
