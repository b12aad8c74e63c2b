// Buttons, and links that look like buttons. A provider's colours come from its class (stylesheet.ts). Every button is at least 44 px
// high, except small ones, which are 36 px (WCAG 2.2 §2.5.8 requires 24 px).

export const controls: string = `
.button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  width: 100%;
  min-height: 3rem;
  padding: 0.625rem 1rem;
  border: 1px solid var(--control-line);
  border-radius: var(--radius);
  background: var(--surface);
  color: var(--text);
  font: 500 1rem/1.3 var(--sans);
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
.button:hover { box-shadow: inset 0 0 0 10rem color-mix(in srgb, currentColor 7%, transparent) }
.button:active { box-shadow: inset 0 0 0 10rem color-mix(in srgb, currentColor 14%, transparent) }
.button.primary { border-color: var(--primary); background: var(--primary); color: var(--primary-text) }
.button.small { width: auto; min-height: 2.25rem; padding: 0.25rem 0.875rem; border-radius: min(var(--radius), 0.5rem); font-size: 0.875rem }
.button.provider {
  display: grid;
  grid-template-columns: 1.25rem 1fr 1.25rem;
  gap: 0.75rem;
  border-color: var(--provider-border, var(--control-line));
  background: var(--provider-background, var(--surface));
  color: var(--provider-text, var(--text));
}
.marked { display: grid }
.marked > .button { grid-area: 2 / 1 }
.last-used {
  grid-area: 2 / 1;
  place-self: start end;
  margin-inline-end: 0.75rem;
  translate: 0 -50%;
  padding: 0.0625rem 0.5rem;
  border: 1px solid var(--control-line);
  border-radius: 1rem;
  background: var(--ground);
  color: var(--text);
  font-size: 0.75rem;
  font-weight: 500;
  pointer-events: none;
}
@media (prefers-reduced-motion: no-preference) {
  .button { transition: box-shadow 120ms ease-out }
}
.field { display: grid; gap: 0.25rem; margin-block-end: 0.5rem; font-size: 0.875rem; color: var(--muted) }
.field input {
  width: 100%;
  min-height: 2.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--control-line);
  border-radius: var(--radius);
  background: var(--surface);
  color: var(--text);
  font: 1rem/1.3 var(--sans);
}
.user-code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; letter-spacing: 0.08em }
p.user-code { margin-block: 1rem; font-size: 1.75rem; font-weight: 600; text-align: center }
input.user-code { text-transform: uppercase }
.icon { display: flex; width: 1.25rem; height: 1.25rem }
.icon svg { display: block; width: 100%; height: 100% }
.providers { display: grid; gap: 0.75rem; margin-block-start: 1.75rem }
.providers.compact { grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); gap: 0.5rem; margin-block-start: 1rem }
.compact .button.provider {
  grid-template-columns: 1rem 1fr;
  min-height: 2.75rem;
  padding: 0.375rem 0.75rem;
  border-color: var(--line);
  background: var(--surface);
  color: var(--text);
  font-size: 0.875rem;
  text-align: start;
}
.compact .icon { width: 1rem; height: 1rem }
.compact li, .compact form { display: grid }
/* The large buttons above show it; screen readers read it at each of these, too. */
.compact .verb { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.or + .providers { margin-block-start: 0 }
.lead + .button, .lead + form, .notice + .button { margin-block-start: 1.75rem }
.actions { display: grid; gap: 0.75rem; margin-block-start: 1.75rem }
.actions + .aside { margin-block-start: 1.5rem }
main > form + form { margin-block-start: 0.75rem }
`
