import type { ReactNode } from 'react';
import type { ClauseResult } from '@interspace/core/model/determination';

export interface ExplainProps {
  readonly clause: ClauseResult;
  /** Draws a part; handed down, so that no operator knows the others. */
  readonly explain: (part: ClauseResult) => ReactNode;
}
