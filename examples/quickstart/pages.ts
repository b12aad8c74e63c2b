// The pages of the reference application. `html` escapes the values that are put into it.
import { html, raw } from 'hono/html'
import type { Session, User } from 'latchkey'
import { icon, style } from './style.ts'

type Html = ReturnType<typeof html>

export function homePage(user: User | null): Html {
  if (!user) {
    return layout(
      'Who is there?',
      html`<p class="lead">Nobody is signed in on this browser.</p>
        <p class="actions"><a class="button primary" href="/auth/login">Sign in</a></p>`,
    )
  }
  return layout(
    'Welcome',
    html`<p class="lead">You are signed in as <bdi>${user.name ?? user.email ?? 'somebody without a name'}</bdi>.</p>
      <div class="actions"><a class="button primary" href="/profile">What we know about you</a>${signOutForm()}</div>`,
  )
}

export function profilePage(user: User, session: Session): Html {
  const rows = {
    Name: user.name,
    'E-mail': user.email,
    'E-mail verified': user.email ? (user.emailVerified ? 'yes' : 'no') : null,
    'User id here': user.id,
    'Signed in with': session.identity.provider,
    'Known there as': session.identity.subject,
    'Session ends': session.expiresAt.toUTCString(),
  }
  return layout(
    'Your profile',
    html`<dl>${Object.entries(rows).map(([name, value]) => html`<div><dt>${name}</dt><dd><bdi>${value ?? '—'}</bdi></dd></div>`)}</dl>
      <div class="actions"><a class="button" href="/auth/account">Accounts and devices</a>${signOutForm()}</div>`,
  )
}

export function areaPage(path: string): Html {
  return layout('A protected area', html`<p class="lead">You are at <code>${path}</code>.</p>`)
}

export function notFoundPage(): Html {
  return layout('Nothing here', html`<p class="lead">There is no page at this address.</p>`)
}

function signOutForm(): Html {
  return html`<form method="post" action="/auth/logout"><button class="button">Sign out</button></form>`
}

function layout(title: string, content: Html | Promise<Html>): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title} · Latchkey quickstart</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>${raw(style)}</style>
</head>
<body>
<header><a href="/">${raw(icon)}Latchkey quickstart</a></header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>`
}
