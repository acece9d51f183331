import { useRef } from 'preact/hooks';
import type { PictureFiles, Taken } from '../utils/ui/picture-files';
import { Button } from './Button';
import { FileProblems } from './FileProblems';
import { Notice } from './Notice';
import css from './PictureRulesTools.module.css';

interface Props {
  empty: boolean;
  files: PictureFiles;
  onSave(): void;
}

/** Rules to a file, and those of a file added to the ones that are here. */
export function PictureRulesTools({ empty, files, onSave }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <div class={css['tools']}>
        <Button onClick={() => input.current?.click()}>Import rules</Button>
        <Button off={empty} onClick={onSave}>
          Export rules
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".json,application/json"
          aria-label="File with picture rules"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void files.take(file);
            // The same file may be chosen once more, corrected.
            currentTarget.value = '';
          }}
        />
      </div>
      <div aria-live="polite">{files.taken.value && <Outcome taken={files.taken.value} />}</div>
    </>
  );
}

const rules = (count: number): string => (count === 1 ? '1 rule' : `${count} rules`);

function Outcome({ taken: { file, reply } }: { taken: Taken }) {
  if (!reply)
    return (
      <Notice tone="bad">
        <p>{file} could not be read. Choose it once more.</p>
      </Notice>
    );
  if (reply.ok)
    return (
      <Notice tone="good">
        <p>
          {file}: {rules(reply.added)} added
          {reply.known > 0 && `, ${reply.known} known already`}.
        </p>
      </Notice>
    );
  return (
    <FileProblems
      file={file}
      problems={reply.problems}
      tone="bad"
      most={10}
      advice="Nothing in it was taken, and your rules are as they were. Correct the file, then import it again."
    />
  );
}
