// The developer's panel of the error page: set apart from the text for the person, since it appears only in development.

export const developer: string = `
.developer {
  margin-block-start: 3rem;
  padding: 1.25rem;
  border: 1px dashed var(--control-line);
  border-radius: var(--radius);
  background: var(--surface);
  font-size: 0.9375rem;
}
.developer-scope {
  display: inline-block;
  margin-block-end: 0.625rem;
  padding: 0.0625rem 0.5rem;
  border: 1px solid var(--notice-line);
  border-radius: 1rem;
  background: var(--notice-ground);
  color: var(--notice-text);
  font-size: 0.75rem;
  font-weight: 500;
}
.developer > p + p { margin-block-start: 0.75rem }
.developer h2 + p { margin-block-start: 0.25rem; color: var(--muted) }
.developer > h3 { margin-block: 1.25rem 0.5rem; font-size: 0.8125rem; color: var(--muted) }
.developer ul { padding-inline-start: 1.125rem }
.developer li + li { margin-block-start: 0.25rem }
.developer dl { display: grid; gap: 0.75rem }
.developer dt { color: var(--muted); font-size: 0.8125rem }
.developer dd code, .developer-detail {
  display: block;
  padding: 0.5rem 0.75rem;
  border-radius: min(var(--radius), 0.5rem);
  background: var(--tint);
}
.developer dd code { -webkit-user-select: all; user-select: all }
.developer-links { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem }
.developer > :last-child.developer-links { margin-block-start: 1.25rem }
`
