import type { FactDeclaration } from '@interspace/core/model/fact';
import type { Questionnaire, QuestionnaireItem } from 'fhir/r4.js';
import { OWN, QUESTIONNAIRE_BASE } from './questionnaire-address.ts';
import { idOf, present } from './resource.ts';

/** One question of a form: the facts that its answer gives, and the requirements that ask it, by title and place. */
export interface FormQuestion {
  readonly question: string;
  readonly facts: readonly FactDeclaration[];
  readonly reasons: readonly {
    readonly title: string;
    readonly document: string;
    readonly section?: string | undefined;
  }[];
}

export interface FormToWrite {
  /** What the form is about, such as a code or a family. */
  readonly about: string;
  readonly title: string;
  /** Revision of the law that asks. */
  readonly version: string;
  /** Day from which it asks so. */
  readonly date: string;
  readonly questions: readonly FormQuestion[];
}

const TYPES: Readonly<Record<FactDeclaration['type'], QuestionnaireItem['type']>> = {
  boolean: 'boolean',
  number: 'decimal',
  date: 'date',
  word: 'choice',
  words: 'choice',
  text: 'string',
};

/** Canonical address of the form, with its version. */
export function canonicalOf(about: string, version?: string): string {
  return `${QUESTIONNAIRE_BASE}${idOf(about).toLowerCase()}${version === undefined ? '' : `|${version}`}`;
}

/**
 * A form made from the questions of the criteria in force. Every answer may be left out: no answer is unknown, and nobody is made
 * to say yes or no. The words of choices stand in the form itself, so that no value set has to be fetched.
 */
export function questionnaireToFhir({ about, title, version, date, questions }: FormToWrite): Questionnaire {
  const item = questions.map(itemOf);
  return present<Questionnaire>({
    resourceType: 'Questionnaire',
    id: idOf(about).toLowerCase(),
    meta: { profile: ['http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/dtr-std-questionnaire'] },
    text: {
      status: 'generated',
      div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${escape(title)}: ${item.length} questions.</p></div>`,
    },
    url: canonicalOf(about),
    version,
    name: `Form${idOf(about).replace(/[^A-Za-z0-9]/g, '')}`,
    title,
    status: 'active',
    subjectType: ['Patient'],
    date,
    description: 'Asked by the published criteria that apply. An answer that is not known is left out.',
    item,
  });
}

function itemOf({ question, facts, reasons }: FormQuestion, at: number): QuestionnaireItem {
  const because = [...new Set(reasons.map(({ title }) => title))].join('; ');
  const [first] = facts;
  const help: QuestionnaireItem[] =
    because === ''
      ? []
      : [
          {
            linkId: `${first?.name ?? at}.because`,
            type: 'display',
            text: `Asked for: ${because}`,
            extension: [
              {
                url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
                valueCodeableConcept: {
                  coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'help' }],
                },
              },
            ],
          },
        ];
  if (facts.length === 1 && first)
    return { ...answerItem(first, question), ...(help.length > 0 ? { item: help } : {}) };
  return {
    linkId: `group-${at + 1}`,
    type: 'group',
    text: question,
    item: [...help, ...facts.map((fact) => answerItem(fact, fact.meaning))],
  };
}

function answerItem(fact: FactDeclaration, text: string): QuestionnaireItem {
  const words = fact.words ?? [];
  const type = TYPES[fact.type];
  const choice = type === 'choice' && words.length > 0;
  return present<QuestionnaireItem>({
    linkId: fact.name,
    text: fact.unit === undefined ? text : `${text} (${fact.unit})`,
    type: type === 'choice' && !choice ? 'string' : type,
    ...(fact.type === 'words' ? { repeats: true } : {}),
    ...(choice
      ? {
          answerOption: words.map((word) => ({
            valueCoding: { system: `${OWN}:fact:${fact.name}`, code: word, display: word.replaceAll('-', ' ') },
          })),
        }
      : {}),
  });
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
