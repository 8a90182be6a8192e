import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text in UTF-8, in hexadecimal figures. */
export type Sha256 = (text: string) => string;

/** It in plain JavaScript. Whoever runs on a platform that has it built in lends that one: it is many times as fast. */
export const plainSha256: Sha256 = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** A short stable name for any JSON-able value: keys in order, so that the same content has the same digest. */
export function digest(value: unknown, hash: Sha256 = plainSha256): string {
  return hash(canonical(value)).slice(0, 16);
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).toSorted()) {
    const entry: unknown = value[key as keyof typeof value];
    if (entry !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(entry)}`;
  }
  return `{${text}}`;
}
