// The two pages of a new project on hosts without templates: plain functions, meant to be replaced.

export const pagesModule: string = `// The pages. Replace them with your own.
import type { User } from 'latchkey'

export function homePage(user: User | null): string {
  if (!user) return page('Welcome', '<p><a href="/auth/login">Sign in</a></p>')
  return page(
    'Welcome',
    \`<p>You are signed in as \${text(user.name ?? user.email ?? user.id)}.</p>
<p><a href="/profile">See your profile</a>, or manage your <a href="/auth/account">account</a>.</p>
<form method="post" action="/auth/logout"><button>Sign out</button></form>\`,
  )
}

/** For signed-in people only. */
export function profilePage(user: User): string {
  const rows = { Name: user.name, 'E-mail': user.email, Id: user.id }
  const list = Object.entries(rows).map(([name, value]) => \`<dt>\${name}</dt><dd>\${text(value ?? 'unknown')}</dd>\`)
  return page('Your profile', \`<dl>\${list.join('')}</dl>\`)
}

function page(title: string, body: string): string {
  return \`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>\${title}</title>
<style>body { max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui }</style>
<h1>\${title}</h1>
\${body}
</html>\`
}

/** Escapes HTML: a name comes from a provider, and must not become markup. */
function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => \`&#\${sign.charCodeAt(0)};\`)
}
`
