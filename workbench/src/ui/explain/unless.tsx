import type { ExplainProps } from './explain-props.ts';
import { Gate } from './gate.tsx';

/** The criterion does not apply then. */
export function Unless(props: ExplainProps) {
  const { status } = props.clause;
  const heading = {
    met: 'Does not apply, because',
    'not-met': 'Would not apply if',
    unknown: 'It is not known whether an exception holds',
    'not-applicable': 'Does not apply when',
  }[status];
  return <Gate {...props} heading={heading} />;
}
