import type { PatientAuthorization } from '@interspace/server/contract/patients';

/** Days left in words that do not need a colour. */
export function daysLeftInWords(days: number | undefined, status: PatientAuthorization['status']): string {
  if (status === 'denied' || status === 'needed' || status === 'requested') return '–';
  if (days === undefined) return 'end not known';
  if (days < 0) return `ended ${-days} ${days === -1 ? 'day' : 'days'} ago`;
  if (days === 0) return 'last day today';
  return `${days} ${days === 1 ? 'day' : 'days'}${days <= 14 ? ', ends soon' : ''}`;
}
