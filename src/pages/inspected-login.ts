// One login of the inspector as a timeline: each hop with its time, what was sent and answered, the checks, and for a failure its
// cause, whose fault it is and what to do.
import { html } from 'hono/html'
import type { InspectedLogin, InspectedStep, ShownCheck, ShownField } from '../contracts/inspection.ts'
import { plainText } from '../web/plain-text.ts'
import type { Markup } from './markup.ts'

type Failure = NonNullable<InspectedStep['failure']>

/** Why the login ended: the last failure, which the person also saw. Null if the login did not fail. */
export function failureOf({ outcome, steps }: InspectedLogin): Failure | null {
  return outcome === 'refused' ? (steps.findLast(({ failure }) => failure !== null)?.failure ?? null) : null
}

export function outcomeBadge({ outcome }: InspectedLogin): Markup {
  return html`<span class="badge inspect-${outcome.replace(' ', '-')}">${outcome}</span>`
}

/** `isWhole`: shows everything that was sent and answered. */
export function timeline(login: InspectedLogin, { isWhole }: { readonly isWhole: boolean }): Markup {
  return html`<ol class="timeline">
${login.steps.map((step, index) => stepItem(step, { isWhole, isRepeated: isRepeated(login, index) }))}</ol>`
}

/** Whether the step repeats the failure of the one before it, which is then shown only once. */
function isRepeated({ steps }: InspectedLogin, index: number): boolean {
  const [before, step] = [steps[index - 1]?.failure, steps[index]?.failure]
  return before !== null && before !== undefined && before.cause.id === step?.cause.id
}

interface Showing {
  readonly isWhole: boolean
  readonly isRepeated: boolean
}

function stepItem(step: InspectedStep, { isWhole, isRepeated }: Showing): Markup {
  const { place, sentence, afterMilliseconds, milliseconds, request, answer, checks, facts, failure } = step
  return html`<li class="${failure ? 'step failed' : 'step'}">
<p class="step-time">+${Math.round(afterMilliseconds)} ms${milliseconds !== null && html` <span>took ${duration(milliseconds)}</span>`}</p>
<div class="step-body">
<p class="step-title"><span class="step-place">${place}</span> ${plainText(sentence, 300)}</p>
${request !== null && html`<p class="step-line"><code>${request.line}</code></p>`}
${answer !== null && answer.line !== '' && html`<p class="step-line">answered <code>${answer.line}</code></p>`}
${isWhole && html`${fieldList('Sent', request?.fields)}${fieldList('Answered', answer?.fields)}${fieldList('Contents', facts)}`}
${checkTable(isWhole ? checks : checks.filter(({ outcome }) => outcome === 'failed'))}
${!isWhole && checks.length > 0 && html`<p class="step-line">${countOf(checks)}</p>`}
${failure !== null && !isRepeated && failureCard(failure)}
</div>
</li>
`
}

function fieldList(title: string, fields: readonly ShownField[] = []): Markup | null {
  if (fields.length === 0) return null
  return html`<p class="step-fields-title">${title}</p>
<dl class="step-fields">
${fields.map(({ name, value }) => html`<div><dt>${plainText(name)}</dt><dd><code>${plainText(value, 1200)}</code></dd></div>\n`)}</dl>`
}

function checkTable(checks: readonly ShownCheck[]): Markup | null {
  if (checks.length === 0) return null
  return html`<table class="checks">
<thead><tr><th scope="col">Check</th><th scope="col">Outcome</th><th scope="col">Expected</th><th scope="col">Found</th></tr></thead>
<tbody>
${checks.map(
  ({ name, outcome, expected, found }) =>
    html`<tr class="check-${outcome.replace(' ', '-')}"><th scope="row">${plainText(name)}</th><td>${outcome}</td><td>${plainText(expected ?? '', 300)}</td><td>${plainText(found ?? '', 300)}</td></tr>\n`,
)}</tbody>
</table>`
}

function countOf(checks: readonly ShownCheck[]): string {
  const count = (wanted: ShownCheck['outcome']) => checks.filter(({ outcome }) => outcome === wanted).length
  const others = [
    [count('failed'), 'failed'],
    [count('not reached'), 'not reached'],
    [count('absent'), 'not needed'],
  ].flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`]))
  return `${[`${count('passed')} checks passed`, ...others].join(', ')}.`
}

function failureCard({ code, detail, cause }: Failure): Markup {
  const whose =
    cause.culprit === 'unclear' ? 'Whose fault it is cannot be seen from here' : `Fault: ${cause.culprit}`
  return html`<div class="step-failure">
<p><strong>${plainText(cause.sentence, 800)}</strong></p>
<p>${whose}.</p>
${cause.remedy !== '' && html`<p>${plainText(cause.remedy, 800)}</p>`}
${detail !== null && html`<p class="step-line"><code>${plainText(detail, 1200)}</code></p>`}
<p class="step-line"><code>${plainText(code)}</code> · <code>${plainText(cause.id)}</code></p>
</div>`
}

function duration(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`
}
