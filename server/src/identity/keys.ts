import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text of at least so many letters is a key. */
const LEAST = 32;
const SEALED = /^s1:([0-9a-f]{8}):([\w-]+):([\w-]*):([\w-]+)$/;

interface Key {
  /** Says which key it is and nothing of it. */
  readonly id: string;
  readonly seal: Buffer;
  readonly pepper: Buffer;
}

/**
 * The keys of stored secrets, the one in use first. Older ones only open: after a start with a new key in front, what they
 * sealed is sealed anew and passwords are hashed anew when people sign in.
 */
export class Keys {
  readonly #keys: readonly Key[];

  constructor(texts: readonly string[]) {
    if (texts.length === 0 || texts.some((text) => text.length < LEAST))
      throw new Error(`A key of stored secrets has at least ${LEAST} letters.`);
    this.#keys = texts.map((text) => {
      const secret = createHash('sha256').update(text).digest();
      const derived = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'interspace', use, 32));
      return { id: derived('id').toString('hex').slice(0, 8), seal: derived('seal'), pepper: derived('pepper') };
    });
  }

  get #current(): Key {
    return this.#keys[0]!;
  }

  /** For `hashPassword`: the key that is mixed into every password, and its name. */
  get pepper(): { readonly id: string; readonly key: Buffer } {
    return { id: this.#current.id, key: this.#current.pepper };
  }

  pepperOf(id: string): Buffer | undefined {
    return this.#keys.find((key) => key.id === id)?.pepper;
  }

  /** AES-256-GCM. `place` is bound in, so that a sealed text opens only where it was put. */
  seal(text: string, place: string): string {
    const { id, seal } = this.#current;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', seal, nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return ['s1', id, ...[nonce, body, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(':');
  }

  /** What was sealed; a text of before the keys comes back as it is. Undefined: another key, or changed by somebody. */
  open(kept: string, place: string): string | undefined {
    const [, id, nonce = '', body = '', tag = ''] = SEALED.exec(kept) ?? [];
    if (id === undefined) return kept.startsWith('s1:') ? undefined : kept;
    const key = this.#keys.find((one) => one.id === id);
    if (!key) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', key.seal, Buffer.from(nonce, 'base64url'))
        .setAAD(Buffer.from(place))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }

  isCurrent(kept: string): boolean {
    return kept.startsWith(`s1:${this.#current.id}:`);
  }
}

/** From the environment (`INTERSPACE_SECRET_KEY`, with commas, the one in use first), else a file of the data folder, made once. */
export function openKeys(home: string, fromEnv: string | undefined): Keys {
  const told = listed(fromEnv ?? '', ',');
  if (told.length > 0) return new Keys(told);
  const file = join(home, 'secret-keys');
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    // Of two that start at once one makes it, and both read it.
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return new Keys(listed(readFileSync(file, 'utf8'), '\n'));
}

function listed(text: string, mark: string): string[] {
  return text
    .split(mark)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
