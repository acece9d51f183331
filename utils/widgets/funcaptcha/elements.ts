import { hostedSource, isKey, readToken, scriptSource } from './keys';

export const FIELDS = '[name="fc-token"],[name="verification-token"]';

/** The current client's scripts, one a key: each stands for its widget, which may be drawn anywhere, or not yet. */
function currentWidgets(root: ParentNode): Element[] {
  const widgets = new Map<string, Element>();
  for (const script of root.querySelectorAll<HTMLScriptElement>('script[src*="/v2/"]')) {
    const source = scriptSource(script.src);
    if (source && !widgets.has(source.key)) widgets.set(source.key, script);
  }
  return [...widgets.values()];
}

const isField = (element: Element): element is HTMLInputElement => element.matches(FIELDS);
const tokenIn = (scope: ParentNode | null): string => {
  const fields = [...(scope?.querySelectorAll<HTMLInputElement>(FIELDS) ?? [])];
  return fields.find(({ value }) => readToken(value).key)?.value ?? '';
};

/** `data-pkey` alone is a common attribute of something else (fact sheet of widgets, 4.2). */
export const legacyPlaces = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('#FunCaptcha,#funcaptcha,[data-pkey]')].filter(
    (place) =>
      /^funcaptcha$/i.test(place.id) || (isKey(place.getAttribute('data-pkey')) && place.querySelector(FIELDS)),
  );

/** Legacy: their places; where those have names of the page's own the script stands for them, else a field. */
function legacyWidgets(root: ParentNode): Element[] {
  const places = legacyPlaces(root);
  if (places.length) return places;
  const other = root.querySelector('script[src*="/fc/api/"]') ?? root.querySelector(FIELDS);
  return other ? [other] : [];
}

export const isHosted = (element: Element): element is HTMLIFrameElement =>
  element.localName === 'iframe' && hostedSource((element as HTMLIFrameElement).src) !== null;

export function widgetsIn(root: ParentNode): Element[] {
  const hosted = [...root.querySelectorAll('iframe[src*="//iframe.arkoselabs.com/"]')].filter(isHosted);
  const current = currentWidgets(root);
  // Fields of a token may be the page's own place for the current client's.
  const legacy = legacyWidgets(root).filter((element) => !current.length || !isField(element));
  return [...current, ...hosted, ...legacy];
}

/** Whose current client's script it is, or null: another form. */
export const currentSource = (widget: Element) =>
  widget.localName === 'script' ? scriptSource((widget as HTMLScriptElement).src) : null;

/**
 * The fields that belong to a legacy widget: its own and its form's, or the document's. The vendor may draw one into the
 * widget while the page's server has put another beside it; what lies in another widget is not ours.
 */
export function fieldsOf(widget: Element): HTMLInputElement[] {
  if (isField(widget)) return [widget];
  const places = legacyPlaces(document);
  const isOurs = (field: Element) => !places.some((place) => place !== widget && place.contains(field));
  const fieldsIn = (scope: ParentNode) => [...scope.querySelectorAll<HTMLInputElement>(FIELDS)].filter(isOurs);
  const near = fieldsIn(widget.closest('form') ?? widget);
  return near.length ? near : fieldsIn(document);
}

/** The session's token that a legacy widget has from the start: present is not solved. */
export const sessionOf = (widget: Element): string =>
  isField(widget) ? widget.value : tokenIn(widget) || tokenIn(widget.closest('form')) || tokenIn(document);

/** The vendor's challenge in a legacy widget. */
export const legacyFrame = (widget: Element): HTMLIFrameElement | null => {
  const scope = widget.localName === 'script' || isField(widget) ? document : widget;
  return scope.querySelector<HTMLIFrameElement>('iframe[src*="/fc/"],iframe#fc-iframe-wrap');
};

/** Host of the legacy script, for as long as no session tells. */
export function legacyHost(): string | undefined {
  const { src = '' } = document.querySelector<HTMLScriptElement>('script[src*="/fc/api/"]') ?? {};
  return URL.canParse(src) ? new URL(src).host : undefined;
}
