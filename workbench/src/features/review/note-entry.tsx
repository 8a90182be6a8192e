import { Button, FileButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import classes from './review.module.css';

interface Props {
  readonly text: string;
  /** Nothing is on the desk yet: say how to begin. */
  readonly first: boolean;
  readonly reading: boolean;
  /** A whole text came at once: it is shown with its marks. */
  readonly onPaste: (text: string) => void;
  /** Somebody types: the answer follows, the text stays open. */
  readonly onType: (text: string) => void;
  readonly onFile: (file: File | null) => void;
}

const PAUSE = 350;

/** Where a note is pasted or typed. */
export function NoteEntry({ text, first, reading, onPaste, onType, onFile }: Props) {
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<(() => void) | undefined>(undefined);
  // What was typed last is not lost when the field is left within the pause.
  useEffect(() => () => (clearTimeout(timer.current), pending.current?.()), []);

  const type = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    pending.current = () => {
      pending.current = undefined;
      onType(next);
    };
    timer.current = setTimeout(() => pending.current?.(), PAUSE);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain').replaceAll(/\r\n?/g, '\n');
    if (typed.trim() !== '' || pasted.trim() === '') return;
    event.preventDefault();
    onPaste(pasted);
  };
  return (
    <div className={classes['entry']}>
      {first && (
        <div className={classes['begin']}>
          <p>
            <strong>Paste a note</strong> below, drop a file anywhere on this page, or
          </p>
          <FileButton onChange={onFile} accept=".pdf,.docx,.txt,.md">
            {(props) => (
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconFileUpload size={18} />}
                loading={reading}
                {...props}
              >
                choose a PDF, Word or text file
              </Button>
            )}
          </FileButton>
        </div>
      )}
      <textarea
        className={classes['textarea']}
        aria-label={first ? 'Note' : 'Text of the chart'}
        placeholder="PROCEDURE: …"
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onPaste={paste}
        spellCheck={false}
        data-note-entry
      />
    </div>
  );
}
