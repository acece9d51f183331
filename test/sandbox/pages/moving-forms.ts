import { assemble, form, literal, type TestPage } from './assemble.ts';

const EXPLICIT = { query: 'onload=loaded&render=explicit' };

const renderCall = (key: string): string =>
  `grecaptcha.render('here', { sitekey: ${literal(key)}, callback: solved, 'expired-callback': expired, 'error-callback': failed })`;

/** A single-page application: `go(path)` pushes a history entry, throws the view away and renders a new widget. */
export const singlePage = (key: string): TestPage =>
  assemble({
    title: 'Single-page application',
    loader: EXPLICIT,
    script: `window.widgets = [];
function view() {
  document.getElementById('view').replaceChildren(document.getElementById('template').content.cloneNode(true));
  window.widgets.push(${renderCall(key)});
}
function go(path) { history.pushState({}, '', path); document.getElementById('where').textContent = path; view(); }
function loaded() { view(); }
window.addEventListener('popstate', function () { view(); });
document.addEventListener('click', function (event) {
  if (event.target.id === 'next') go(location.pathname + '/next');
});`,
    body: `<p id="where"></p><button id="next" type="button">Next page</button><div id="view"></div>
<template id="template">${form(key, '<div id="here"></div>')}</template>`,
  });

/** Removes the widget's element and renders a new one in its place: `again()`, or the button. */
export const removeAndRender = (key: string): TestPage =>
  assemble({
    title: 'Removed and rendered again',
    loader: EXPLICIT,
    script: `window.widgets = [];
function loaded() { window.widgets.push(${renderCall(key)}); }
function again() {
  var old = document.getElementById('here');
  var fresh = document.createElement('div');
  fresh.id = 'here';
  old.replaceWith(fresh);
  loaded();
}
document.addEventListener('click', function (event) { if (event.target.id === 'again') again(); });`,
    body: `${form(key, '<div id="here"></div>')}<button id="again" type="button">Again</button>`,
  });
