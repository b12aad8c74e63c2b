// A host whose application is a program on Node: it runs from its TypeScript sources, without a build.
import { constantAuth, type Host, type SourceEdit } from './host.ts'
import { pagesModule } from './pages-module.ts'

type Parts = Pick<Host, 'id' | 'name' | 'knownBy' | 'dependencies' | 'devDependencies'> & {
  /** Default: true. */
  readonly tellsPeer?: boolean
  readonly server: string
  readonly edit: SourceEdit | null
}

export function serverHost({ server, edit, tellsPeer = true, ...host }: Parts): Host {
  return {
    ...host,
    scripts: {
      start: 'node --env-file-if-exists=.env server.ts',
      dev: 'node --watch --env-file-if-exists=.env server.ts',
    },
    compilerOptions: {},
    authFile: 'auth.ts',
    authModule: constantAuth,
    files: { 'server.ts': server, 'pages.ts': pagesModule },
    tellsPeer,
    ignored: [],
    existing: { authFile: 'auth.ts', files: {}, edit },
  }
}
