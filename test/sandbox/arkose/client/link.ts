import type { ClientMessage, FrameMessage } from './types.ts';

const readMessage = (data: unknown): FrameMessage | undefined => {
  try {
    return typeof data === 'string' ? (JSON.parse(data) as FrameMessage) : undefined;
  } catch {
    // Some other text for the page.
    return undefined;
  }
};

/** Listens to one frame of the vendor; both ways messages are JSON strings, which the page can hear too. */
export const linkFrame = (
  frame: HTMLIFrameElement,
  origin: string,
  receive: (message: FrameMessage) => void,
): { tell(message: ClientMessage): void; stop(): void } => {
  const hear = (event: MessageEvent): void => {
    if (event.source === null || event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = readMessage(event.data);
    if (message !== undefined) receive(message);
  };
  window.addEventListener('message', hear);
  return {
    tell: (message) => frame.contentWindow?.postMessage(JSON.stringify(message), origin),
    stop: () => window.removeEventListener('message', hear),
  };
};
