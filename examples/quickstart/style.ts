// The style of the reference application: as calm as the pages of Latchkey, in light and in dark.

export const icon: string =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="none" stroke="#b8862f" stroke-width="2.5" stroke-linecap="round"><circle cx="8" cy="16" r="4.5"/><path d="m11.5 12.5 8-8m-3 3 3 3"/></svg>'

export const style: string = `
:root { color-scheme: light dark; --ground: #faf9f7; --surface: #fff; --text: #1d1c1a; --muted: #625f59; --line: #e3e0da; --edge: #8d8981 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #141413; --surface: #1c1c1b; --text: #eeece8; --muted: #aaa69e; --line: #343330; --edge: #7d7971 }
}
* { box-sizing: border-box; margin: 0 }
body {
  background: var(--ground); color: var(--text); overflow-wrap: anywhere;
  font: 1rem/1.55 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif;
}
header, main { max-width: 35rem; margin-inline: auto; padding-inline: 1.5rem }
header { padding-block: clamp(2rem, 12vh, 7rem) 1rem }
header a { display: inline-flex; align-items: center; gap: .625rem; color: var(--muted); font-weight: 500; text-decoration: none }
header a:hover { color: var(--text) }
main { padding-block-end: 4rem }
h1 { font-size: clamp(1.75rem, 1.5rem + 1.4vw, 2.125rem); line-height: 1.2; letter-spacing: -.022em; text-wrap: balance }
.lead { margin-block-start: .75rem; color: var(--muted); font-size: 1.0625rem }
code { font: .9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; color: var(--text) }
dl { margin-block-start: 1.5rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--surface) }
dl > div { display: grid; grid-template-columns: 9.5rem 1fr; gap: .125rem 1rem; padding: .75rem 1.25rem }
dl > div + div { border-block-start: 1px solid var(--line) }
dt { color: var(--muted) }
dd { font-variant-numeric: tabular-nums }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-block-start: 1.75rem }
.button {
  display: inline-block; padding: .6875rem 1.25rem; border: 1px solid var(--edge); border-radius: .75rem; cursor: pointer;
  background: var(--surface); color: var(--text); font: inherit; font-weight: 500; line-height: 1.3; text-decoration: none;
}
.button:hover { box-shadow: inset 0 0 0 10rem color-mix(in srgb, currentColor 8%, transparent) }
.button.primary { border-color: var(--text); background: var(--text); color: var(--ground) }
:focus-visible { outline: .1875rem solid #2556c9; outline-offset: .1875rem }
@media (prefers-color-scheme: dark) { :focus-visible { outline-color: #9db8ff } }
@media (max-width: 30rem) {
  dl > div { grid-template-columns: 1fr }
  .actions > *, .actions .button { width: 100%; text-align: center }
}
`
