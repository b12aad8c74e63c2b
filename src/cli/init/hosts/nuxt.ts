// Nuxt: a server middleware that serves `/auth/*` and guards pages, and server routes that guard their data.
import { builtNote, constantAuth, type Host, nodeEngine, npm } from '../host.ts'
import { typescriptLibrary, versionsOf } from '../package-versions.ts'
import { stores } from '../stores.ts'

const middleware = `import { nuxtLatchkey } from 'latchkey/nuxt'

/** Serves /auth/*, and sets event.context.latchkey. Creates \`auth\` at the first request, so that a build needs no variables. */
export default nuxtLatchkey(async () => (await import('../utils/auth')).auth, {
  building: import.meta.prerender,
  // Pages for signed-in people, checked before they are rendered. The API routes check again before they return data.
  guard: (path) => (path === '/profile' ? {} : null),
})
`

export const nuxt: Host = {
  id: 'nuxt',
  name: 'Nuxt',
  knownBy: ['nuxt'],
  dependencies: versionsOf('nuxt', 'vue', 'vue-router'),
  devDependencies: { ...versionsOf('vue-tsc', '@types/node'), typescript: typescriptLibrary },
  engines: nodeEngine,
  scripts: {
    start: 'nuxt dev',
    build: 'nuxt build',
    serve: 'node --env-file-if-exists=.env .output/server/index.mjs',
    check: 'nuxt typecheck',
    postinstall: 'nuxt prepare',
  },
  commands: npm,
  stores,
  authFile: 'server/utils/auth.ts',
  authModule: constantAuth,
  files: {
    'server/middleware/latchkey.ts': middleware,
    'server/api/me.ts': `/** Returns the signed-in user; \`user\` is null without a session. */
export default defineEventHandler((event) => ({ user: event.context.latchkey.user }))
`,
    'server/api/profile.ts': `import { requireUser } from 'latchkey/nuxt'

/** For signed-in people only: 401 for others. */
export default defineEventHandler(async (event) => (await requireUser(event, { api: true })).user)
`,
    'app/app.vue': `<template>
  <NuxtPage />
</template>
`,
    'app/pages/index.vue': `<script setup lang="ts">
const { data } = await useFetch('/api/me')
</script>

<template>
  <main>
    <h1>Welcome</h1>
    <template v-if="data?.user">
      <p>You are signed in as {{ data.user.name ?? data.user.email ?? data.user.id }}.</p>
      <p>
        <NuxtLink to="/profile">See your profile</NuxtLink>, or manage your <a href="/auth/account">account</a>.
      </p>
      <form method="post" action="/auth/logout"><button>Sign out</button></form>
    </template>
    <p v-else><a href="/auth/login">Sign in</a></p>
  </main>
</template>
`,
    'app/pages/profile.vue': `<script setup lang="ts">
const { data: user, error } = await useFetch('/api/profile')
// Where the router in the browser opens this page, the data alone are refused.
if (error.value?.statusCode === 401) await navigateTo('/auth/login?returnTo=%2Fprofile', { external: true })
</script>

<template>
  <main v-if="user">
    <h1>Your profile</h1>
    <p>{{ user.name ?? user.email ?? user.id }}</p>
  </main>
</template>
`,
    'nuxt.config.ts': `export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  devServer: { port: Number(process.env.PORT ?? 3000) },
  typescript: { strict: true },
})
`,
    'tsconfig.json': `${JSON.stringify(
      {
        files: [],
        references: ['app', 'server', 'shared', 'node'].map((part) => ({
          path: `./.nuxt/tsconfig.${part}.json`,
        })),
      },
      null,
      2,
    )}\n`,
  },
  // Its development server passes requests to a worker over a socket without addresses.
  tellsPeer: false,
  ignored: ['.nuxt/', '.output/', '.data/'],
  notes: [builtNote],
  runs: 'bundle',
  existing: {
    sourcesKnownBy: null,
    authFile: 'server/utils/auth.ts',
    files: { 'server/middleware/latchkey.ts': middleware },
    edits: [],
    byHand: [],
    environmentHint: null,
    example:
      "await requireUser(event, { api: true }) in a server route, with requireUser from 'latchkey/nuxt'",
  },
}
