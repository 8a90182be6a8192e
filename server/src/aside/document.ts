export interface DocumentAsked {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The text of a document, or why there is none. */
export type DocumentTold =
  | { readonly kind: string; readonly text: string }
  | {
      readonly problem: 'binary' | 'claims' | 'damaged' | 'empty' | 'language' | 'no-text-layer' | 'too-large';
    };
