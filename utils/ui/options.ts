import { signal } from '@preact/signals';
import type { OptionsView, UiProtocol } from '../messages/ui';
import type { ask as realAsk } from '../messages/ui-send';
import { accountsOf, type Checks } from './accounts';
import { mirror } from './mirror';

export type Patch = Parameters<UiProtocol['patchSettings']>[0];
export type Saving = 'idle' | 'saving' | 'saved' | 'failed';

export interface OptionsDeps {
  ask: typeof realAsk;
  onChange(notify: () => void): void;
}

/** The options page's state as signals; each change is shown at once and sent, one after another. */
export function createOptions({ ask, onChange }: OptionsDeps) {
  const { view, unreachable, refresh, edit, write } = mirror<OptionsView>(() => ask('options'));
  const saving = signal<Saving>('idle');
  const checks = signal<Checks>({});
  let turn: Promise<unknown> = Promise.resolve();

  function change(shown: (now: OptionsView) => OptionsView, send: () => Promise<unknown>): Promise<void> {
    saving.value = 'saving';
    const sent = turn.then(send);
    turn = sent.catch(() => undefined);
    return write(shown, () => sent).then(
      () => {
        saving.value = 'saved';
      },
      () => {
        saving.value = 'failed';
      },
    );
  }

  function patch(settings: Patch): Promise<void> {
    const merged = (now: OptionsView): OptionsView => ({ ...now, settings: { ...now.settings, ...defined(settings) } });
    return change(merged, () => ask('patchSettings', settings));
  }

  onChange(() => void refresh());
  const ready = refresh();
  const accounts = accountsOf({ ask, change, edit, checks });
  return { view, unreachable, saving, checks, patch, accounts, retry: refresh, ready };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const defined = <T extends object>(change: T): Defined<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Defined<T>;
