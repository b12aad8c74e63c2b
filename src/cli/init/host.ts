// How `latchkey init` describes a host: what a new project on it consists of, and what an existing one needs.

import type { StoreChoice } from './stores.ts'

export type Files = Readonly<Record<string, string>>

export interface Host {
  /** What `--host` says. */
  readonly id: string
  readonly name: string
  /** Packages of an existing project by which the host is known; the first of the table that fits wins. */
  readonly knownBy: readonly string[]
  /** What package.json asks for, beside latchkey and the store's packages. */
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  /** `engines` of package.json. */
  readonly engines: Readonly<Record<string, string>>
  /** `start` serves in development, and reads `.env`; `check` compiles. */
  readonly scripts: Readonly<Record<string, string>>
  /** What people type. */
  readonly commands: Commands
  /** The stores that work on it; the first is the usual one. */
  readonly stores: readonly StoreChoice[]
  /** Where the module that makes `auth` stands in a new project. */
  readonly authFile: string
  /** Wraps `latchkey({ … })`, where the host asks for more than a constant. */
  readonly authModule: AuthModule
  /** All further files of a new project. */
  readonly files: Files
  /** It tells from where a connection comes, which /auth/inspect wants to know. */
  readonly tellsPeer: boolean
  /** Lines for .gitignore. */
  readonly ignored: readonly string[]
  /** Further lines of the README's list. */
  readonly notes: readonly string[]
  /** A bundler reads its sources: they are modules, and imports name files without their ending. */
  readonly isBundled: boolean
  readonly existing: ExistingPlan
}

export interface Commands {
  readonly install: string
  readonly start: string
  /** Runs a command of an installed package. */
  readonly run: string
}

export interface AuthModule {
  readonly imports: readonly string[]
  /** Text before and after `latchkey({ … })`. */
  readonly before: string
  readonly after: string
}

/** What an existing project gets. */
export interface ExistingPlan {
  /** The folder that shows, where it is there, that sources are below `src/`; null where they never are. */
  readonly sourcesKnownBy: string | null
  /** Where `auth` goes, below the folder of sources. */
  readonly authFile: string
  /** Further new files, below the folder of sources. */
  readonly files: Files
  /** Lines to be added to files that are there. */
  readonly edits: readonly SourceEdit[]
  /** What is always left to do by hand. */
  readonly byHand: readonly string[]
  /** How `.env` is read, where the host does not do it by itself. */
  readonly environmentHint: string | null
  /** How to protect a route, for the last words. */
  readonly example: string | null
}

export interface SourceEdit {
  /** Imports to be added at the top. */
  readonly imports: readonly string[]
  /** The line after which `lines` go: what it captures as `app` is the application's name. */
  readonly anchor: RegExp
  /** `{app}` is the application's name. */
  readonly lines: readonly string[]
  /** Shows by its presence that nothing is left to do. */
  readonly mark: string
}

export const npm: Commands = { install: 'npm install', start: 'npm start', run: 'npx' }

/** What the package itself asks for. */
export const nodeEngine = { node: '>=22.18' } as const

export const constantAuth: AuthModule = { imports: [], before: 'export const auth = ', after: '' }
