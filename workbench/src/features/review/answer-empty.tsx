import { Button } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Nothing was given yet: what will stand here, and a way to see it at once. */
export function AnswerEmpty({ onTry }: { onTry: () => void }) {
  return (
    <EmptyState
      icon={IconClipboardText}
      title="The answer appears here"
      text="Paste a procedure note at the left. You get the lines for the claim, why each stands there, what is missing, and what the payer's published criteria say."
      action={
        <Button variant="light" onClick={onTry} mt="xs">
          Show me with an invented note
        </Button>
      }
    />
  );
}
