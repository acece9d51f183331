import type { PresetView } from '../utils/messages/ui';
import { FileProblems } from './FileProblems';

/** Why preset.json was refused. */
export function PresetProblems({ problems }: { problems: PresetView['problems'] }) {
  return (
    <FileProblems
      file="preset.json"
      problems={problems}
      tone="warn"
      advice="Nothing in it was applied. Correct the file, then reload Solvent."
    />
  );
}
