/** Nobody's note: for a first look. Each of its sentences is used by some line or criterion, and one thing is missing. */
export const INVENTED_NOTE = `NAME: Example, Erika (invented)
DATE OF SERVICE: 03/09/2026

PROCEDURE: Bilateral lumbar medial branch blocks, diagnostic, with fluoroscopic guidance

DIAGNOSIS: Lumbar spondylosis without myelopathy or radiculopathy (M47.816)

HISTORY: Axial low back pain for 8 months, worse with standing and extension. No leg pain, no radicular symptoms, no claudication. Eight weeks of physical therapy and naproxen did not help. NRS 7/10 today; Oswestry 46%, walking limited to ten minutes. This is the first diagnostic block.

PROCEDURE IN DETAIL: After consent and time-out the patient lay prone. Under fluoroscopy 25-gauge needles were placed for the L3 and L4 medial branches and the L5 dorsal ramus on the right, then on the left. 0.2 mL of contrast at each site showed no vascular uptake. 0.5 mL of 0.5% bupivacaine was injected at each nerve. No steroid and no sedation were given. Images were saved.

Pain before: 7/10. Pain 30 minutes after: 1/10. A pain diary was handed out.

Signed electronically by E. Invented, MD
`;
