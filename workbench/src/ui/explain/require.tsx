import type { ExplainProps } from './explain-props.ts';

/** What is required: its clause speaks for itself. */
export function Require({ clause, explain }: ExplainProps) {
  return (
    <>
      {clause.parts.map((part, index) => (
        // Parts have no other name than their place.
        <div key={index}>{explain(part)}</div>
      ))}
    </>
  );
}
