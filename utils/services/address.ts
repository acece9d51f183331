const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address is on the person's own computer. */
export const isOwnComputer = (address: string): boolean =>
  URL.canParse(address) && LOOPBACK.test(new URL(address).hostname);

/**
 * The base address of a custom service as it will be used, or why not. A key travels to this address, so plain HTTP is
 * for the machine itself only.
 */
export function checkAddress(typed: string): { ok: true; base: string } | { ok: false; reason: string } {
  const text = typed.trim();
  if (!text) return { ok: false, reason: 'Type the address of the service, for example https://api.example.com.' };
  if (!URL.canParse(text))
    return { ok: false, reason: 'This is not a complete address. It begins with https:// and names a host.' };
  const url = new URL(text);
  if (url.username || url.password)
    return { ok: false, reason: 'Leave user name and password out of the address; the key has a field of its own.' };
  // Also an empty query, which would swallow the method that is appended to the address.
  if (/[?#]/.test(text)) return { ok: false, reason: 'Leave out everything from the "?" or "#" on.' };
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    return {
      ok: false,
      reason: 'Plain http:// would show your key to the network. Use https://; http:// is for this computer only.',
    };
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { ok: false, reason: 'The address must begin with https://.' };
  return { ok: true, base: url.href.replace(/\/+$/, '') };
}
