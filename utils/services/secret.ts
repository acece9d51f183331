/** Shorter pieces are words that any text may hold. */
const SHORTEST = 6;

/**
 * Whether a text holds the key, or the key without its suffixes. Services echo what they were sent, and nothing of a
 * reply that does so may go on to an error, a log or a page.
 */
export function keyWatch(clientKey: string): (text: string) => boolean {
  const pieces = [clientKey, clientKey.trim(), clientKey.split('__')[0] ?? ''].filter(
    ({ length }) => length >= SHORTEST,
  );
  return (text) => pieces.some((piece) => text.includes(piece));
}
