import { browser, defineBackground } from '#imports';
import { createBackground } from '../utils/background/background';
import { injectIntoOpenPages } from '../utils/background/inject';

export default defineBackground({
  // Stays synchronous: a listener added after an await misses the event that woke the worker.
  main() {
    const background = createBackground();
    browser.runtime.onInstalled.addListener(() => void injectIntoOpenPages());
    browser.runtime.onStartup.addListener(background.start);
    browser.alarms.onAlarm.addListener(background.wake);
    background.start();
  },
});
