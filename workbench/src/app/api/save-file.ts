/** Hands bytes to the browser as a download. */
export function saveFile({ blob, name }: { blob: Blob; name: string }): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun reading by then; at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
