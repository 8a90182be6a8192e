import { PageHeader } from '../../ui/page-header.tsx';

/** Built next. */
export function Screen() {
  return <PageHeader title="review" />;
}
