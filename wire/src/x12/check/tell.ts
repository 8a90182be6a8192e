import type { WireIssueCode } from '../../issues.ts';

/** Says what is wrong with an element of the segment in hand, or with a component of it. */
export type Tell = (code: WireIssueCode, element: number, detail: string, component?: number) => void;
