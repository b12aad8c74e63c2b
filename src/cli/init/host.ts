// How `latchkey init` describes a host: what a new project on it consists of, and what an existing one needs.

import type { Change, Files } from './changes.ts'
import type { StoreChoice } from './stores.ts'

export interface Host {
  /** What `--host` says. */
  readonly id: string
  readonly name: string
  /** Packages of an existing project by which the host is known; the first of the table that fits wins. */
  readonly knownBy: readonly string[]
  /** Files that tell it too. */
  readonly knownByFiles?: readonly string[] | undefined
  /** What package.json asks for, beside latchkey and the store's packages. */
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  /** `engines` of package.json. */
  readonly engines: Readonly<Record<string, string>>
  /** `start` or `dev` serves in development, and reads the variables; `check` compiles. */
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
  /** Those that name the project or the store, and scripts that do. */
  readonly ownParts?:
    | ((project: NamedProject) => { readonly files: Files; readonly scripts: Files })
    | undefined
  /** Where development reads variables, and what stands there besides. Default: `.env`, and nothing. */
  readonly variables?: { readonly file: VariablesFile; readonly lines: readonly string[] } | undefined
  /** What production needs, for the README. Default: the variables, and `latchkey migrate`. */
  readonly production?: string | undefined
  /** It tells from where a connection comes, which /auth/inspect wants to know. */
  readonly tellsPeer: boolean
  /** Lines for .gitignore. */
  readonly ignored: readonly string[]
  /** Further lines of the README's list. */
  readonly notes: readonly string[]
  /** What runs: the sources as they are, what a compiler makes of each file, or a bundle, whose imports name files without an ending. */
  readonly runs: 'sources' | 'compiled' | 'bundle'
  readonly existing: ExistingPlan
}

/** Read by Node and most frameworks, or by Wrangler. */
export type VariablesFile = '.env' | '.dev.vars'

export interface NamedProject {
  readonly name: string
  readonly store: StoreChoice
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
  /** Further lines of the options. */
  readonly options?: readonly string[] | undefined
}

/** What an existing project gets. */
export interface ExistingPlan {
  /** If this folder exists, sources are below `src/`; null if they never are. */
  readonly sourcesKnownBy: string | null
  /** Where `auth` goes, below the folder of sources. */
  readonly authFile: string
  /** Further new files, below the folder of sources. */
  readonly files: Files
  /** Lines to be added to files that are there. */
  readonly edits: readonly SourceEdit[]
  /** What is left to do by hand. */
  readonly byHand: readonly Reminder[]
  /** How `.env` is read, where the host does not do it by itself. */
  readonly environmentHint: string | null
  /** How to protect a route, for the last words. */
  readonly example: string | null
  /** What depends on the files of this folder. */
  readonly inPlace?: ((folder: string) => InPlace) | undefined
}

export interface InPlace {
  /** The store, as this project calls it. */
  readonly store: (store: StoreChoice) => StoreChoice
  readonly variables: Host['variables']
  /** The scripts of package.json, with those that serve in development changed. */
  readonly scripts: (scripts: Files, store: StoreChoice) => Files
  readonly parts: (project: ProjectInPlace) => ExistingParts
}

export interface ProjectInPlace {
  readonly isTypeScript: boolean
  readonly isModule: boolean
  readonly store: StoreChoice
  /** What makes the store's tables. */
  readonly tables: Files
  /** The module with `auth`, as a file names it. */
  readonly auth: (file: string) => string
}

export interface ExistingParts {
  readonly changes: readonly Change[]
  /** What is left to do by hand. */
  readonly byHand: readonly string[]
}

/** `{auth}` in a line is the module with `auth`, as an import in this file names it; `{ending}` is that of the project's files. */
export interface SourceEdit {
  /** The files in which it may be, below the folder of sources; null: what scripts start, or a usual name. */
  readonly files: readonly string[] | null
  /** What it is called where it is not found. */
  readonly place: string
  /** Imports to be added at the top. */
  readonly imports: readonly string[]
  /** What `added` goes behind. What it captures as `app` is the application's name. */
  readonly anchor: RegExp
  /** Lines of their own, where `{app}` is the application's name, or the first item of the list that `anchor` opens. */
  readonly added: { readonly lines: readonly string[] } | { readonly item: string }
  /** Shows by its presence that nothing is left to do. */
  readonly mark: RegExp
}

/** A sentence for the person, where no file shows that they have done it. */
export interface Reminder {
  readonly words: string
  readonly unless: { readonly files: readonly string[]; readonly mark: RegExp } | null
}

export const npm: Commands = { install: 'npm install', start: 'npm start', run: 'npx' }

/** For the README of a host with a build. */
export const builtNote =
  '`npm run check` compiles; `npm run build` builds for production, and `npm run serve` serves what it made.'

/** What the package itself asks for. */
export const nodeEngine = { node: '>=22.18' } as const

export const constantAuth: AuthModule = { imports: [], before: 'export const auth = ', after: '' }
