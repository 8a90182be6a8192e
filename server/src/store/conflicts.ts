/** Whether the database refused a row because another one has the same key. The transaction is over then. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === '23505';
}
