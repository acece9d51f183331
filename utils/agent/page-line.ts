import { ASK, REPLY, SEEN, SUBJECT } from '../page/line';
import type { AgentKind, Ask } from '../widgets/agent-kind';

/** Questions of a kind, which its own page part answers. */
export const asking =
  ({ id }: AgentKind, ask: Ask): Ask =>
  (question, subject) =>
    ask({ ...question, kind: id }, subject);

/** Questions to the page's world over the scout's line. Answers come at once, or never: then it is null. */
export function openPageLine(line: EventTarget, onSeen: (path: string) => void, signal: AbortSignal): Ask {
  line.addEventListener(SEEN, (event) => onSeen((event as CustomEvent<string>).detail), { signal });
  return (question, subject) => {
    let reply: unknown = null;
    const hear = (event: Event) => {
      try {
        reply = JSON.parse((event as CustomEvent<string>).detail);
      } catch {
        // The page has replaced what the page part works with: as good as no answer.
      }
    };
    line.addEventListener(REPLY, hear, { once: true });
    line.dispatchEvent(new MouseEvent(SUBJECT, { relatedTarget: subject }));
    line.dispatchEvent(new CustomEvent(ASK, { detail: JSON.stringify(question) }));
    line.removeEventListener(REPLY, hear);
    return reply;
  };
}
