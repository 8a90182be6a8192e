export function findChromium(): string | undefined;
export const CHROMIUM_ARGS: string[];
export const NO_CHROMIUM: string;
