/** A name that nobody else has, also where the page came over plain HTTP and `randomUUID` is not offered. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
