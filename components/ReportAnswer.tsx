import { useEffect, useRef } from 'preact/hooks';
import type { Report } from '../utils/ui/reports';
import { Button } from './Button';
import { ExternalLink } from './ExternalLink';
import css from './ReportAnswer.module.css';

interface Props {
  report: Report;
  /** Id of the words that name the widget. */
  about: string;
  onReport(): void;
}

/** Tells the service that its answer was wrong, and what came of it. */
export function ReportAnswer({ report, about, onReport }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const done = report.state === 'sent' || report.state === 'refused';

  // The pressed button is replaced: its place keeps the focus, and what came of it is read out.
  useEffect(() => {
    if (done && pressed.current && document.activeElement === document.body)
      box.current?.querySelector<HTMLElement>('[tabindex]')?.focus();
  }, [done]);

  function press(): void {
    pressed.current = true;
    onReport();
  }

  return (
    <div ref={box} class={css['box']}>
      {report.state === 'sent' && (
        <p tabIndex={-1} class={css['sent']}>
          Reported.
        </p>
      )}
      {report.state === 'refused' && (
        <div tabIndex={-1} class={css['refused']}>
          <p>
            <strong>{report.problem.message}</strong> {report.problem.advice}
          </p>
          {report.problem.link && <ExternalLink href={report.problem.link.url} label={report.problem.link.label} />}
        </div>
      )}
      {!done && (
        <Button look="small" about={about} busy={report.state === 'sending'} onClick={press}>
          The answer was wrong
        </Button>
      )}
    </div>
  );
}
