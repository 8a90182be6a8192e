export function startScript(file: string): { exports: Record<string, unknown>; keep: (() => void) | undefined };
