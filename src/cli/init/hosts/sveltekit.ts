// SvelteKit: a hook that serves `/auth/*`, and load functions that look up the user.
import { constantAuth, type Host, nodeEngine, npm } from '../host.ts'
import { typescriptLibrary, versionsOf } from '../package-versions.ts'
import { stores } from '../stores.ts'
import { viteCommand, viteHint } from './vite-command.ts'

const hooks = `import { sveltekitLatchkey } from 'latchkey/sveltekit'
import { auth } from './auth'

/** Serves /auth/*, and sets locals.latchkey. */
export const handle = sveltekitLatchkey(auth)
`

export const sveltekit: Host = {
  id: 'sveltekit',
  name: 'SvelteKit',
  knownBy: ['@sveltejs/kit'],
  dependencies: {},
  devDependencies: {
    ...versionsOf(
      '@sveltejs/kit',
      '@sveltejs/vite-plugin-svelte',
      'svelte',
      'svelte-check',
      'vite',
      '@types/node',
    ),
    typescript: typescriptLibrary,
  },
  engines: nodeEngine,
  scripts: {
    start: `${viteCommand} dev`,
    build: `${viteCommand} build`,
    check: 'svelte-kit sync && svelte-check',
  },
  commands: npm,
  stores,
  authFile: 'src/auth.ts',
  authModule: constantAuth,
  files: {
    'src/hooks.server.ts': hooks,
    'src/app.html': `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
%sveltekit.head%
</head>
<body>%sveltekit.body%</body>
</html>
`,
    'src/routes/+page.server.ts': `import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({ user: locals.latchkey.user })
`,
    'src/routes/+page.svelte': `<script>
  const { data } = $props()
</script>

<h1>Welcome</h1>
{#if data.user}
  <p>You are signed in as {data.user.name ?? data.user.email ?? data.user.id}.</p>
  <p><a href="/profile">See your profile</a>, or manage your <a href="/auth/account" data-sveltekit-reload>account</a>.</p>
  <form method="post" action="/auth/logout"><button>Sign out</button></form>
{:else}
  <p><a href="/auth/login" data-sveltekit-reload>Sign in</a></p>
{/if}
`,
    'src/routes/profile/+page.server.ts': `import { requireUser } from 'latchkey/sveltekit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => ({ user: requireUser(event).user })
`,
    'src/routes/profile/+page.svelte': `<script>
  const { data } = $props()
</script>

<h1>Your profile</h1>
<p>{data.user.name ?? data.user.email ?? data.user.id}</p>
`,
    'vite.config.ts': `import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    sveltekit({
      // SvelteKit would refuse providers that post to /auth/callback. Latchkey checks the origin on its own routes.
      csrf: { trustedOrigins: ['*'] },
    }),
  ],
  server: { port: Number(process.env.PORT ?? 3000), strictPort: true },
})
`,
    'tsconfig.json': `${JSON.stringify(
      { extends: '$app/tsconfig', compilerOptions: { types: ['$app/types', 'node'] }, include: ['src'] },
      null,
      2,
    )}\n`,
  },
  tellsPeer: true,
  ignored: ['.svelte-kit/', 'build/'],
  notes: [
    '`npm run check` compiles; `npm run build` builds, by the adapter of SvelteKit that you choose for where it runs.',
  ],
  runs: 'bundle',
  existing: {
    sourcesKnownBy: 'src',
    authFile: 'auth.ts',
    files: { 'hooks.server.ts': hooks },
    edits: [],
    byHand: [],
    environmentHint: viteHint,
    example: "requireUser(event).user in a load function, with requireUser from 'latchkey/sveltekit'",
  },
}
