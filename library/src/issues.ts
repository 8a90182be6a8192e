/** Every Issue about a file of the law: what it means and what to do. Printed in docs/reference/issues.md. */
export const LAW_ISSUES = {
  'library/yaml-syntax': {
    means: 'A law file is not valid YAML.',
    do: 'Check indentation, quotes and brackets near the line named.',
  },
  'library/duplicate-key': {
    means: 'A key is given twice in one mapping; one of the two would be lost.',
    do: 'Remove one of them.',
  },
  'library/unknown-key': {
    means: 'A key is not known at its place and would be ignored.',
    do: 'Correct its spelling; the nearest known key is named.',
  },
  'library/shape': {
    means: 'A value is missing or has a form that its place does not allow.',
    do: 'Compare with docs/reference/policy-language.md.',
  },
  'library/misplaced': {
    means: 'A policy or criterion is called otherwise than its folder and file.',
    do: 'Rename one of the two.',
  },
  'library/declared-twice': { means: 'Something that must be unique is declared twice.', do: 'Keep one declaration.' },
  'library/reversed-period': { means: 'A period ends before it begins.', do: 'Correct the dates; both are inclusive.' },
  'library/overlapping-period': {
    means: 'Two entries of one thing are in force on the same day.',
    do: 'End the earlier one the day before the later one begins.',
  },
  'library/value-without-citation': {
    means: 'A number or criterion that is law has no citation and no date.',
    do: 'Make it a param with a date and a citation.',
  },
  'library/dangling-fact': {
    means: 'A fact is named that library/facts does not declare.',
    do: 'Correct the name, or declare the fact.',
  },
  'library/dangling-param': {
    means: 'A clause names a param that the criterion does not have.',
    do: 'Correct the name, or add the param.',
  },
  'library/dangling-code-set': {
    means: 'A code set is named that does not exist.',
    do: 'Correct the name, or write the set.',
  },
  'library/dangling-citation': {
    means: 'A citation is named that the file does not have.',
    do: 'Correct the name, or add the citation.',
  },
  'library/dangling-source': {
    means: 'A citation names a source that library/sources does not hold.',
    do: 'Correct the name, or add the source.',
  },
  'library/dangling-document': {
    means: 'A document is named that the policy does not list.',
    do: 'Correct the number, or add the document.',
  },
  'library/dangling-payer': {
    means: 'A payer is named that library/payers does not hold.',
    do: 'Correct the name, or add the payer.',
  },
  'library/dangling-jurisdiction': {
    means: 'A jurisdiction is named that no payer file assigns.',
    do: 'Correct the name, or assign it.',
  },
  'library/dangling-packet': {
    means: 'A program or a packet names a packet that does not exist.',
    do: 'Correct the name, or write the packet.',
  },
  'library/dangling-condition': {
    means: 'A diagnosis rule names a condition that does not exist.',
    do: 'Correct the name, or write the condition.',
  },
  'library/dangling-hole': {
    means: 'A finding text has a hole that nothing fills.',
    do: 'Use a param of the criterion or one of the known holes.',
  },
  'library/unknown-operator': {
    means: 'A clause uses an operator that does not exist.',
    do: 'Use one of the operators of the policy language.',
  },
  'library/unknown-word': {
    means: 'A fact is compared with a word that it can never have.',
    do: 'Use a word of its closed list.',
  },
  'library/clause': {
    means: 'A clause does not make sense as it is written.',
    do: 'Compare with the table of clauses in docs/reference/policy-language.md.',
  },
  'library/unused-param': {
    means: 'A criterion has a param that no clause and no text uses.',
    do: 'Use it or remove it.',
  },
  'library/unused': { means: 'Nothing uses a code set.', do: 'Use it or remove it.' },
  'library/wrong-issuer': {
    means: 'A document claims a jurisdiction that belongs to another contractor.',
    do: 'Correct the issuer or the jurisdiction.',
  },
  'library/edit-twice': { means: 'Two edits have one id.', do: 'Rename one of them.' },
  'library/orphan-requirement': {
    means: 'A sentence of a policy is neither modelled nor excused, or the criterion that should model it disagrees.',
    do: 'Name the criterion in the row and the row in the criterion, or say why it is not modelled.',
  },
  'library/orphan-rule': {
    means: 'A rule of the register is neither modelled by something that exists nor excused.',
    do: 'Name what models it, or give the reason.',
  },
  'library/orphan-cases': { means: 'A file of cases stands beside no criterion.', do: 'Rename or remove it.' },
  'library/case-failed': {
    means: 'A case beside a criterion does not come out as it says.',
    do: 'Correct the criterion or the case.',
  },
  'library/case-missing': {
    means: 'A criterion has no case for one of the four answers, or none at a boundary.',
    do: 'Write the case.',
  },
  'library/revision-unknown': {
    means: 'A side of a comparison is no date, no folder with a library and no revision of the repository.',
    do: 'Name a date (YYYY-MM-DD), a folder with a library, or a git revision.',
  },
  'library/stale': {
    means: 'Something was read longer ago than its review interval allows (library/upkeep), or its edition has ended.',
    do: 'Read the source again, correct what changed, and set the new reading date. `interspace library stale` lists all.',
  },
} as const;

