import { useSearch } from '@tanstack/react-router';
import { OpenedEncounter } from './opened-encounter.tsx';
import { OpenedRecord } from './opened-record.tsx';
import { ReviewDesk } from './review-desk.tsx';

/** `/review`, `/review?encounter=<id>`, `/review?record=<id>`. */
export function Screen() {
  const { encounter, record } = useSearch({ strict: false }) as { encounter?: string; record?: string };
  if (encounter) return <OpenedEncounter key={encounter} id={encounter} />;
  if (record) return <OpenedRecord key={record} id={record} />;
  return <ReviewDesk key="own" draft="own" />;
}
