// The templates. The tag `html` escapes the values that are put into it.
import { html } from 'hono/html'
import type { Session } from 'latchkey'
import type { AppUser } from './users.ts'

type Html = ReturnType<typeof html>

export function homePage(user: AppUser | null): string {
  if (!user) {
    return page(
      'Nobody is signed in',
      html`<form method="post" action="/auth/login/google"><button>Sign in with Google</button></form>
        <p><a href="/members">For members</a></p>`,
    )
  }
  return page(
    `Hello, ${nameOf(user)}!`,
    html`<p>You are signed in. Your e-mail address is ${user.email}.</p>
      <p><a href="/profile">Profile</a> · <a href="/members">For members</a> · <a href="/settings">Settings</a></p>
      ${signOut}`,
  )
}

export function profilePage(user: AppUser, session: Session): string {
  const rows = {
    Name: user.name,
    Nickname: user.nickname ?? 'none yet',
    'E-mail': user.email,
    'User id': user.id,
    'Signed in at': session.authenticatedAt.toUTCString(),
    'Remembered until': session.expiresAt.toUTCString(),
  }
  return page(
    'Your profile',
    html`<dl>${Object.entries(rows).map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>
      <p><a href="/settings">Settings</a> · <a href="/auth/account">Devices</a> · <a href="/">Home</a></p>
      ${signOut}`,
  )
}

export function settingsPage(user: AppUser | null): string {
  return page(
    'Settings',
    html`<form method="post" action="/settings">
        <p><label>Nickname <input name="nickname" maxlength="40" value="${user?.nickname ?? ''}"></label></p>
        <p><button>Save</button></p>
      </form>
      <form method="post" action="/settings/sign-out-elsewhere"><button>Sign out everywhere else</button></form>
      <p><a href="/profile">Back</a></p>`,
  )
}

export function membersPage(): string {
  return page(
    'For members',
    html`<p>You may read this, since you are signed in.</p><p><a href="/">Home</a></p>`,
  )
}

export function membersOnlyPage(): string {
  return page(
    'For members only',
    html`<p>This page is for people who are signed in.</p>
      <p><a href="/auth/login?returnTo=/members">Sign in to read it</a></p>`,
  )
}

const signOut: Html = html`<form method="post" action="/auth/logout"><button>Sign out</button></form>`

function nameOf({ nickname, name }: AppUser): string {
  return nickname || name
}

function page(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { max-width: 32rem; margin: 12vh auto; padding: 0 1.5rem; font: 1.0625rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere }
dt { font-weight: 600 }
dd { margin: 0 0 .5rem }
button, input { padding: .6rem 1.2rem; border: 1px solid; border-radius: .6rem; font: inherit }
button { cursor: pointer }
</style>
</head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>`.toString()
}
