/** The nonce of this page, which lets the few style elements that libraries add pass the strict policy. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Mantine is handed the nonce; the scroll lock of its dialogs looks for this name of old. */
export function announceNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: pageNonce() });
}
