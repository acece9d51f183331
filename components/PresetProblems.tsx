import type { PresetView } from '../utils/messages/ui';
import { fileProblem } from '../utils/ui/format';
import { Notice } from './Notice';
import css from './PresetProblems.module.css';

/** Why preset.json was refused, line by line. */
export function PresetProblems({ problems }: { problems: PresetView['problems'] }) {
  const [only, ...more] = problems;
  return (
    <Notice tone="warn">
      {only && !more.length ? (
        <p>
          <strong>preset.json was refused:</strong> {fileProblem(only)}
        </p>
      ) : (
        <>
          <p>
            <strong>preset.json was refused:</strong>
          </p>
          <ul class={css['list']}>
            {problems.map((problem) => (
              <li key={fileProblem(problem)}>{fileProblem(problem)}</li>
            ))}
          </ul>
        </>
      )}
      <p class={css['advice']}>Nothing in it was applied. Correct the file, then reload Solvent.</p>
    </Notice>
  );
}
