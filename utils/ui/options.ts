import { signal } from '@preact/signals';
import type { OptionsView, UiProtocol } from '../messages/ui';
import type { ask as realAsk } from '../messages/ui-send';
import { mirror } from './mirror';

export type Patch = Parameters<UiProtocol['patchSettings']>[0];
export type Saving = 'idle' | 'saving' | 'saved' | 'failed';

export interface OptionsDeps {
  ask: typeof realAsk;
  onChange(notify: () => void): void;
}

/** The options page's state as signals; `patch` shows a change at once and sends it, one after another. */
export function createOptions({ ask, onChange }: OptionsDeps) {
  const { view, unreachable, refresh, write } = mirror<OptionsView>(() => ask('options'));
  const saving = signal<Saving>('idle');
  let turn: Promise<unknown> = Promise.resolve();

  function patch(change: Patch): Promise<void> {
    saving.value = 'saving';
    const sent = turn.then(() => ask('patchSettings', change));
    turn = sent.catch(() => undefined);
    const merged = (now: OptionsView): OptionsView => ({ ...now, settings: { ...now.settings, ...defined(change) } });
    return write(merged, () => sent).then(
      () => {
        saving.value = 'saved';
      },
      () => {
        saving.value = 'failed';
      },
    );
  }

  onChange(() => void refresh());
  const ready = refresh();
  return { view, unreachable, saving, patch, retry: refresh, ready };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const defined = <T extends object>(change: T): Defined<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Defined<T>;
