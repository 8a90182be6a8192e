/** Examples under each `--help`. */
export const HELP = {
  top: `
Examples:
  interspace review examples/notes/tfesi-l4-l5.txt --payer medicare --state OH --on 2026-03-02
  interspace review examples/notes/*.txt --format markdown > reviews.md
  interspace scrub claims.837 --fail-on block
  interspace authorize --code 64483 --state OH --pos 11 --on 2026-05-20
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
  interspace scrub claims/*.837 --format csv > findings.csv
  interspace scrub claims/*.837 --format html --output report.html      one page to mail and to print
  interspace scrub big.837 --format jsonl --output findings.jsonl --resume big.checkpoint
  interspace scrub encounter.yaml --format json --fail-on block

Exit code: 0 nothing to fix, 1 findings (see --fail-on), 2 something could not be read. More: docs/scrub.md`,
  authorize: `
Asks before the procedure: which program or plan wants to be asked for these codes, in this state and place, on this
date; what the request must hold; how long the answer may take and lives, and where its number stands on the claim.

Examples:
  interspace authorize --code 64483 --code 64484 --state OH --pos 11 --on 2026-05-20
  interspace authorize --code 64615,J0585 --state NY --pos 22 --on 2026-04-10 --format json
  interspace authorize --code 64493 --payer medicare-advantage --on 2026-03-10
  interspace authorize visit-note.txt --state TX --pos 22 --on 2026-03-02

Exit code: 0 nothing to ask, 1 something to ask or to find out (--fail-on block: only what is required), 2 could not run.`,
  explain: `
Examples:
  interspace explain medicare/epidural/frequency
  interspace explain L39242
  interspace explain 64495
  interspace explain J1100
  interspace explain M54.16
  interspace explain cli/input/unknown-key`,
  library: `
Examples:
  interspace library check
  interspace library test
  interspace library import ncci-ptp ccipra-v323r0-f1.zip ccipra-v323r0-f2.zip
  interspace library import icd10cm-order icd10cm-order-2026.txt
  interspace library tables --verify`,
  import: `
Kinds: ncci-ptp, mue, aoc, icd10cm-order, icd10cm-tabular, hcpcs, pprrvu, gpci, anes, zip5, carc-rarc, pos, modifiers,
taxonomy, specialty. Files as the agency publishes them (ZIP, text, CSV, XLSX), gzip too; which file is which kind:
docs/reference/tables.md. A damaged, cut off or wrong file is refused whole and the editions in use stay. Editions of one
kind stand side by side and the date of service chooses; the same edition imported again takes the place of the first.

Examples:
  interspace library import ncci-ptp ccipra-v323r0-f1.zip ccipra-v323r0-f2.zip ccipra-v323r0-f3.zip ccipra-v323r0-f4.zip
  interspace library import mue MCR_MUE_PractitionerServices_Eff_10-01-2026.csv
  interspace library import icd10cm-order icd10cm_order_2027.txt icd10cm_order_addenda_2027.txt
  interspace library import mue limits.csv --setting practitioner --edition 2026Q4

Exit code: 0 imported, 2 refused.`,
  tables: `
An edition is one file, <folder>/<kind>/<edition>.ist; without it the edition is gone. The folder of your own is
$INTERSPACE_HOME/tables, else $XDG_DATA_HOME/interspace/tables, else ~/.local/share/interspace/tables.

Examples:
  interspace library tables
  interspace library tables --verify

Exit code: 0, or 1 when --verify finds a damaged table.`,
  x12: `
Examples:
  interspace x12 show remittance.835
  interspace x12 check examples/claims/facet-both-sides.837
  interspace x12 check claims.837 --ack answer.999 --ack-claims answer.277
  interspace x12 write claims.yaml --out claims.837     (837P or 837I, see docs/x12.md)

Exit code of check: 0 nothing found, or warnings only; 1 issues; 2 could not run, or the file is no X12 at all.`,
  mcp: `
Tools: review, code, scrub, authorize, forecast, explain, policies. They read and compute; nothing is stored or sent. Answers
carry their sources, and what is unknown is listed as unknown. For a client that starts programs:

  { "mcpServers": { "interspace": { "command": "/path/to/interspace", "args": ["mcp"] } } }

The server offers the same tools at POST /mcp. More: docs/mcp.md`,
  schema: `
Examples:
  interspace schema review > review.schema.json
  interspace schema input > review-input.schema.json
  interspace schema submission             (claims for x12 write)`,
} as const;
