type Result = { ok: true; hostname: string } | { ok: false; message: string };

const refuse = (message: string): Result => ({ ok: false, message });

/** The hostname in what the person typed or pasted (a whole address is fine), as the browser spells it. */
export function readHostname(typed: string, taken: readonly string[]): Result {
  const text = typed.trim();
  if (!text) return refuse('Type a hostname, for example shop.example.');
  if (text.includes('*')) return refuse('Leave out the "*": a rule is for one hostname.');
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || !/^(\[[\da-f:.]+\]|[\w.-]+)$/.test(url.hostname))
    return refuse(`"${text}" is not a hostname. It looks like shop.example or www.shop.example.`);
  const { hostname } = url;
  if (taken.includes(hostname)) return refuse(`${hostname} is in the list already; change its rule there.`);
  return { ok: true, hostname };
}
