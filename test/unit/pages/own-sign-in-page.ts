import { html } from 'hono/html'
import type { SignInView } from 'latchkey'

export async function ownSignInPage({ frame, providers, notice }: SignInView): Promise<string> {
  const page = await html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Anmelden</title>
<link rel="stylesheet" href="${frame.stylesheetHref}">
</head>
<body>
<main>
<h1>Anmelden</h1>
${notice && html`<p role="status">${notice}</p>`}
${providers.map(
  ({ id, name, action }) => html`<form method="post" action="${action}">
<button type="submit" class="button provider provider-${id}"><span></span>Weiter mit ${name}</button>
</form>`,
)}
</main>
</body>
</html>`
  return page.toString()
}
