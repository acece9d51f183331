/** An element for a shadow root of ours: `part` is its class. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  part: string,
  text = '',
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  made.className = part;
  made.textContent = text;
  return made;
}
