/** Folder of the programs of an installed PostgreSQL server, the newest; undefined when there is none of 15 or later. */
export function findPostgresql(): string | undefined;
