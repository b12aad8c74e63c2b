// The pages. The tag `html` escapes the values that are put into it.
import { html } from 'hono/html'
import type { Registration, Registrations } from './clients.ts'
import type { SignedIn } from './sessions.ts'

type Html = ReturnType<typeof html>

export function homePage(registrations: Registrations, signedIn: SignedIn | null): Html {
  if (signedIn) {
    const { name, email } = signedIn.identity
    return page(
      `Hello, ${name ?? email ?? 'stranger'}!`,
      html`<p><a href="/profile">What the API says of you</a></p>
        <form method="post" action="/logout"><button>Sign out</button></form>`,
    )
  }
  return page('Nobody is signed in', html`${[...registrations].map(signInForm)}`)
}

function signInForm([id, { client }]: readonly [string, Registration]): Html {
  return html`<form method="post" action="/login/${id}"><button>Sign in with ${client.provider.name}</button></form>`
}

export function errorPage(sentence: string): Html {
  return page('That did not work', html`<p>${sentence}</p><p><a href="/">Back</a></p>`)
}

function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { max-width: 32rem; margin: 12vh auto; padding: 0 1.5rem; font: 1.0625rem/1.6 system-ui, sans-serif }
button { margin: 0 0 .75rem; padding: .6rem 1.2rem; border: 1px solid; border-radius: .6rem; font: inherit; cursor: pointer }
</style>
</head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>`
}
