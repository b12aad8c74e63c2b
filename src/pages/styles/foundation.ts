// Colours, type and the frame of every page. All text has a contrast of at least 4.5:1 to its background, in light and dark
// (WCAG 2.2 §1.4.3). Sizes are in rem, so that they follow the reader's font size.

import { ownColors } from '../../contracts/theme.ts'
import { paletteProperties } from './theme.ts'

export const foundation: string = `
:root {
  color-scheme: light dark;
  ${paletteProperties(ownColors.light)}
  --notice-ground: #fdf3d9;
  --notice-text: #594200;
  --notice-line: #ecd9a3;
  --radius: 0.75rem;
  --fallback-sans: -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif;
  --sans: var(--fallback-sans);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    ${paletteProperties(ownColors.dark)}
    --notice-ground: #2a2414;
    --notice-text: #f0dca3;
    --notice-line: #4d4222;
  }
}
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body {
  margin: 0;
  min-height: 100vh;
  min-height: 100svh;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.55 var(--sans);
  overflow-wrap: anywhere;
  -webkit-font-smoothing: antialiased;
}
h1, h2, h3, p, ul, dl, dd, form { margin: 0; padding: 0 }
h1, h2, h3 { line-height: 1.2; font-weight: 600; text-wrap: balance }
h1 { font-size: clamp(1.75rem, 1.5rem + 1.4vw, 2.125rem); letter-spacing: -0.022em }
h2 { font-size: 1.1875rem; letter-spacing: -0.01em }
/* Letters that join must not be moved apart or together; Korean breaks between words, Japanese between phrases. */
[dir="rtl"] :is(h1, h2), :is(h1, h2):lang(hi) { letter-spacing: normal }
:lang(ko) { word-break: keep-all }
:is(h1, h2, h3):lang(ja) { word-break: auto-phrase }
h3 { font-size: 1rem }
p { text-wrap: pretty }
ul[role="list"] { list-style: none }
a { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 0.06em }
time { white-space: nowrap }
code { font: 0.875em/1.5 var(--mono); direction: ltr; unicode-bidi: isolate }
:focus-visible { outline: 0.1875rem solid var(--accent); outline-offset: 0.1875rem }

header, main { width: 100%; max-width: 27.5rem; margin-inline: auto; padding-inline: 1.5rem }
.wide > header, .wide > main { max-width: 46rem }
header { padding-block-start: clamp(2.5rem, 14vh, 9rem) }
.wide > header { padding-block-start: clamp(2rem, 6vh, 4rem) }
main { padding-block: 0.75rem 5rem }
.home { display: inline-block; padding-block: 0.25rem; color: var(--muted); font-weight: 500; text-decoration: none }
.home .logo { display: block; width: auto; height: 2rem; max-width: 100% }
.home:hover { color: var(--text); text-decoration: underline }

.development-notice {
  padding: 0.5rem 1.5rem;
  background: var(--notice-ground);
  border-block-end: 1px solid var(--notice-line);
  color: var(--notice-text);
  font-size: 0.875rem;
  text-align: center;
}
.lead { margin-block-start: 0.75rem; color: var(--muted); font-size: 1.0625rem }
.notice {
  margin-block-start: 1.5rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--notice-line);
  border-radius: var(--radius);
  background: var(--notice-ground);
  color: var(--notice-text);
}
.aside { margin-block-start: 2.5rem; color: var(--muted); font-size: 0.875rem }
.or { display: flex; align-items: center; gap: 1rem; margin-block: 1.25rem; color: var(--muted); font-size: 0.875rem }
.or::before, .or::after { content: ""; flex: 1; border-block-start: 1px solid var(--line) }
.reference { margin-block-start: 2.5rem; color: var(--muted); font-size: 0.875rem }
.reference code { margin-inline-start: 0.25rem; font-size: 1em; -webkit-user-select: all; user-select: all; color: var(--text) }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
`
