/**
 * What recorder and arrivals work with, taken when they are loaded, before any script of the page: that may replace or
 * freeze it later (fact sheet of widgets, 8). Each interface of the DOM that is taken costs every frame its making.
 */
export const { apply, defineProperty, get, getPrototypeOf, setPrototypeOf, getOwnPropertyDescriptor } = Reflect;
export const { create, keys } = Object;
export const { dispatchEvent: dispatch, addEventListener: listen } = EventTarget.prototype;
export const { stopImmediatePropagation } = Event.prototype;
export const { querySelector } = Document.prototype;
export const { matches } = Element.prototype;
export const { has, add } = WeakSet.prototype;
export const { includes } = String.prototype;
export const later = setTimeout;
export const post = postMessage;
export const NativeEvent = CustomEvent;
export const NativeProxy = Proxy;
export const NativeError = Error;
