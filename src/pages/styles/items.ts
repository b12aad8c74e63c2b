// The account page, and the account that is about to be linked: cards, rows, marks and badges.

export const items: string = `
.card { border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface) }
.person { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem 1.125rem; margin-block-start: 1rem }
.person .item-text { flex: 1 1 12rem }
.person h1 { font-size: clamp(1.5rem, 1.25rem + 1.2vw, 1.875rem) }
.avatar {
  display: grid;
  place-items: center;
  flex: none;
  width: 3.5rem;
  height: 3.5rem;
  border-radius: 50%;
  background: var(--primary);
  color: var(--primary-text);
  font-size: 1.1875rem;
  font-weight: 600;
}
.avatar svg { width: 1.75rem; height: 1.75rem }
section { margin-block-start: 3rem }
section h2 + .card, section h2 + .providers { margin-block-start: 1rem }
section > form { margin-block-start: 1rem }
section > h3 { margin-block: 1.75rem 0.875rem }
section .providers { grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); margin-block-start: 0 }

.items > li { display: grid; grid-template-columns: auto 1fr auto; gap: 0.75rem 1rem; align-items: start; padding: 1.125rem 1.25rem }
.items > li + li { border-block-start: 1px solid var(--line) }
.items > li > .item-text:first-child { grid-column: 1 / 3 }
.items > li > form { align-self: center }
@media (max-width: 34rem) {
  .items > li > form { grid-column: 2 }
  .items > li > .item-text:first-child { grid-column: 1 / -1 }
  .items > li > .item-text:first-child + form { grid-column: 1 / -1 }
}
.item-text { min-width: 0 }
.item-title { font-weight: 600 }
.item-detail { color: var(--muted) }
.item-fine { margin-block-start: 0.25rem; color: var(--muted); font-size: 0.8125rem }
.mark {
  display: grid;
  place-items: center;
  flex: none;
  width: 2.5rem;
  height: 2.5rem;
  border-radius: min(var(--radius), 0.625rem);
  background: var(--tint);
}
.badge {
  display: inline-block;
  margin-inline-start: 0.375rem;
  padding: 0.0625rem 0.5rem;
  border-radius: 1rem;
  background: var(--tint);
  color: var(--muted);
  font-size: 0.75rem;
  font-weight: 500;
  vertical-align: 0.0625rem;
  white-space: nowrap;
}
.pending { display: flex; align-items: center; gap: 1rem; margin-block: 1.5rem; padding: 1rem 1.25rem }
.pending .item-text > * { display: block; margin: 0 }
.confirm { margin-block-start: 1rem; padding: 1.25rem }
.confirm p { margin-block: 0.25rem 1rem; color: var(--muted) }
.confirm p:last-child { margin-block-end: 0 }
.confirm .button { max-width: 20rem }
`
