import { fileProblem } from '../utils/ui/format';
import css from './FileProblems.module.css';
import { Notice } from './Notice';

interface Props {
  file: string;
  problems: Parameters<typeof fileProblem>[0][];
  tone: 'warn' | 'bad';
  /** What holds now, and what to do. */
  advice: string;
  /** How many are listed at most; the others are counted. */
  most?: number;
}

/** Why a file was refused, line by line. */
export function FileProblems({ file, problems, tone, advice, most = problems.length }: Props) {
  const [only, ...more] = problems;
  return (
    <Notice tone={tone}>
      {only && !more.length ? (
        <p>
          <strong>{file} was refused:</strong> {fileProblem(only)}
        </p>
      ) : (
        <>
          <p>
            <strong>{file} was refused:</strong>
          </p>
          <ul class={css['list']}>
            {problems.slice(0, most).map((problem) => (
              <li key={fileProblem(problem)}>{fileProblem(problem)}</li>
            ))}
            {problems.length > most && <li>and {problems.length - most} more.</li>}
          </ul>
        </>
      )}
      <p class={css['advice']}>{advice}</p>
    </Notice>
  );
}
