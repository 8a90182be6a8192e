import type { CapabilityStatement } from 'fhir/r4.js';
import { answered } from './answer.ts';
import type { FhirHandler } from './deps.ts';

const OPERATIONS = [
  ['Claim', 'submit', 'http://hl7.org/fhir/us/davinci-pas/OperationDefinition/Claim-submit'],
  ['Claim', 'inquire', 'http://hl7.org/fhir/us/davinci-pas/OperationDefinition/Claim-inquiry'],
  [
    'Questionnaire',
    'questionnaire-package',
    'http://hl7.org/fhir/us/davinci-dtr/OperationDefinition/questionnaire-package',
  ],
  ['QuestionnaireResponse', 'extract', 'urn:interspace:operation:extract'],
] as const;

/** `/fhir/metadata`: which operations there are. Nothing is stored here, so there is nothing to read or search. */
export const capabilities: FhirHandler = async (_asked, { now, version, baseUrl }) => {
  const types = [...new Set(OPERATIONS.map(([type]) => type))];
  const statement: CapabilityStatement = {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: now().toISOString(),
    kind: 'instance',
    software: { name: 'Interspace', version },
    implementation: {
      description: 'Coding, coverage and claim integrity by published criteria',
      url: `${baseUrl}/fhir`,
    },
    fhirVersion: '4.0.1',
    format: ['json'],
    instantiates: ['http://hl7.org/fhir/us/davinci-dtr/CapabilityStatement/dtr-payer-service'],
    rest: [
      {
        mode: 'server',
        documentation: 'Operations only. Answers say what published criteria ask; the payer decides what is covered.',
        resource: types.map((type) => ({
          type,
          operation: OPERATIONS.filter(([of]) => of === type).map(([, name, definition]) => ({ name, definition })),
        })),
        operation: [{ name: 'review', definition: 'urn:interspace:operation:review' }],
      },
    ],
  };
  return answered(statement);
};
