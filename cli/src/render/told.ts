import type { Forecast } from '@interspace/core/coverage/forecast';
import type { QuestionList } from '@interspace/core/coverage/question-list';

/** A forecast with what stands around it, as JSON gives it. */
export interface ToldForecast {
  readonly on: string;
  readonly payer?: string | undefined;
  readonly contractor?: string | undefined;
  readonly complete: boolean;
  readonly forecasts: readonly Forecast[];
  readonly questions: Readonly<Record<string, string>>;
  readonly notEvaluated: readonly string[];
}

/** A list of questions with what it was made for. */
export interface ToldTemplate extends QuestionList {
  readonly procedure: string;
  readonly on: string;
  readonly payer?: string | undefined;
  readonly contractor?: string | undefined;
  readonly revision: string;
}
