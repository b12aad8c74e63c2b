// Next.js with the app router: the proxy renews sessions, and the page checks the session again.
import { builtNote, type Host, nodeEngine, npm } from '../host.ts'
import { typescriptLibrary, versionsOf } from '../package-versions.ts'
import { stores } from '../stores.ts'
import { reactHome, reactProfile } from './react-markup.ts'

const route = (auth: string): string => `export { GET, POST } from '${auth}'\n`

const proxy = `import { guardedProxy } from './auth'

/** Renews sessions, and redirects anonymous visitors to sign in before anything is rendered. The pages check again. */
export const proxy = guardedProxy((path) => (path === '/profile' ? {} : null))
export const config = { matcher: '/((?!_next/).*)' }
`

const profile = `import { requireUser } from '../../auth'

export default async function Profile() {
  const { user } = await requireUser({ returnTo: '/profile' })
${reactProfile}`

export const next: Host = {
  id: 'next',
  name: 'Next.js',
  knownBy: ['next'],
  dependencies: versionsOf('next', 'react', 'react-dom'),
  devDependencies: { ...versionsOf('@types/node', '@types/react'), typescript: typescriptLibrary },
  engines: nodeEngine,
  scripts: { start: 'next dev', build: 'next build', serve: 'next start', check: 'tsc --noEmit' },
  commands: npm,
  stores,
  authFile: 'auth.ts',
  authModule: {
    imports: ["import { nextLatchkey } from 'latchkey/next'"],
    before:
      'export const { GET, POST, auth, requireUser, routeForUser, guardedProxy } = nextLatchkey(() =>\n  ',
    after: ',\n)',
  },
  files: {
    'app/layout.tsx': `import type { ReactNode } from 'react'

export const metadata = { title: 'Welcome' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
`,
    'app/page.tsx': `import { auth } from '../auth'

export default async function Home() {
  const { user } = await auth()
${reactHome('<a href="/profile">See your profile</a>')}`,
    'app/profile/page.tsx': profile,
    'app/auth/[...latchkey]/route.ts': route('../../../auth'),
    'proxy.ts': proxy,
    'next.config.ts': `import type { NextConfig } from 'next'

export default { turbopack: { root: import.meta.dirname } } satisfies NextConfig
`,
    'tsconfig.json': `${JSON.stringify(
      {
        compilerOptions: {
          target: 'ES2023',
          lib: ['dom', 'dom.iterable', 'esnext'],
          module: 'esnext',
          moduleResolution: 'bundler',
          strict: true,
          skipLibCheck: true,
          noEmit: true,
          esModuleInterop: true,
          resolveJsonModule: true,
          isolatedModules: true,
          jsx: 'react-jsx',
          incremental: true,
          plugins: [{ name: 'next' }],
          allowJs: true,
        },
        include: ['next-env.d.ts', '**/*.ts', '**/*.tsx', '.next/types/**/*.ts', '.next/dev/types/**/*.ts'],
        exclude: ['node_modules'],
      },
      null,
      2,
    )}\n`,
  },
  tellsPeer: false,
  ignored: ['.next/', 'next-env.d.ts'],
  notes: [builtNote],
  runs: 'bundle',
  existing: {
    sourcesKnownBy: 'src/app',
    authFile: 'auth.ts',
    files: { 'app/auth/[...latchkey]/route.ts': route('../../../auth'), 'proxy.ts': proxy },
    edits: [],
    byHand: [],
    environmentHint: null,
    example:
      "const { user } = await requireUser({ returnTo: '/profile' }) in a page, with requireUser from auth.ts",
  },
}
