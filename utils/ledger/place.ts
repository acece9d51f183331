/** Where a job was, as much of it as is kept: origin, and 64 bits of a hash of origin and path. */
export async function placeOf(websiteURL: string): Promise<{ origin: string; pathHash: string }> {
  if (!URL.canParse(websiteURL)) return { origin: '', pathHash: '' };
  const { origin, pathname } = new URL(websiteURL);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(origin + pathname));
  const bytes = [...new Uint8Array(digest).slice(0, 8)];
  return { origin: origin.slice(0, 300), pathHash: bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}
