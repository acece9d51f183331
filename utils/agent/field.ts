/**
 * Fills a field as typing would: by the native setter of this world, which the page cannot have replaced, then `input`
 * and `change`. Takes no focus. Works under Trusted Types (fact sheet of widgets, 8).
 */
export function setField(field: HTMLTextAreaElement | HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
