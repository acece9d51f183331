import { scriptSource } from './keys';

/** The current client's scripts, one a key: each stands for its widget, which may be drawn anywhere, or not yet. */
export function scriptsOf(root: ParentNode): HTMLScriptElement[] {
  const scripts = new Map<string, HTMLScriptElement>();
  for (const script of root.querySelectorAll<HTMLScriptElement>('script[src*="/v2/"]')) {
    const source = scriptSource(script.src);
    if (source && !scripts.has(source.key)) scripts.set(source.key, script);
  }
  return [...scripts.values()];
}
