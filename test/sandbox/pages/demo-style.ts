export const DEMO_CSS = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f3f5f8, #12161c);
  --card: light-dark(#ffffff, #1b212a);
  --line: light-dark(#d5dbe3, #323b48);
  --text: light-dark(#18202b, #e8edf4);
  --quiet: light-dark(#4d5a6b, #a9b5c5);
  --accent: light-dark(#0b5cad, #7db8f5);
  --good: light-dark(#0a6b2f, #66d38d);
  --bad: light-dark(#a61b29, #ff8f99);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 1rem 1.5rem; }
header { padding-top: 2.5rem; }
h1 { margin: 0; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); line-height: 1.15; letter-spacing: -0.02em; }
header p { margin: 0.5rem 0 0; max-width: 44rem; color: var(--quiet); }
#summary { margin-top: 1rem; color: var(--text); font-weight: 600; font-variant-numeric: tabular-nums; }
main { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.25rem; display: flex;
  flex-direction: column; gap: 0.75rem; min-width: 0; transition: border-color 0.2s; }
.card[data-state='accepted'] { border-color: var(--good); }
.card[data-state='rejected'] { border-color: var(--bad); }
.card h2 { margin: 0; font-size: 1.1rem; }
.card p { margin: 0; color: var(--quiet); font-size: 0.95rem; }
.kind { align-self: flex-start; padding: 0.1rem 0.6rem; border: 1px solid var(--line); border-radius: 99px;
  font-size: 0.8rem; color: var(--accent); }
.slot { min-height: 78px; }
.field { display: grid; gap: 0.25rem; margin-bottom: 0.75rem; font-size: 0.9rem; }
input, button { font: inherit; color: inherit; border-radius: 8px; border: 1px solid var(--quiet); background: var(--page);
  padding: 0.45rem 0.75rem; width: 100%; }
button { width: auto; background: var(--accent); color: var(--card); border-color: var(--accent);
  font-weight: 600; cursor: pointer; }
.below { margin-top: 0.75rem; }
.read { display: grid; grid-template-columns: 1fr auto; gap: 0.75rem; align-items: end; }
.read > div { grid-column: 1 / -1; }
.read .field { margin: 0; }
.read button { font-size: 0.9rem; }
.read img { display: block; border-radius: 6px; }
/* As large as the vendor's challenge, so that nothing jumps when it comes and goes; the words show when it is away. */
.stage { position: relative; min-height: 220px; max-width: 310px; overflow: hidden; border-radius: 8px;
  background: var(--page); outline: 1px solid var(--line); }
.stage::before { content: 'The challenge opens here'; position: absolute; inset: 0; display: grid; place-items: center;
  color: var(--quiet); font-size: 0.9rem; }
[data-state='accepted'] .stage::before { content: 'The challenge has been answered'; }
.stage > * { position: relative; }
button:disabled { opacity: 0.5; cursor: default; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
dl { margin: auto 0 0; padding-top: 0.75rem; border-top: 1px solid var(--line); display: grid;
  grid-template-columns: auto 1fr; gap: 0.15rem 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; font-weight: 600; }
[data-state='accepted'] [data-part='verdict'] { color: var(--good); }
[data-state='rejected'] [data-part='verdict'] { color: var(--bad); }
footer { color: var(--quiet); font-size: 0.9rem; padding-bottom: 3rem; }
@media (max-width: 24rem) {
  header, main, footer { padding-inline: 0; }
  header > *, footer > * { padding-inline: 8px; }
  .card { border-width: 1px 0; border-radius: 0; padding-inline: 8px; }
  .slot { margin-inline: -8px; }
  .stage { margin-inline: -3px; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;