export type LawIssueCode = keyof typeof LAW_ISSUES;

/** Issues about the agencies' own tables: importing them, and opening what was imported. */
export const TABLE_ISSUES = {
  'library/import/no-file': { means: 'An import was asked for without a file.', do: "Name the agency's files." },
  'library/import/unreadable-file': {
    means: 'A file to import cannot be opened.',
    do: 'Check the path and the permissions.',
  },
  'library/import/wrong-file': {
    means: 'The file is not a table of the kind asked for.',
    do: 'Check that the right file was downloaded.',
  },
  'library/import/damaged-file': {
    means: 'The file cannot be unpacked or read as its kind.',
    do: 'Download it again.',
  },
  'library/import/truncated-file': {
    means: 'The file is cut off: inside a row, or before what stands at the end of every edition.',
    do: 'Download it again and compare its size; take the ZIP, which has a checksum.',
  },
  'library/import/no-final-line-end': {
    means: 'The last line has no line end; the file may be cut off after it.',
    do: "Compare the last rows with the agency's page.",
  },
  'library/import/bad-row': {
    means: 'A row cannot be read.',
    do: 'Look at the row; a changed layout needs a change of the importer.',
  },
  'library/import/reversed-period': {
    means: 'Rows of the agency end before they begin; they are kept and never in force.',
    do: 'Nothing, unless there are many.',
  },
  'library/import/parts-missing': {
    means: 'Later parts of an edition are missing.',
    do: 'Give all parts of the edition together, or say that these are all you want (--accept-smaller).',
  },
  'library/import/much-smaller': {
    means: 'The table is much smaller than an edition in use.',
    do: 'Check that every part was given; if it is right, accept the smaller table (--accept-smaller).',
  },
  'library/import/too-many-histories': {
    means: 'The table has more different sets of dates than its format can hold.',
    do: 'Report it: the format needs to grow.',
  },
  'library/import/edition-unknown': {
    means: 'Neither the file nor its name says which edition it is.',
    do: "Keep the agency's file name, or give the edition and its first day.",
  },
  'library/import/edition-unusable': {
    means: 'The name given cannot be the name of an edition.',
    do: 'Use letters, digits, point and dash, such as 2026Q4.',
  },
  'library/import/not-written': {
    means: 'The table cannot be written: the disk is full or read-only, or the folder is not yours.',
    do: 'Make room or name another folder (--tables), then import again; the editions in use are untouched.',
  },
  'library/import/setting-unknown': {
    means: 'The file does not say whether it is for practitioners or hospitals.',
    do: "Keep the agency's file name, or say which setting it is.",
  },
  'library/tables/not-found': {
    means: 'A table is asked for that was not imported.',
    do: 'Run the import of its kind.',
  },
  'library/tables/damaged': {
    means: 'A table file has changed since it was written, or another release wrote it; nothing is answered from it.',
    do: "Import the edition again from the agency's file.",
  },
} as const;

export type TableIssueCode = keyof typeof TABLE_ISSUES;
