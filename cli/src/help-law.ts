/** Examples under `--help` of the verbs around the law. */
export const HELP = {
  diff: `
With two dates: what is in force on each. With folders or revisions: what is written in each.

Examples:
  interspace library diff 2026-04-15 2026-04-16
  interspace library diff HEAD~20 --document L39240
  interspace library diff v1 v2 --code 64483 --format json`,
  impact: `
Without --from: the committed law against the library as it is. With dates: every document is judged by the law of those days,
whatever its own date of service, so that only the law differs. Exit code: 0 nothing changes, 1 something does, 2 could not run.

Examples:
  interspace library impact --claims march.837
  interspace library impact --claims visits/*.yaml --from HEAD~1
  interspace library impact --claims notes.jsonl --from 2025-12-31 --to 2026-01-15 --state OH`,
  stale: `
Intervals are data: library/upkeep/intervals.yaml. Exit code: 0 nothing is due, 1 something is, 2 could not run.

Examples:
  interspace library stale
  interspace library stale --on 2027-03-01 --all
  interspace library stale --format json`,
  forecast: `
The history is a list of sessions, or what stands below \`history\` in an encounter; see docs/input.md. Say \`complete: true\` when no other
session is possible: what may be missing is never taken as none.

Examples:
  interspace forecast --history examples/forms/history.yaml --state OH --on 2026-06-01
  interspace forecast --history sessions.yaml --payer medicare --state TX --format json`,
  template: `
Neutral questions only: no threshold, no answer filled in. Record what happened and nothing else.

Examples:
  interspace template epidural-transforaminal --state OH --on 2026-06-01
  interspace template facet-ablation --payer medicare --state AZ > ablation.md
  interspace template 62323 --state TX --format json`,
} as const;
