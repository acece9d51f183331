const MOST_BITS = 12;
const MOST_CODES = 2 ** MOST_BITS;

/** Reads the codes of a GIF's picture data; appendix F of GIF89a. */
export const unpack = (bytes: Buffer, codeBits: number, wanted: number): Uint8Array => {
  const out = new Uint8Array(wanted);
  const clear = 2 ** codeBits;
  let table: number[][] = [];
  let size = codeBits + 1;
  let last: number[] | undefined;
  let [held, bits, filled] = [0, 0, 0];

  const restart = (): void => {
    table = Array.from({ length: clear + 2 }, (_, code) => (code < clear ? [code] : []));
    size = codeBits + 1;
    last = undefined;
  };
  const put = (indexes: readonly number[]): void => {
    const some = indexes.slice(0, wanted - filled);
    out.set(some, filled);
    filled += some.length;
  };
  const take = (code: number): void => {
    const known = table[code] ?? (last === undefined ? [] : [...last, last[0] ?? 0]);
    put(known);
    if (last !== undefined && table.length < MOST_CODES) table.push([...last, known[0] ?? 0]);
    if (table.length === 2 ** size && size < MOST_BITS) size += 1;
    last = known;
  };

  restart();
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    while (bits >= size) {
      const code = held & (2 ** size - 1);
      held >>>= size;
      bits -= size;
      if (code === clear + 1) return out;
      if (code === clear) restart();
      else take(code);
    }
  }
  return out;
};
