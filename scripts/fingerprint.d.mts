export function fingerprint(places: readonly string[], wanted: (name: string) => boolean): string;
