/** Where two digests of one text begin; the first of them is that of an identifier. */
export const SEEDS = [0x811c9dc5, 0x9e3779b9] as const;
export const PRIME = 0x01000193;

/** A number of 32 bits for a text, spread evenly. */
export function digest(text: string): number {
  let hash: number = SEEDS[0];
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return mixed(hash);
}

/** The end of a digest. */
export function mixed(digest: number): number {
  let hash = digest ^ (digest >>> 15);
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
