/** The first two digits of a type of bill: whose claim it is. A leading zero is no part of it. */
export function facilityOf(billType: string): string {
  return billType.replace(/^0/, '').slice(0, 2);
}
