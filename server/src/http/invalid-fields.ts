import type { Issue } from '@interspace/core/model/result';
import { issue } from '../issues.ts';

interface Found {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Issues of a schema, in words of our own: the libraries' words repeat what was sent. */
export function invalidFields(error: { validation?: unknown; validationContext?: unknown }): Issue[] {
  const found = (error.validation ?? []) as readonly Found[];
  const where = typeof error.validationContext === 'string' ? error.validationContext : 'body';
  return found
    .slice(0, 20)
    .map((one) => issue('server/http/invalid', sentence(one), { at: `${where}${placeOf(one.instancePath)}` }));
}

function sentence({ keyword, params }: Found): string {
  switch (keyword) {
    case 'invalid_type':
      return `A value of the type ${String(params['expected'])} is needed here.`;
    case 'invalid_value':
      return `One of these is needed here: ${listed(params['values'])}.`;
    case 'invalid_union':
      return 'None of the forms that this may have fits.';
    case 'unrecognized_keys':
      return 'There is a field here that this API does not know; ignoring it could silently change the answer.';
    case 'too_small':
      return `It is too small: at least ${String(params['minimum'])} is needed.`;
    case 'too_big':
      return `It is too large: at most ${String(params['maximum'])} is taken.`;
    case 'invalid_format':
      return `It is not a ${String(params['format'])}.`;
    default:
      return 'The value does not fit here.';
  }
}

/** The values that are allowed come from the schema, not from the request. */
function listed(values: unknown): string {
  return Array.isArray(values) ? values.slice(0, 30).map(String).join(', ') : 'a value of the list';
}

/** Names of fields as our schemas spell them and numbers; a key that somebody made up is not repeated. */
function placeOf(path: string): string {
  return path
    .split('/')
    .slice(0, 12)
    .map((part) => (/^(?:\d{1,6}|[a-z][a-zA-Z0-9-]{0,40})?$/.test(part) ? part : '*'))
    .join('/')
    .replace(/\/$/, '');
}
