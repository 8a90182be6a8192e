import { Button, Group } from '@mantine/core';
import { ProblemNote } from '../ui/problem-note.tsx';

interface Props {
  error: unknown;
  reset?: () => void;
}

/** A screen that broke says so and leaves the others alone. */
export function ErrorScreen({ error, reset }: Props) {
  const problem = error instanceof Error ? error : new Error(String(error));
  // A new version was put on the server while this page was open: its parts have other names now.
  const stale = /dynamically imported module|Importing a module script failed/i.test(problem.message);
  return (
    <main style={{ padding: '2rem', maxWidth: '46rem' }}>
      <ProblemNote
        title={stale ? 'Interspace was updated while this page was open' : 'This screen stopped working'}
        error={stale ? new Error('Load the page again to go on with the new version.') : problem}
      />
      <Group mt="md">
        <Button onClick={() => location.reload()}>Load the page again</Button>
        {reset && !stale && (
          <Button variant="default" onClick={reset}>
            Try again
          </Button>
        )}
      </Group>
    </main>
  );
}
