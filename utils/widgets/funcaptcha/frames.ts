/**
 * The vendor's own frames, as match patterns. Sites serve it from hosts of their own, where only the path tells
 * (fact sheet of widgets, 4.1).
 */
export const frames = ['*://*.arkoselabs.com/*', '*://*.funcaptcha.com/*', '*://*/v2/*/enforcement.*', '*://*/fc/gc/*'];
