import type { History, Work } from '../utils/ui/history';
import { Button } from './Button';
import { Confirmed } from './Confirmed';
import css from './HistoryTools.module.css';

interface Props {
  newer: boolean;
  older: boolean;
  empty: boolean;
  work: Work;
  actions: History['actions'];
}

/** Turns pages, saves the history as a file, deletes it. */
export function HistoryTools({ newer, older, empty, work, actions }: Props) {
  return (
    <div class={css['tools']}>
      <div class={css['group']}>
        <Button off={!newer} onClick={actions.newer}>
          Newer
        </Button>
        <Button off={!older} onClick={actions.older}>
          Older
        </Button>
      </div>
      <div class={css['group']}>
        <Button busy={work === 'csv'} onClick={() => actions.save('csv')}>
          Save as CSV
        </Button>
        <Button busy={work === 'json'} onClick={() => actions.save('json')}>
          Save as JSON
        </Button>
        {(!empty || newer) && (
          <Confirmed
            words={{ ask: 'Delete history', keep: 'Keep it', yes: 'Delete all of it' }}
            onConfirm={actions.remove}
          />
        )}
      </div>
    </div>
  );
}
