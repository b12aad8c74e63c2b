// Astro with server rendering: a middleware that serves `/auth/*`, and guards whose response pages return.
import { builtNote, constantAuth, type Host, nodeEngine, npm } from '../host.ts'
import { typescriptLibrary, versionsOf } from '../package-versions.ts'
import { stores } from '../stores.ts'

const middleware = `import { astroLatchkey } from 'latchkey/astro'

/** Serves /auth/*, and sets Astro.locals.latchkey. \`auth\` is made at the first request: a build needs no variables. */
export const onRequest = astroLatchkey(async () => (await import('./auth')).auth)
`

// `astro dev` does not put .env into process.env; Node does.
const astroCommand = 'node --env-file-if-exists=.env node_modules/astro/bin/astro.mjs'

export const astro: Host = {
  id: 'astro',
  name: 'Astro',
  knownBy: ['astro'],
  dependencies: versionsOf('astro', '@astrojs/node'),
  devDependencies: { ...versionsOf('@astrojs/check', '@types/node'), typescript: typescriptLibrary },
  engines: nodeEngine,
  scripts: {
    start: `${astroCommand} dev`,
    build: `${astroCommand} build`,
    serve: 'node --env-file-if-exists=.env dist/server/entry.mjs',
    check: 'astro check',
  },
  commands: npm,
  stores,
  authFile: 'src/auth.ts',
  authModule: constantAuth,
  files: {
    'src/middleware.ts': middleware,
    'src/layouts/Layout.astro': `---
interface Props {
  title: string
}

const { title } = Astro.props
---
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title}</title>
  </head>
  <body>
    <main>
      <h1>{title}</h1>
      <slot />
    </main>
  </body>
</html>
`,
    'src/pages/index.astro': `---
import Layout from '../layouts/Layout.astro'

const { user } = Astro.locals.latchkey
---
<Layout title="Welcome">
  {
    user ? (
      <>
        <p>You are signed in as {user.name ?? user.email ?? user.id}.</p>
        <p>
          <a href="/profile">See your profile</a>, or manage your <a href="/auth/account">account</a>.
        </p>
        <form method="post" action="/auth/logout">
          <button>Sign out</button>
        </form>
      </>
    ) : (
      <p>
        <a href="/auth/login">Sign in</a>
      </p>
    )
  }
</Layout>
`,
    'src/pages/profile.astro': `---
import { requireUser } from 'latchkey/astro'
import Layout from '../layouts/Layout.astro'

const auth = requireUser(Astro)
if (auth instanceof Response) return auth
const { user } = auth
---
<Layout title="Your profile">
  <p>{user.name ?? user.email ?? user.id}</p>
</Layout>
`,
    'astro.config.ts': `import node from '@astrojs/node'
import { defineConfig } from 'astro/config'

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  server: { port: Number(process.env.PORT ?? 3000) },
  // Astro would refuse providers that post to /auth/callback. Latchkey checks the origin on its own routes. On your routes,
  // posts from other sites are now accepted, but arrive without the session cookie.
  security: { checkOrigin: false },
})
`,
    'tsconfig.json': `${JSON.stringify(
      {
        extends: 'astro/tsconfigs/strict',
        compilerOptions: { types: ['node'] },
        include: ['.astro/types.d.ts', '**/*'],
        exclude: ['dist'],
      },
      null,
      2,
    )}\n`,
  },
  tellsPeer: true,
  ignored: ['.astro/', 'dist/'],
  notes: [builtNote],
  runs: 'bundle',
  existing: {
    sourcesKnownBy: 'src',
    authFile: 'auth.ts',
    files: { 'middleware.ts': middleware },
    edits: [],
    byHand: [
      {
        words:
          "Have pages rendered on the server: npx astro add node, and output: 'server' in astro.config.mjs. Pages made in advance have no session.",
        unless: {
          files: ['mjs', 'ts', 'js', 'mts'].map((ending) => `astro.config.${ending}`),
          mark: /\boutput:\s*['"]server['"]/,
        },
      },
    ],
    environmentHint: `start Astro by ${astroCommand} dev, so that process.env has what .env says`,
    example: "const auth = requireUser(Astro) in a page, with requireUser from 'latchkey/astro'",
  },
}
