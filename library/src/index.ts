export { checkLibrary, type LibraryHealth } from './check.ts';
export { libraryFingerprint } from './files.ts';
export { factNamesSource } from './generate/fact-names.ts';
export { glossaryTable } from './generate/glossary.ts';
export { compileLibrary, openLibrary, readLibrary } from './read.ts';
export { testLibrary } from './test-cases.ts';
