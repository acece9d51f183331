/** No badge that lies within its widget is wider, in px. */
export const INSIDE_WIDTH = 244;

/** The badge's looks, for its shadow root. System colours in forced-colors mode; nothing turns by itself. */
export const BADGE_STYLE = `
.box {
  color-scheme: light dark; position: absolute; left: 0; top: 0; box-sizing: border-box; display: flex; align-items: center; gap: 8px;
  width: max-content; max-width: min(304px, 92vw); min-height: 32px; padding: 3px 10px;
  font: 500 13px/1.35 system-ui, sans-serif; color: light-dark(#1d2433, #eef1f7);
  background: light-dark(#fff, #1e2430); border: 1px solid light-dark(#c9d0dc, #47526a); border-radius: 16px;
  box-shadow: 0 2px 8px rgb(0 0 0 / .14);
  /* Whatever of the page lies beneath stays usable. */
  pointer-events: none
}
.done { animation: fade .4s 4s forwards }
@keyframes fade { to { opacity: 0; visibility: hidden } }
/* In the widget's corner; its box to tick, at the left, stays in sight. */
.inside { left: auto; top: auto; right: 4px; bottom: 4px; max-width: ${INSIDE_WIDTH}px }
.problem { border-radius: 10px; padding: 7px 10px; align-items: flex-start }
.advice { font-weight: 400 }
/* Where there is little room the reason alone; the advice is spoken still, and stands in the popup. */
.inside .advice { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.seconds { font-variant-numeric: tabular-nums; min-width: 3ch; text-align: right; color: light-dark(#525d73, #b3bdd1) }
.button {
  all: unset; pointer-events: auto; box-sizing: border-box; display: inline-grid; place-items: center; min-width: 24px; min-height: 24px;
  padding: 0 8px; border-radius: 12px; cursor: pointer; font: 600 13px/1 system-ui, sans-serif;
  color: light-dark(#0b57d0, #a8c7fa); flex: none
}
.button:hover { background: light-dark(#e8effc, #2c3850) }
.button:focus-visible { outline: 2px solid currentColor; outline-offset: 1px }
.offer { padding: 3px }
.tick, .mark { font-weight: 700; flex: none }
.tick { color: light-dark(#146c2e, #6dd58c) }
.mark { color: light-dark(#b3261e, #f2b8b5) }
.ring {
  width: 14px; height: 14px; box-sizing: border-box; flex: none; border-radius: 50%;
  border: 2px solid light-dark(#c9d0dc, #47526a); border-top-color: light-dark(#0b57d0, #a8c7fa)
}
@media (forced-colors: active) { .button { border: 1px solid ButtonText } }
`;
