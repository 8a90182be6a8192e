import { Button } from '@mantine/core';
import { useState } from 'react';
import { type AnswerValue, type ReviewRequest, useVocabulary, useWays, type Way } from '../../app/api/review.ts';
import { ProblemNote } from '../problem-note.tsx';
import { Waiting } from '../waiting.tsx';
import { listed } from '../words.ts';
import { AnswerField } from './answer-field.tsx';
import classes from './answer.module.css';

interface Props {
  readonly request: ReviewRequest;
  readonly onAnswer: (fact: string, value: AnswerValue) => void;
  readonly mayAnswer: boolean;
}

/** The fewest open facts whose answers would make a line meet. Only what is unknown is asked; nothing that is known is doubted. */
export function Ways({ request, onAnswer, mayAnswer }: Props) {
  const [asked, setAsked] = useState(false);
  const { data, error, isFetching } = useWays(request, asked);
  const { factOf } = useVocabulary();
  if (!asked)
    return (
      <Button variant="light" size="sm" className="is-screen-only" onClick={() => setAsked(true)}>
        What would make this pass?
      </Button>
    );
  if (error) return <ProblemNote error={error} />;
  if (!data || isFetching) return <Waiting what="Looking for the fewest open facts" />;
  if (data.ways.length === 0) return <p>Every line that has a document meets it as far as it is published.</p>;
  return (
    <div className={classes['stack']} aria-live="polite">
      <p>
        These are the fewest open facts. They help <strong>only if they are what happened</strong> and the record shows
        it; nothing else may be written down.
      </p>
      {alike(data.ways).map(({ way, lines, codes }) => (
        <section key={`${way.line} ${way.policy ?? ''}`} className={classes['determination']}>
          <h3>
            {lines.length === 1 ? 'Line' : 'Lines'} {listed(lines)}: {listed(codes)}{' '}
            {way.document && <span className={classes['quiet']}>{way.document}</span>}
          </h3>
          {way.possible ? (
            <ol className={classes['facts']}>
              {way.facts.map(({ fact, question, if: condition }) => (
                <li key={fact}>
                  <p className={classes['asked']}>{question}</p>
                  <p className={classes['quiet']}>It meets if the answer shows: {condition}</p>
                  {mayAnswer && (
                    <AnswerField fact={factOf(fact)} label={question} onAnswer={(value) => onAnswer(fact, value)} />
                  )}
                </li>
              ))}
            </ol>
          ) : (
            <>
              <p>
                {way.blockedBy.length > 0
                  ? 'No missing fact can help: what the chart says already does not meet'
                  : 'No question can settle what is open here.'}
              </p>
              <ul>
                {way.blockedBy.map(({ criterion, title, why }) => (
                  <li key={criterion}>
                    {title}: {why}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
    </div>
  );
}

/** Lines that wait for the same answers are told together. */
function alike(ways: readonly Way[]): { way: Way; lines: number[]; codes: string[] }[] {
  const groups = new Map<string, { way: Way; lines: number[]; codes: string[] }>();
  for (const way of ways) {
    const { line, code, ...rest } = way;
    const group = groups.get(JSON.stringify(rest)) ?? { way, lines: [], codes: [] };
    groups.set(JSON.stringify(rest), group);
    group.lines.push(line);
    group.codes.push(code);
  }
  return [...groups.values()];
}
