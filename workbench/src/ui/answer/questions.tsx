import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { memo } from 'react';
import type { Prompt } from '@interspace/core/model/review';
import { type Answer, type AnswerValue, useVocabulary } from '../../app/api/review.ts';
import { valueInWords, wordOf } from '../words.ts';
import { AnswerField } from './answer-field.tsx';
import classes from './answer.module.css';

interface Props {
  readonly prompts: readonly Prompt[];
  readonly answers: readonly Answer[];
  readonly onAnswer: (fact: string, value: AnswerValue) => void;
  readonly onTakeBack: (fact: string) => void;
  readonly mayAnswer: boolean;
}

/** Neutral questions whose answers would turn an unknown into a fact, answered in place; what was answered can be taken back. */
export const Questions = memo(function Questions({ prompts, answers, onAnswer, onTakeBack, mayAnswer }: Props) {
  const { factOf } = useVocabulary();
  // Several facts may be asked by one question; the first answer often settles the others.
  return (
    <div className={classes['stack']}>
      {prompts.map(({ fact, question, because }) => (
        <div key={fact} className={classes['question']} data-fact={fact}>
          <p className={classes['asked']}>{question}</p>
          <p className={classes['quiet']}>
            {wordOf(fact.replaceAll('.', ': '))} · for: {because}
          </p>
          {mayAnswer && (
            <div className="is-screen-only">
              <AnswerField fact={factOf(fact)} label={question} onAnswer={(value) => onAnswer(fact, value)} />
            </div>
          )}
        </div>
      ))}
      {answers.length > 0 && (
        <ul className={classes['answered']} aria-label="Answered here">
          {answers.map(({ fact, value }) => (
            <li key={fact}>
              <span>
                {factOf(fact)?.question ?? wordOf(fact)} <strong>{valueInWords(value)}</strong>
              </span>
              <ActionIcon
                data-hint="Take the answer back"
                variant="subtle"
                color="gray"
                aria-label={`Take back: ${factOf(fact)?.question ?? fact}`}
                onClick={() => onTakeBack(fact)}
              >
                <IconArrowBackUp size={18} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {prompts.length > 0 && (
        <p className={`${classes['quiet']} is-screen-only`}>
          Answer from the record, or ask the physician; leave open what nobody knows. Unknown is not no.
        </p>
      )}
    </div>
  );
});
