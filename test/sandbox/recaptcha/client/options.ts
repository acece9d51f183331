import type { Options } from './types.ts';

const ATTRIBUTES = [
  'sitekey',
  'theme',
  'type',
  'size',
  'tabindex',
  'callback',
  'expired-callback',
  'error-callback',
  'badge',
  'action',
  's',
  'stoken',
  'hl',
  'isolated',
];

/** Any window's elements: a widget may go into a same-origin iframe's document. */
export const isElement = (value: unknown): value is HTMLElement =>
  typeof value === 'object' && value !== null && (value as Node).nodeType === 1;

/** The element that `render` was given, itself or by its bare id. */
export const findElement = (container: unknown): HTMLElement => {
  const element = typeof container === 'string' ? document.getElementById(container) : container;
  if (!isElement(element)) throw new Error('reCAPTCHA placeholder element must be an element or id');
  return element;
};

const isButton = (element: HTMLElement): boolean =>
  element.tagName === 'BUTTON' ||
  (element.tagName === 'INPUT' && ['submit', 'button', 'image'].includes((element as HTMLInputElement).type));

const readAttributes = (element: HTMLElement, into: Options): void => {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(`data-${name}`);
    if (value !== null) into[name] = value;
  }
};

/** A widget's options: the element's data-* when they are to be inherited, then the parameters, which win. */
export const readOptions = (container: unknown, element: HTMLElement, params: unknown, inherit: boolean): Options => {
  const options: Options = {};
  if (inherit) readAttributes(element, options);
  for (const [name, value] of Object.entries((params as Options | undefined) ?? {})) {
    if (value !== undefined) options[name] = value;
  }
  if (!options['sitekey']) throw new Error('Missing required parameters: sitekey');
  if (isButton(element)) {
    options['bind'] = container;
    options['size'] = 'invisible';
  }
  options['size'] = options['size'] || 'normal';
  options['theme'] = options['theme'] || 'light';
  return options;
};

/** Calls what an option names: a function, or a global by its name; the name is a property, never an expression. */
export const callBack = (options: Options, name: string, args: unknown[]): void => {
  const value = options[name];
  if (value === undefined || value === null || value === '') return;
  const callback = typeof value === 'string' ? (window as unknown as Options)[value] : value;
  if (typeof callback !== 'function') {
    console.error(`reCAPTCHA couldn't find user-provided function: ${String(value)}`);
    return;
  }
  try {
    callback(...args);
  } catch (error) {
    // The page's mistake belongs in the page's console, and must not stop the widget.
    setTimeout(() => {
      throw error;
    });
  }
};
