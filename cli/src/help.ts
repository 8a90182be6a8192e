/** Examples under each `--help`. */
export const HELP = {
  top: `
Examples:
  interspace review examples/notes/tfesi-l4-l5.txt --payer medicare --state OH --on 2026-03-02
  interspace review examples/notes/*.txt --format markdown > reviews.md
  interspace scrub claims.837 --fail-on block
  interspace explain <id from a finding>

Exit code: 0 nothing to fix, 1 findings, 2 could not run.`,
  review: `
Documents are told apart by content and extension:
  .txt .md          a note                     .json .yaml       an encounter (interspace schema input)
  .pdf .docx        a note with a text layer   .jsonl            {"id","text"} a line: a Review a line
  ISA…              an X12 837P file, any extension

Examples:
  interspace review note.txt --payer medicare --state OH --pos 24 --on 2026-03-02
  interspace review note.txt --context visit.yaml --history sessions.yaml
  interspace review notes.jsonl > reviews.jsonl
  pbpaste | interspace review --state TX --format json
  interspace review batch.837 --format jsonl --fail-on block

Exit code: 0 nothing to fix, 1 findings (see --fail-on), 2 a document could not be read.`,
  code: `
Examples:
  interspace code note.txt --claim-type asc --on 2026-03-02
  interspace code notes.jsonl > lines.jsonl`,
  scrub: `
Examples:
  interspace scrub claims.837
  interspace scrub encounter.yaml --format json --fail-on block`,
  explain: `
Examples:
  interspace explain medicare/epidural/frequency
  interspace explain L39242
  interspace explain cli/input/unknown-key`,
  library: `
Examples:
  interspace library check
  interspace library test
  interspace library import ncci-ptp ccipra-v323r0-f1.zip ccipra-v323r0-f2.zip
  interspace library import icd10cm-order icd10cm-order-2026.txt
  interspace library tables --verify`,
  x12: `
Examples:
  interspace x12 show remittance.835
  interspace x12 check claims.837 --ack answer.999
  interspace x12 write claims.yaml --out claims.837     (see docs/x12.md)

Exit code of check: 0 nothing found, 1 issues, 2 could not run.`,
  schema: `
Examples:
  interspace schema review > review.schema.json
  interspace schema input > review-input.schema.json`,
} as const;
