export const root: string;
export const dist: string;
export const stampFile: string;
export const isInstalledPackage: boolean;
export function sourceFingerprint(): string;
