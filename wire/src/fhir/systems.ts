/** Addresses of code systems, each with the spellings that are met in the field. */
export const SYSTEMS = {
  cpt: ['http://www.ama-assn.org/go/cpt', 'urn:oid:2.16.840.1.113883.6.12'],
  hcpcs: [
    'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
    'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
    'http://terminology.hl7.org/CodeSystem/HCPCS',
    'urn:oid:2.16.840.1.113883.6.285',
    'https://bluebutton.cms.gov/resources/codesystem/hcpcs',
  ],
  icd10cm: ['http://hl7.org/fhir/sid/icd-10-cm', 'urn:oid:2.16.840.1.113883.6.90'],
  place: [
    'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set',
    'http://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set',
    'https://www.cms.gov/Medicare/Coding/place-of-service-codes',
  ],
  npi: ['http://hl7.org/fhir/sid/us-npi', 'urn:oid:2.16.840.1.113883.4.6'],
  taxonomy: ['http://nucc.org/provider-taxonomy'],
  loinc: ['http://loinc.org'],
  snomed: ['http://snomed.info/sct'],
  revenue: ['https://www.nubc.org/CodeSystem/RevenueCodes'],
  ndc: ['http://hl7.org/fhir/sid/ndc'],
  payment: ['https://nahdo.org/sopt', 'urn:oid:2.16.840.1.113883.3.221.5'],
} as const;

export type SystemName = keyof typeof SYSTEMS;

/** True when the address is one of a system's. */
export function isSystem(name: SystemName, address: string | undefined): boolean {
  return address !== undefined && (SYSTEMS[name] as readonly string[]).includes(address);
}
