import type { IsoDate } from '@interspace/core/model/date';
import type { TextSegment } from '../document.ts';

/** Makes a segment in the style of the file that is written. */
export type Make = (id: string, ...elements: (string | undefined)[]) => TextSegment;

export const day = (date: IsoDate): string => date.replaceAll('-', '');
