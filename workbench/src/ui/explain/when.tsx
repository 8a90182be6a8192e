import type { ExplainProps } from './explain-props.ts';
import { Gate } from './gate.tsx';

/** The criterion applies only then. */
export function When(props: ExplainProps) {
  const { status } = props.clause;
  const heading = {
    met: 'Applies, because',
    'not-met': 'Does not apply, because it asks for',
    unknown: 'It is not known whether this applies',
    'not-applicable': 'Applies when',
  }[status];
  return <Gate {...props} heading={heading} />;
}
