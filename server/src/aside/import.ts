import type { Issue } from '@interspace/core/model/result';
import type { EditionInfo } from '@interspace/library/tables/editions';

export interface ImportAsked {
  readonly kind: string;
  readonly files: readonly string[];
  /** Folder of the tables in use. */
  readonly tables: string;
  /** Only say what would change. */
  readonly preview: boolean;
  /** Codes of the library, to say what of them changes. */
  readonly codes: readonly string[];
}

export interface TableChange {
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
}

export type ImportTold =
  | { readonly refused: readonly Issue[] }
  | {
      readonly editions: readonly EditionInfo[];
      readonly warnings: readonly Issue[];
      readonly changes: readonly TableChange[];
      readonly touches: readonly string[];
    };
