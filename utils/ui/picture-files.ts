import { signal } from '@preact/signals';
import type { ImportReply } from '../messages/ui';
import type { ask as realAsk } from '../messages/ui-send';
import type { Settings } from '../settings/schema';

export interface PictureFilesDeps {
  ask: typeof realAsk;
  save(name: string, type: string, text: string): void;
  refresh(): Promise<void>;
}

export type PictureFiles = ReturnType<typeof createPictureFiles>;

/** What became of the last file that was read: its name, and the background's word, or none where there was no answer. */
export interface Taken {
  file: string;
  reply: ImportReply | null;
}

/** Rules for pictures to and from files. */
export function createPictureFiles({ ask, save, refresh }: PictureFilesDeps) {
  const taken = signal<Taken | null>(null);
  return {
    taken,
    save(pictures: Settings['pictures']): void {
      save('solvent-picture-rules.json', 'application/json', `${JSON.stringify({ pictures }, null, 2)}\n`);
    },
    /** Adds the rules of a file; one with an error changes nothing. */
    async take(file: Pick<File, 'name' | 'text'>): Promise<void> {
      taken.value = null;
      const reply = await file
        .text()
        .then((text) => ask('importPictures', { text }))
        .catch(() => null);
      taken.value = { file: file.name, reply };
      await refresh();
    },
  };
}
