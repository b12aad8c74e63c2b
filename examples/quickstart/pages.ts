// The three pages of the reference application. `html` escapes what is put into it.
import { html } from 'hono/html'
import type { Session, User } from 'latchkey'

type Html = ReturnType<typeof html>

export function homePage(user: User | null): Html {
  return layout(
    'Latchkey quickstart',
    user
      ? html`<p>You are signed in as <strong>${nameOf(user)}</strong>.</p>
          <p class="row"><a class="button" href="/profile">See what we know of you</a> <a href="/auth/account">Accounts and devices</a></p>
          ${signOutForm()}`
      : html`<p>Nobody is signed in on this browser.</p>
          <p class="row"><a class="button" href="/auth/login">Sign in</a></p>`,
  )
}

export function profilePage(user: User, session: Session): Html {
  const rows = {
    Name: user.name,
    'E-mail': user.email,
    'E-mail verified': user.email ? (user.emailVerified ? 'yes' : 'no') : null,
    'User id': user.id,
    'Signed in with': session.identity.provider,
    'Known there as': session.identity.subject,
    'Session ends': session.expiresAt.toISOString(),
  }
  return layout(
    'Your profile',
    html`<dl>
        ${Object.entries(rows).map(([name, value]) => html`<dt>${name}</dt><dd>${value ?? '—'}</dd>`)}
      </dl>
      <p class="row"><a href="/auth/account">Accounts and devices</a> <a href="/">Home</a></p>
      ${signOutForm()}`,
  )
}

export function areaPage(path: string): Html {
  return layout('A protected area', html`<p>You are at <code>${path}</code>.</p><p><a href="/">Home</a></p>`)
}

function nameOf({ name, email }: User): string {
  return name ?? email ?? 'somebody without a name'
}

function signOutForm(): Html {
  return html`<form method="post" action="/auth/logout"><button>Sign out</button></form>`
}

function layout(title: string, content: Html | Promise<Html>): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  :root { color-scheme: light dark; font: 17px/1.6 system-ui, sans-serif }
  body { max-width: 34rem; margin: 14vh auto 3rem; padding: 0 1.25rem }
  h1 { font-size: 1.7rem; line-height: 1.2; letter-spacing: -0.01em }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.5rem }
  dt { opacity: .7 } dd { margin: 0; overflow-wrap: anywhere }
  .row { display: flex; gap: 1.25rem; align-items: center; flex-wrap: wrap }
  .button, button { font: inherit; padding: .5rem 1.1rem; border-radius: .5rem; border: 1px solid CanvasText;
    background: Canvas; color: CanvasText; text-decoration: none; cursor: pointer }
  .button { background: CanvasText; color: Canvas }
  @media (max-width: 480px) { dl { grid-template-columns: 1fr } dd { margin-bottom: .5rem } }
</style>
</head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`
}
