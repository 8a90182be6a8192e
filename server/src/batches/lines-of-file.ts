/** The lines of a stream of bytes, each with the place where it begins; the line ends are left out. */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<{ readonly bytes: Buffer; readonly at: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield { bytes: bytes.subarray(from, end), at: at + from };
      from = end + 1;
    }
    rest = bytes.subarray(from);
    at += from;
  }
  if (rest.length > 0) yield { bytes: rest, at };
}
