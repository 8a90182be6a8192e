/** An 837P or an 837I. */
export type Kind = 'professional' | 'institutional';

export const kindOf = ({ billType }: { readonly billType?: string | undefined }): Kind =>
  billType === undefined ? 'professional' : 'institutional';
