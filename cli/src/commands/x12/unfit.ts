/** Where a claim is not what it should be, and the words that say so. */
export type Unfit = readonly [path: readonly (string | number)[], message: string];
