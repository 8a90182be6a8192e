import { randomInt } from 'node:crypto';
import { failed, type Result } from '@interspace/core/model/result';
import {
  authorizationInquiryToBundle,
  authorizationRequestToBundle,
} from '@interspace/wire/fhir/authorization-request-to-fhir';
import type { AuthorizationRequest } from '@interspace/wire/authorization/authorization-request';
import { writeAuthorizationRequests } from '@interspace/wire/x12/write/authorization-request-to-278';
import type { RequestForm } from '../contract/authorizations.ts';
import type { PracticeDetails } from '../contract/practice.ts';
import { issue } from '../issues.ts';

export const TYPES: Readonly<Record<RequestForm, string>> = {
  'pas-submit': 'application/fhir+json',
  'pas-inquire': 'application/fhir+json',
  'x12-278': 'application/edi-x12',
};

/** The request as the text that is sent; its issues are the items of the packet that are open. */
export function writeRequest(
  form: RequestForm,
  request: AuthorizationRequest,
  { submitter, receiver, production }: PracticeDetails,
  now: Date,
): Result<string> {
  if (form !== 'x12-278') {
    const bundle =
      form === 'pas-submit' ? authorizationRequestToBundle(request) : authorizationInquiryToBundle(request);
    return bundle.ok ? { ...bundle, value: `${JSON.stringify(bundle.value, undefined, 2)}\n` } : bundle;
  }
  if (!submitter || !receiver)
    return failed(issue('server/export/practice', 'Submitter and receiver of files are not set.'));
  const written = writeAuthorizationRequests([request], {
    sender: submitter.id,
    receiver: receiver.id,
    created: now.toISOString().slice(0, 16),
    control: randomInt(1, 999_999_999),
    usage: production ? 'P' : 'T',
  });
  return written.ok ? { ...written, value: Buffer.from(written.value).toString('latin1') } : written;
}
