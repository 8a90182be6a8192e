import { connect, type Socket } from 'node:net';

const PATIENCE_MS = 30_000;
const PIECE = 256 * 1024;
const END_OF_HEAD = '\r\n\r\n';

/**
 * Posts over kept connections; fails with the status unless it is a success, and unless every byte of the answer came. It
 * speaks just enough HTTP for that: it shares the cores with the server, and a full client would measure itself.
 */
export class Caller {
  readonly #base: URL;
  readonly #idle: Connection[] = [];
  readonly #all = new Set<Connection>();

  constructor(base: string) {
    this.#base = new URL(base);
  }

  async post(path: string, headers: Readonly<Record<string, string>>, body: Buffer): Promise<void> {
    const { host, hostname, port } = this.#base;
    const head = [
      `POST ${path} HTTP/1.1`,
      `host: ${host}`,
      `content-length: ${body.length}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    const connection = this.#idle.pop() ?? this.#open(hostname, Number(port));
    const status = await connection.ask(Buffer.concat([Buffer.from(`${head.join('\r\n')}${END_OF_HEAD}`), body]));
    this.#idle.push(connection);
    if (status >= 300) throw new Error(`status ${status}`);
  }

  close(): void {
    for (const connection of this.#all) connection.end();
  }

  #open(hostname: string, port: number): Connection {
    const made: Connection = new Connection(hostname, port, () => {
      this.#all.delete(made);
      const at = this.#idle.indexOf(made);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    this.#all.add(made);
    return made;
  }
}

/** One connection with one question at a time. */
class Connection {
  readonly #socket: Socket;
  #open: { readonly done: (status: number) => void; readonly fail: (error: Error) => void } | undefined;
  /** What came of the head, until its end came. */
  #head = '';
  #status = 0;
  /** Bytes of the answer that are to come; undefined before its head is there. */
  #left: number | undefined;

  constructor(host: string, port: number, gone: () => void) {
    // Every piece is counted and forgotten: it needs no memory of its own.
    const onread = {
      buffer: Buffer.allocUnsafe(PIECE),
      callback: (length: number, buffer: Uint8Array) => this.#take(buffer as Buffer, length),
    };
    this.#socket = connect({ host, port, noDelay: true, onread });
    this.#socket.setTimeout(PATIENCE_MS, () => this.#break('no answer in 30 s'));
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#break(error.code ?? error.message));
    this.#socket.on('close', () => {
      this.#break('the connection ended');
      gone();
    });
  }

  ask(request: Buffer): Promise<number> {
    return new Promise((done, fail) => {
      this.#open = { done, fail };
      this.#socket.write(request);
    });
  }

  end(): void {
    this.#socket.destroy();
  }

  #take(buffer: Buffer, length: number): boolean {
    let from = 0;
    if (this.#left === undefined) {
      const before = this.#head.length;
      this.#head += buffer.toString('latin1', 0, length);
      const end = this.#head.indexOf(END_OF_HEAD);
      if (end < 0) return true;
      from = end + END_OF_HEAD.length - before;
      this.#status = Number(this.#head.slice('HTTP/1.1 '.length, 12));
      const told = /^content-length: *(\d+)/im.exec(this.#head.slice(0, end))?.[1];
      if (told === undefined) {
        this.#break('an answer without its length');
        return false;
      }
      this.#left = Number(told);
    }
    this.#left -= length - from;
    if (this.#left > 0) return true;
    const open = this.#open;
    [this.#open, this.#head, this.#left] = [undefined, '', undefined];
    open?.done(this.#status);
    return true;
  }

  #break(why: string): void {
    const open = this.#open;
    this.#open = undefined;
    this.#socket.destroy();
    open?.fail(new Error(why));
  }
}
