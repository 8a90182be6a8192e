import type { NoteParts, Scene } from './acts/act.ts';

/** How different people arrange the same things. */
const LAYOUTS: readonly [Layout, ...Layout[]] = [headed, terse, template, narrative];
type Layout = (parts: NoteParts, scene: Scene) => string;

/** The note, in the habit of whoever dictates. */
export function arrange(parts: NoteParts, scene: Scene): string {
  const text = scene.draw.pick(LAYOUTS)(parts, scene);
  return `${text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function headed(
  { title, diagnosis, story, technique, after, plan }: NoteParts,
  { patient, day, signer }: Scene,
): string {
  return `PATIENT: ${patient} (invented)          DATE OF SERVICE: ${day}
PROCEDURE: ${title}

DIAGNOSIS: ${diagnosis}

INDICATIONS: ${story}

DESCRIPTION: ${technique}

${after}

PLAN: ${plan}

Electronically signed by ${signer}, ${day}`;
}

function terse(
  { title, diagnosis, story, technique, after, plan }: NoteParts,
  { patient, day, signer }: Scene,
): string {
  return `DOS ${day}  pt: ${patient} (not a real person)
Proc: ${title}
Dx: ${diagnosis}
${story}
Technique: ${technique}
${after} ${plan}
e-signed ${signer}`;
}

function template(
  { title, diagnosis, story, technique, after, plan }: NoteParts,
  { patient, day, signer }: Scene,
): string {
  return `Name: ${patient} (invented patient)
Date of service: ${day}

Procedure performed:
- ${title}

Diagnosis:
- ${diagnosis}

History:
${story}

Procedure in detail:
${technique}

Outcome:
${after}

Follow-up:
${plan}

Signed electronically: ${signer} ${day}`;
}

function narrative(
  { title, diagnosis, story, technique, after, plan }: NoteParts,
  { patient, day, signer }: Scene,
): string {
  return `${day} - ${patient} (fictional)

Procedure: ${title}.

${story} Assessment: ${diagnosis}.

Technique: ${technique} ${after}

${plan}

${signer}`;
}
