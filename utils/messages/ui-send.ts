import { defineExtensionMessaging } from '@webext-core/messaging';
import type { UiProtocol } from './ui';

/** `ask('popup', {...})` from popup and options; `onAsk` is for the background's `answer.ts` alone. */
export const { sendMessage: ask, onMessage: onAsk } = defineExtensionMessaging<UiProtocol>();
