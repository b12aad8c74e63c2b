// The style sheet of all pages, for light and dark mode. It is inline, and allowed by its hash.
import { createHash } from 'node:crypto'

export const style = `
:root {
  color-scheme: light dark;
  --ground: #f6f4ef; --card: #ffffff; --ink: #1f1c17; --soft: #6b655b; --line: #e3ded4; --hover: #f8f6f1;
  --accent: #4339c9; --accent-ink: #ffffff; --accent-soft: #edecfb;
  --tape: #f2b705; --tape-ink: #231c05; --warn: #9a3412; --warn-soft: #fdeee4;
  --shadow: 0 1px 2px rgb(50 40 10 / 6%), 0 12px 32px -12px rgb(50 40 10 / 18%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16151a; --card: #201f26; --ink: #efedf4; --soft: #a29eae; --line: #35333d; --hover: #2a2832;
    --accent: #a79fff; --accent-ink: #17132f; --accent-soft: #2c2946;
    --tape: #d9a406; --tape-ink: #1d1704; --warn: #fdba8c; --warn-soft: #3a2417;
    --shadow: 0 1px 2px rgb(0 0 0 / 30%), 0 16px 40px -12px rgb(0 0 0 / 50%);
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  -webkit-text-size-adjust: 100%;
}
.banner { background: var(--tape); color: var(--tape-ink); font-size: .8125rem; line-height: 1.4; }
.banner::before {
  content: ""; display: block; height: 8px;
  background: repeating-linear-gradient(-45deg, var(--tape-ink) 0 10px, var(--tape) 10px 20px);
}
.banner p { margin: 0 auto; padding: .5rem 1rem; max-width: 60rem; text-align: center; }
main { width: 100%; max-width: 29rem; margin: auto; padding: 2rem 1rem 3rem; }
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: 18px; box-shadow: var(--shadow); overflow: hidden;
}
.head { padding: 1.75rem 1.75rem 1.25rem; }
.body { padding: 0 1.75rem 1.75rem; }
.provider { display: flex; align-items: center; gap: .5rem; margin: 0 0 1rem; color: var(--soft); font-size: .875rem; }
.provider svg { width: 1.5rem; height: 1.5rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; letter-spacing: -.015em; font-weight: 650; text-wrap: balance; }
h2 { margin: 0 0 .5rem; font-size: 1rem; }
.lead { margin: .375rem 0 0; color: var(--soft); overflow-wrap: anywhere; }
.lead strong, .fine strong { color: var(--ink); font-weight: 600; }
.fine { margin: 1rem 0 0; font-size: .875rem; color: var(--soft); }
.fine p { margin: .5rem 0 0; }
a { color: var(--accent); }
form { margin: 0; }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.people { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
.people li { border-bottom: 1px solid var(--line); }
.person {
  display: flex; align-items: center; gap: .875rem; width: 100%; padding: .75rem 1.75rem; border: 0; background: none;
  text-align: start;
}
.person:hover { background: var(--hover); }
.static { cursor: default; }
.static:hover { background: none; }
.person.static::after { content: none; }
.person:focus-visible { outline-offset: -3px; }
.person > svg, .whose > svg { flex: none; width: 2.5rem; height: 2.5rem; }
.person::after { content: "›"; color: var(--soft); font-size: 1.375rem; line-height: 1; }
.who { flex: 1; min-width: 0; }
.who b, .who small { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.who b { font-weight: 600; text-align: left; }
.who small { color: var(--soft); font-size: .875rem; }
.tag {
  flex: none; padding: .125rem .5rem; border-radius: 99px; background: var(--accent-soft); color: var(--accent);
  font-size: .75rem; font-weight: 600; white-space: nowrap;
}
.whose { display: flex; align-items: center; gap: .875rem; padding: .75rem; border: 1px solid var(--line); border-radius: 12px; }
.whose .who b { white-space: normal; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.scopes { list-style: none; margin: 1.25rem 0 0; padding: 0; }
.scopes li { position: relative; padding: .375rem 0 .375rem 1.75rem; overflow-wrap: anywhere; }
.scopes li::before { content: "✓"; position: absolute; left: .25rem; color: var(--accent); font-weight: 700; }
code, .mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .8125rem; }
.scopes code { color: var(--soft); }
.actions { display: flex; flex-direction: row-reverse; gap: .75rem; margin-top: 1.5rem; }
.actions form { flex: 1; }
.button {
  width: 100%; min-height: 2.75rem; padding: .5rem 1rem; border-radius: 10px; border: 1px solid var(--line);
  background: var(--card); font-weight: 600;
}
.button:hover { background: var(--hover); }
.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
.primary:hover { background: var(--accent); filter: brightness(1.08); }
.quiet { width: 100%; padding: .875rem 1.75rem; border: 0; background: none; color: var(--soft); font-weight: 600; }
.quiet:hover { background: var(--hover); color: var(--ink); }
.more { border-bottom: 1px solid var(--line); }
.more:last-child { border-bottom: 0; }
.more summary {
  padding: .875rem 1.75rem; cursor: pointer; font-weight: 600; color: var(--soft); list-style: none; display: flex;
  justify-content: space-between;
}
.more summary::-webkit-details-marker { display: none; }
.more summary::after { content: "+"; font-weight: 400; font-size: 1.25rem; line-height: 1.2; }
.more[open] summary::after { content: "–"; }
.more summary:hover { background: var(--hover); }
.more summary:focus-visible { outline-offset: -3px; }
.more > div { padding: .75rem 1.75rem 1.5rem; }
.more > div > p:first-child { margin-top: 0; }
.field { display: block; margin-bottom: .875rem; font-size: .875rem; font-weight: 600; }
.field input {
  display: block; width: 100%; margin-top: .25rem; padding: .5rem .75rem; min-height: 2.75rem; border-radius: 10px;
  border: 1px solid var(--line); background: var(--ground); font-size: 1rem; font-weight: 400;
}
.field span { color: var(--soft); font-weight: 400; }
.mistake { margin: 0 0 .875rem; color: var(--warn); font-size: .875rem; font-weight: 600; }
.faults { margin: 0 0 1rem; padding: 0; border: 0; max-height: 21rem; overflow-y: auto; }
.faults legend { padding: 0 0 .5rem; font-size: .875rem; color: var(--soft); }
.faults label { display: grid; grid-template-columns: 1.25rem 1fr; gap: 0 .625rem; padding: .5rem; border-radius: 8px; cursor: pointer; }
.faults label:hover { background: var(--hover); }
.faults input { margin: .25rem 0 0; accent-color: var(--accent); width: 1rem; height: 1rem; }
.faults small { grid-column: 2; color: var(--soft); line-height: 1.4; }
.armed { margin: 0 1.75rem 1.25rem; padding: .75rem 1rem; border-radius: 12px; background: var(--warn-soft); color: var(--warn); font-size: .875rem; }
.armed strong { display: block; }
dl { margin: 0; }
dt { font-size: .8125rem; color: var(--soft); }
dd { margin: .25rem 0 .875rem; padding: .5rem .75rem; border-radius: 8px; background: var(--ground); white-space: pre-wrap; overflow-wrap: anywhere; }
dd:last-child { margin-bottom: 0; }
.served { list-style: none; margin: 1.25rem 0 0; padding: 0; }
.served li { padding: .875rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.served li:last-child { padding-bottom: 0; }
.served b { display: block; }
.stack { display: grid; gap: .75rem; margin-top: 1.25rem; }
@media (max-width: 30rem) {
  main { padding: 1rem .75rem 2rem; margin-top: 0; }
  .head { padding: 1.375rem 1.25rem 1rem; }
  .body { padding: 0 1.25rem 1.25rem; }
  .person, .quiet, .more summary { padding-left: 1.25rem; padding-right: 1.25rem; }
  .more > div { padding-left: 1.25rem; padding-right: 1.25rem; }
  .armed { margin-left: 1.25rem; margin-right: 1.25rem; }
}
`

/** For `style-src` (CSP Level 3 §2.3.1). */
export const styleHash: string = `'${hashOf(style)}'`

/** The hash by which a Content-Security-Policy allows an inline text (CSP Level 3 §2.3.1). */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
