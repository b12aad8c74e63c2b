// TanStack Start with React: a request middleware that serves `/auth/*`, and guards in server functions, which loaders call.
import { builtNote, constantAuth, type Host, nodeEngine, npm } from '../host.ts'
import { typescriptLibrary, versionsOf } from '../package-versions.ts'
import { stores } from '../stores.ts'
import { reactHome, reactProfile, routerLink } from './react-markup.ts'
import { viteCommand, viteHint } from './vite-command.ts'

const start = `import { createCsrfMiddleware, createMiddleware, createStart } from '@tanstack/react-start'
import { tanstackStartLatchkey } from 'latchkey/tanstack-start'

/** Serves /auth/*, and sets context.latchkey. \`auth\` is made at the first request: a build needs no variables. */
const latchkey = createMiddleware().server(
  tanstackStartLatchkey(async () => (await import('./auth')).auth),
)
/** Protects server functions; Latchkey checks the origin on its own routes. */
const csrf = createCsrfMiddleware({ filter: ({ handlerType }) => handlerType === 'serverFn' })

export const startInstance = createStart(() => ({ requestMiddleware: [csrf, latchkey] }))
`

export const tanstackStart: Host = {
  id: 'tanstack-start',
  name: 'TanStack Start',
  knownBy: ['@tanstack/react-start'],
  dependencies: versionsOf('@tanstack/react-router', '@tanstack/react-start', 'react', 'react-dom', 'srvx'),
  devDependencies: {
    ...versionsOf('@types/node', '@types/react', '@types/react-dom', '@vitejs/plugin-react', 'vite'),
    typescript: typescriptLibrary,
  },
  engines: nodeEngine,
  scripts: {
    start: `${viteCommand} dev`,
    build: `${viteCommand} build`,
    serve: 'srvx --prod --static ../client --entry dist/server/server.js',
    // The build writes the tree of routes.
    check: 'vite build && tsc --noEmit',
  },
  commands: npm,
  stores,
  authFile: 'src/auth.ts',
  authModule: constantAuth,
  files: {
    'src/start.ts': start,
    'src/people.ts': `import { createServerFn } from '@tanstack/react-start'
import { requireUser } from 'latchkey/tanstack-start'

/** Who is signed in, or null. */
export const whoAmI = createServerFn().handler(({ context }) => context.latchkey.user)

/** For signed-in people only: others are sent to sign in and back. */
export const myProfile = createServerFn().handler((args) => requireUser(args).user)
`,
    'src/router.tsx': `import { createRouter } from '@tanstack/react-router'
import { routeTree } from './routeTree.gen'

export const getRouter = () => createRouter({ routeTree })
`,
    'src/routes/__root.tsx': `import { createRootRoute, HeadContent, Outlet, Scripts } from '@tanstack/react-router'

export const Route = createRootRoute({
  head: () => ({
    meta: [
      { charSet: 'utf-8' },
      { name: 'viewport', content: 'width=device-width, initial-scale=1' },
      { title: 'Welcome' },
    ],
  }),
  component: Root,
  notFoundComponent: () => <p>There is no such page.</p>,
})

function Root() {
  return (
    <html lang="en">
      <head>
        <HeadContent />
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  )
}
`,
    'src/routes/index.tsx': `import { createFileRoute, Link } from '@tanstack/react-router'
import { whoAmI } from '../people'

export const Route = createFileRoute('/')({ loader: () => whoAmI(), component: Home })

function Home() {
  const user = Route.useLoaderData()
${reactHome(routerLink)}`,
    'src/routes/profile.tsx': `import { createFileRoute } from '@tanstack/react-router'
import { myProfile } from '../people'

export const Route = createFileRoute('/profile')({ loader: () => myProfile(), component: Profile })

function Profile() {
  const user = Route.useLoaderData()
${reactProfile}`,
    'vite.config.ts': `import { tanstackStart } from '@tanstack/react-start/plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [tanstackStart(), react()],
  server: { port: Number(process.env.PORT ?? 3000), strictPort: true },
})
`,
    'tsconfig.json': `${JSON.stringify(
      {
        include: ['src', 'vite.config.ts'],
        compilerOptions: {
          target: 'ES2023',
          lib: ['DOM', 'DOM.Iterable', 'ES2023'],
          types: ['node', 'vite/client'],
          module: 'ESNext',
          moduleResolution: 'bundler',
          jsx: 'react-jsx',
          strict: true,
          noEmit: true,
          skipLibCheck: true,
        },
      },
      null,
      2,
    )}\n`,
  },
  tellsPeer: true,
  ignored: ['.tanstack/', 'dist/', 'src/routeTree.gen.ts'],
  notes: [builtNote],
  runs: 'bundle',
  existing: {
    sourcesKnownBy: 'src',
    authFile: 'auth.ts',
    files: { 'start.ts': start },
    edits: [],
    byHand: [],
    environmentHint: viteHint,
    example:
      "createServerFn().handler((args) => requireUser(args).user), with requireUser from 'latchkey/tanstack-start'",
  },
}
