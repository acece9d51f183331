const FIELDS = 'input:not([type=hidden]):not([type=image]),textarea,select';
const SILENT = 'script,style,option,noscript,template';
const STEPS = 40;

const isText = (node: Node): boolean => node.nodeType === Node.TEXT_NODE;

/** Text between a field and the next one before it (or after it), nearest first, at most `most` characters. */
export function textBeside(field: Element, way: 'previousNode' | 'nextNode', most: number): string {
  const walker = field.ownerDocument.createTreeWalker(
    field.getRootNode(),
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  walker.currentNode = field;
  let text = '';
  for (let step = 0; step < STEPS && text.length < most; step++) {
    const node = walker[way]();
    if (!node) break;
    if (!isText(node)) {
      if ((node as Element).matches(FIELDS)) break;
      continue;
    }
    const words = node.nodeValue?.trim();
    if (!words || node.parentElement?.closest(SILENT)) continue;
    text = way === 'nextNode' ? `${text} ${words}` : `${words} ${text}`;
  }
  return way === 'nextNode' ? text.slice(0, most) : text.slice(-most);
}

/** What labels a field: its labels, placeholder, title and accessible name. */
export function labelOf(field: HTMLInputElement): string {
  const said = field.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = field.getRootNode() as Document | ShadowRoot;
  const labels = [...(field.labels ?? []), ...said.map((id) => root.getElementById(id))];
  const texts = labels.map((label) => label?.textContent?.slice(0, 200));
  return [...texts, field.placeholder, field.title, field.getAttribute('aria-label')].filter(Boolean).join(' ');
}
