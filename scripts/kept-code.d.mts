export function startScript(file: string): {
  exports: Record<string, unknown>;
  mayWrite: boolean;
  keep: (() => void) | undefined;
};
