/** Where our questionnaires have their canonical address: a name, not a place that must answer. */
export const QUESTIONNAIRE_BASE = 'urn:interspace:questionnaire:';

/** Prefix of every other name of ours. */
export const OWN = 'urn:interspace';
