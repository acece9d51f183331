import { effect, type ReadonlySignal, signal } from '@preact/signals';

/** The time in epoch ms, moving once a second while `wanted` is true and standing still otherwise. */
export function clock(wanted: ReadonlySignal<boolean>): ReadonlySignal<number> {
  const now = signal(Date.now());
  effect(() => {
    if (!wanted.value) return;
    now.value = Date.now();
    const timer = setInterval(() => {
      now.value = Date.now();
    }, 1000);
    return () => clearInterval(timer);
  });
  return now;
}
