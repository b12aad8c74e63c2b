// The inspector of development: the timeline, its steps, and tables of checks. Served with the other styles in development only.

export const inspectorStyles: string = `
.inspect-heading { margin-block-start: 1.5rem; color: var(--muted) }
.inspect-heading .badge { margin-inline-start: 0 }
.inspect-heading strong, .inspect-heading code { color: var(--text) }
.inspect-live { margin-block-start: 1rem; color: var(--muted); font-size: 0.875rem }
.inspect-empty { margin-block-start: 2rem; padding: 1.5rem }
.inspect-refused, .inspect-signed-in { border-color: currentColor }
.inspect-refused { color: var(--fault) }
.inspect-signed-in { color: var(--good) }
:root {
  --fault: light-dark(#b3261e, #ffb4ab);
  --good: light-dark(#19692c, #8fd9a0);
  --fault-ground: light-dark(#fdf0ee, #2e1a18);
}
.timeline { list-style: none; margin: 1.5rem 0 0; padding: 0; border-inline-start: 2px solid var(--line) }
.step { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 1rem; padding: 0.75rem 0 0.75rem 1rem; position: relative }
.step::before { content: ""; position: absolute; inset-inline-start: -0.4375rem; inset-block-start: 1.125rem; width: 0.75rem; height: 0.75rem; border: 2px solid var(--control-line); border-radius: 50%; background: var(--ground) }
.step.failed::before { border-color: var(--fault); background: var(--fault) }
.step-time { color: var(--muted); font-size: 0.8125rem; font-variant-numeric: tabular-nums }
.step-time span { display: block }
.step-place { display: inline-block; margin-inline-end: 0.25rem; padding: 0 0.5rem; border-radius: 0.375rem; background: var(--tint); font: 0.8125rem/1.6 var(--mono) }
.step-line { margin-block-start: 0.375rem; color: var(--muted); font-size: 0.875rem }
.step-fields-title { margin-block-start: 0.75rem; color: var(--muted); font-size: 0.8125rem; font-weight: 600 }
.step-fields { margin-block-start: 0.25rem; padding: 0.5rem 0.75rem; border-radius: 0.5rem; background: var(--tint); font-size: 0.875rem }
.step-fields > div { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: 0 1rem; padding-block: 0.125rem }
.step-fields dt { color: var(--muted) }
.checks { width: 100%; margin-block-start: 0.75rem; border-collapse: collapse; font-size: 0.8125rem }
.checks th, .checks td { padding: 0.25rem 0.5rem 0.25rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400 }
.checks thead th { color: var(--muted) }
.checks td:nth-child(2) { white-space: nowrap }
.checks tbody th { font-family: var(--mono) }
.check-passed td:nth-child(2) { color: var(--good) }
.check-failed th, .check-failed td { color: var(--fault); font-weight: 600 }
.check-absent td, .check-not-reached td { color: var(--muted) }
.step-failure { margin-block-start: 0.75rem; padding: 0.75rem 1rem; border-inline-start: 0.25rem solid var(--fault); border-radius: 0.25rem; background: var(--fault-ground) }
.step-failure p + p { margin-block-start: 0.375rem }
@media (max-width: 40rem) {
  .step { grid-template-columns: minmax(0, 1fr) }
  .step-fields > div { grid-template-columns: minmax(0, 1fr) }
  .checks { display: block; overflow-x: auto }
}
`
