import { createHash } from 'node:crypto';
import type { ArkoseErrorCode } from './types.ts';

export interface Blobs {
  issue(publicKey: string): string;
  /** Spends a blob; answers what is wrong with it. One that is refused stays as it was. */
  spend(publicKey: string, blob: string): ArkoseErrorCode | undefined;
}

/** Blobs: for one session each, of the key that they were issued for. facts/services.md 2.4. */
export const createBlobs = (seed: number): Blobs => {
  const issued = new Map<string, { publicKey: string; spent: boolean }>();
  return {
    issue: (publicKey) => {
      const text = createHash('sha512').update(`${seed}/blob/${issued.size}`).digest('base64');
      // Real ones are base64 in two parts, with characters that forms and JSON have to carry unharmed.
      const blob = `${text.slice(0, 22)}==.${text}`;
      issued.set(blob, { publicKey, spent: false });
      return blob;
    },
    spend: (publicKey, blob) => {
      const known = issued.get(blob);
      if (known === undefined || known.publicKey !== publicKey) return 'blob-unknown';
      if (known.spent) return 'blob-spent';
      known.spent = true;
      return undefined;
    },
  };
};
