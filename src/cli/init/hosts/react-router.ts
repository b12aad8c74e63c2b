// React Router in framework mode: a middleware on the root route that serves `/auth/*`, and guards in loaders.
import { builtNote, constantAuth, type Host, npm } from '../host.ts'
import { typescriptLibrary, versionsOf } from '../package-versions.ts'
import { stores } from '../stores.ts'
import { reactHome, reactProfile, routerLink } from './react-markup.ts'

const mounted = "reactRouterLatchkey(async () => (await import('./auth.server')).auth)"

const authRoute = `// Requests to these paths are answered by the middleware of the root route.
export const loader = () => new Response(null, { status: 404 })
export const action = loader
`

export const reactRouter: Host = {
  id: 'react-router',
  name: 'React Router',
  knownBy: ['@react-router/dev'],
  dependencies: versionsOf(
    'react-router',
    '@react-router/node',
    '@react-router/serve',
    'isbot',
    'react',
    'react-dom',
  ),
  devDependencies: {
    ...versionsOf('@react-router/dev', '@types/node', '@types/react', '@types/react-dom', 'vite'),
    typescript: typescriptLibrary,
  },
  // Required by React Router 8.
  engines: { node: '>=22.22' },
  scripts: {
    start: 'react-router dev',
    build: 'react-router build',
    serve:
      'node --env-file-if-exists=.env node_modules/@react-router/serve/dist/cli.js build/server/index.js',
    check: 'react-router typegen && tsc --noEmit',
  },
  commands: npm,
  stores,
  authFile: 'app/auth.server.ts',
  authModule: constantAuth,
  files: {
    'app/root.tsx': `import { reactRouterLatchkey } from 'latchkey/react-router'
import type { ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router'
import type { Route } from './+types/root'

/** Serves /auth/*, and sets latchkeyContext. \`auth\` is created at the first request, so that a build needs no variables. */
export const middleware: Route.MiddlewareFunction[] = [
  ${mounted},
]

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}
`,
    'app/routes.ts': `import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('routes/home.tsx'),
  route('profile', 'routes/profile.tsx'),
  route('auth/*', 'routes/auth.$.ts'),
] satisfies RouteConfig
`,
    'app/routes/auth.$.ts': authRoute,
    'app/routes/home.tsx': `import { latchkeyContext } from 'latchkey/react-router'
import { Link } from 'react-router'
import type { Route } from './+types/home'

export const meta: Route.MetaFunction = () => [{ title: 'Welcome' }]

export const loader = ({ context }: Route.LoaderArgs) => ({ user: context.get(latchkeyContext).user })

export default function Home({ loaderData: { user } }: Route.ComponentProps) {
${reactHome(routerLink)}`,
    'app/routes/profile.tsx': `import { requireUser } from 'latchkey/react-router'
import type { Route } from './+types/profile'

export const meta: Route.MetaFunction = () => [{ title: 'Your profile' }]

export const loader = (args: Route.LoaderArgs) => ({ user: requireUser(args).user })

export default function Profile({ loaderData: { user } }: Route.ComponentProps) {
${reactProfile}`,
    'react-router.config.ts': `import type { Config } from '@react-router/dev/config'

export default { ssr: true } satisfies Config
`,
    'vite.config.ts': `import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  server: { port: Number(process.env.PORT ?? 3000), strictPort: true },
})
`,
    'tsconfig.json': `${JSON.stringify(
      {
        include: ['app', '*.config.ts', '.react-router/types'],
        compilerOptions: {
          target: 'ES2023',
          lib: ['DOM', 'DOM.Iterable', 'ES2023'],
          types: ['node', 'vite/client'],
          module: 'ESNext',
          moduleResolution: 'bundler',
          jsx: 'react-jsx',
          rootDirs: ['.', './.react-router/types'],
          verbatimModuleSyntax: true,
          strict: true,
          noEmit: true,
          skipLibCheck: true,
        },
      },
      null,
      2,
    )}\n`,
  },
  tellsPeer: false,
  ignored: ['.react-router/', 'build/'],
  notes: [builtNote],
  runs: 'bundle',
  existing: {
    sourcesKnownBy: null,
    authFile: 'app/auth.server.ts',
    files: { 'app/routes/auth.$.ts': authRoute },
    edits: [
      {
        files: ['app/root.tsx', 'app/root.jsx'],
        place: 'The place for a middleware in app/root.tsx',
        imports: ["import { reactRouterLatchkey } from 'latchkey/react-router'"],
        // Matches the last import, unless a middleware is exported.
        anchor:
          /(?<!export const middleware\b[\s\S]*)^(?:import\b|\} from )[^\n]*$(?![\s\S]*^(?:import\b|\} from |export const middleware\b))/m,
        added: {
          lines: [
            '',
            '// Serves /auth/*, and sets latchkeyContext.',
            `export const middleware = [${mounted}]`,
          ],
        },
        mark: /\breactRouterLatchkey\(/,
      },
      {
        files: ['app/routes.ts', 'app/routes.js'],
        place: 'A list of routes in app/routes.ts',
        imports: ["import { route } from '@react-router/dev/routes'"],
        anchor: /^export default \[/m,
        added: { item: "route('auth/*', 'routes/auth.$.{ending}')" },
        // With routes from file names, the new file is enough.
        mark: /['"]auth\/\*['"]|\bflatRoutes\(/,
      },
    ],
    byHand: [
      {
        words:
          'With React Router 7 turn middlewares on: future: { v8_middleware: true } in react-router.config.ts.',
        unless: {
          files: ['react-router.config.ts', 'react-router.config.js', 'package.json'],
          mark: /\bv8_middleware\b|"react-router":\s*"[~^]?8/,
        },
      },
    ],
    environmentHint: null,
    example: "const { user } = requireUser(args) in a loader, with requireUser from 'latchkey/react-router'",
  },
}
