import { expect, test } from 'vitest';
import { foreignLanguage } from './language.ts';

test.each([
  [
    'El paciente fue colocado en decúbito prono. Se inyectó en el espacio L4-L5 con aguja bajo fluoroscopia.',
    'Spanish',
  ],
  [
    'Le patient est installé en décubitus ventral. Une aguille est avancée dans le foramen L4-L5 sous scopie avec contraste.',
    'French',
  ],
  ['R L4-5 TFESI. Omnipaque 1 mL. Depo-Medrol 80 mg. No complications.', undefined],
  ['The patient was placed prone. A needle was advanced to the L4-L5 foramen under fluoroscopy.', undefined],
  [
    'The patient was seen with an interpreter for the procedure. Instrucciones: no conduzca, llame a la clínica si tiene dolor. The needle was advanced under fluoroscopy in the usual manner.',
    undefined,
  ],
  ['', undefined],
])('%#', (text, language) => {
  expect(foreignLanguage(text)).toBe(language);
});
