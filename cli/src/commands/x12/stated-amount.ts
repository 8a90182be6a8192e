import { z } from 'zod';
import { cents, type Cents } from '@interspace/core/model/money';

const whole = (amount: number): boolean => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6;

/** Ten digits with the cents are what a claim may hold. */
const MOST = 99_999_999.99;

/** Dollars of a submission, to the cent. */
export const StatedAmount = z.number().min(0).max(MOST).refine(whole, 'at most two decimals').describe('Dollars.');

/** What an adjustment takes away; it may add instead. */
export const SignedAmount = z.number().min(-MOST).max(MOST).refine(whole, 'at most two decimals').describe('Dollars.');

export const inCents = (dollars: number): Cents => cents(Math.round(dollars * 100));
