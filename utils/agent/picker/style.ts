/** The picker's looks, for its shadow root. */
export const PICKER_STYLE = `
.outline {
  position: fixed; box-sizing: border-box; pointer-events: none; border-radius: 4px;
  border: 3px solid #0b57d0; box-shadow: 0 0 0 2px #fff, 0 0 0 9999px rgb(10 16 28 / .28)
}
.panel {
  color-scheme: light dark; position: fixed; left: 50%; top: 16px; transform: translateX(-50%); box-sizing: border-box;
  display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; align-items: center;
  width: max-content; max-width: min(440px, calc(100vw - 24px)); padding: 10px 10px 10px 16px;
  font: 500 14px/1.4 system-ui, sans-serif; color: light-dark(#1d2433, #eef1f7);
  background: light-dark(#fff, #1e2430); border: 1px solid light-dark(#c9d0dc, #47526a); border-radius: 12px;
  box-shadow: 0 4px 20px rgb(0 0 0 / .25); pointer-events: none; outline: none
}
.panel.low { top: auto; bottom: 16px }
.text { margin: 0 }
.about { grid-column: 1; margin: 0; font-weight: 400; font-size: 13px; color: light-dark(#525d73, #b3bdd1); overflow-wrap: anywhere }
.about:empty { display: none }
.leave {
  all: unset; grid-column: 2; grid-row: 1 / span 2; pointer-events: auto; box-sizing: border-box; min-height: 32px; padding: 0 12px;
  display: inline-grid; place-items: center; border-radius: 16px; cursor: pointer; font: 600 13px/1 system-ui, sans-serif;
  color: light-dark(#0b57d0, #a8c7fa); border: 1px solid currentColor
}
.leave:hover { background: light-dark(#e8effc, #2c3850) }
[hidden] { display: none !important }
@media (forced-colors: active) { .outline { border-color: Highlight; box-shadow: none } }
`;
