import { z } from 'zod';
import { isIsoDate } from './date.ts';

/** A calendar date at the edge of the house. */
export const DateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isIsoDate, { message: 'not a date on the calendar' });
