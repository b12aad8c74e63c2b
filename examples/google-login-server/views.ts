// The templates. The tag `html` escapes the values that are put into it, as Jinja does.
import { html } from 'hono/html'
import type { User } from 'latchkey'

export function homePage(user: User | null): string {
  if (!user) {
    return page(
      'Welcome',
      html`<p>You are not signed in.</p>
        <form method="post" action="/auth/login/google"><button>Sign in with Google</button></form>`,
    )
  }
  return page(
    `Hello, ${user.name ?? 'you'}!`,
    html`${user.picture && html`<img src="${user.picture}" alt="" width="72" height="72" referrerpolicy="no-referrer">`}
      <p>Google says that your e-mail address is <b>${user.email ?? 'unknown'}</b>.</p>
      <p><a href="/visits">When were you here before?</a></p>
      <form method="post" action="/auth/logout"><button>Sign out</button></form>`,
  )
}

export function visitsPage(user: User, visits: readonly Date[]): string {
  return page(
    'Your visits',
    html`<p>${user.name ?? 'You'}, user <code>${user.id}</code>, known since ${day(new Date(user.createdAt))}.</p>
      <ol>${visits.map((at) => html`<li>${at.toISOString().replace('T', ' ').slice(0, 19)} UTC</li>`)}</ol>
      <p><a href="/">Back</a></p>`,
  )
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function page(title: string, content: ReturnType<typeof html>): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { max-width: 32rem; margin: 12vh auto; padding: 0 1.5rem; font: 1.0625rem/1.6 system-ui, sans-serif }
img { border-radius: 50% }
button { padding: .6rem 1.2rem; border: 1px solid; border-radius: .6rem; font: inherit; cursor: pointer }
</style>
</head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>`.toString()
}
