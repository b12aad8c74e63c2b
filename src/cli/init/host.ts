// How `latchkey init` describes a host: the parts of a new project on it, and the changes to an existing one.

import type { VariablesFile } from '../variables-files.ts'
import type { Change, Files } from './changes.ts'
import type { StoreChoice } from './stores.ts'

export interface Host {
  /** The value of `--host`. */
  readonly id: string
  readonly name: string
  /** Packages by which the host of an existing project is recognized; the first matching host in the list of hosts is taken. */
  readonly knownBy: readonly string[]
  /** Files by which it is recognized too. */
  readonly knownByFiles?: readonly string[] | undefined
  /** The dependencies in package.json, besides latchkey and the packages of the store. */
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  /** `engines` of package.json. */
  readonly engines: Readonly<Record<string, string>>
  /** `start` or `dev` serves in development and reads the environment variables; `check` compiles. */
  readonly scripts: Readonly<Record<string, string>>
  /** The commands that the user types. */
  readonly commands: Commands
  /** The stores that work on it; the first is the default. */
  readonly stores: readonly StoreChoice[]
  /** The file of the module that creates `auth`, in a new project. */
  readonly authFile: string
  /** The code around `latchkey({ … })`, for hosts that need more than a constant. */
  readonly authModule: AuthModule
  /** All other files of a new project. */
  readonly files: Files
  /** Files and scripts that depend on the project's name or on the store. */
  readonly ownParts?:
    | ((project: NamedProject) => { readonly files: Files; readonly scripts: Files })
    | undefined
  /** The file of environment variables in development, and additional lines for it. Default: `.env`, without additional lines. */
  readonly variables?: { readonly file: VariablesFile; readonly lines: readonly string[] } | undefined
  /** The README's text about production. Default: one about the environment variables and `latchkey migrate`. */
  readonly production?: string | undefined
  /** Whether the host provides the address of the client, which /auth/inspect needs. */
  readonly tellsPeer: boolean
  /** Lines for .gitignore. */
  readonly ignored: readonly string[]
  /** Additional items for the README's list. */
  readonly notes: readonly string[]
  /** What runs: the sources themselves, compiled files, or a bundle, whose imports omit file extensions. */
  readonly runs: 'sources' | 'compiled' | 'bundle'
  readonly existing: ExistingPlan
}

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
  /** The code before and after `latchkey({ … })`. */
  readonly before: string
  readonly after: string
  /** Additional lines of the options. */
  readonly options?: readonly string[] | undefined
}

/** The changes to an existing project. */
export interface ExistingPlan {
  /** If this folder exists, sources are below `src/`; null if they never are. */
  readonly sourcesKnownBy: string | null
  /** The file for `auth`, relative to the folder of sources. */
  readonly authFile: string
  /** Other new files, relative to the folder of sources. */
  readonly files: Files
  /** Lines to add to existing files. */
  readonly edits: readonly SourceEdit[]
  /** What the user has to do by hand. */
  readonly byHand: readonly Reminder[]
  /** How to load `.env`, if the host does not do that itself. */
  readonly environmentHint: string | null
  /** How to protect a route, for the end of the output. */
  readonly example: string | null
  /** The parts that depend on the files of the project's folder. */
  readonly inPlace?: ((folder: string) => InPlace) | undefined
}

export interface InPlace {
  /** The store, with the names of this project. */
  readonly store: (store: StoreChoice) => StoreChoice
  readonly variables: Host['variables']
  /** Returns the scripts of package.json, with those for the development server changed. */
  readonly scripts: (scripts: Files, store: StoreChoice) => Files
  readonly parts: (project: ProjectInPlace) => ExistingParts
}

export interface ProjectInPlace {
  readonly isTypeScript: boolean
  readonly isModule: boolean
  readonly store: StoreChoice
  /** Files that create the store's tables. */
  readonly tables: Files
  /** The path under which `file` imports the module with `auth`. */
  readonly auth: (file: string) => string
}

export interface ExistingParts {
  readonly changes: readonly Change[]
  /** What the user has to do by hand. */
  readonly byHand: readonly string[]
}

/** In its lines, `{auth}` stands for the import path of the module with `auth`, `{ending}` for the project's file extension. */
export interface SourceEdit {
  /** Candidate files, relative to the folder of sources; null: the files that scripts start, and the usual names. */
  readonly files: readonly string[] | null
  /** What the user is shown if no file is found. */
  readonly place: string
  /** Imports to add at the top. */
  readonly imports: readonly string[]
  /** Matches the code after which `added` is inserted. Its group `app` captures the variable of the application. */
  readonly anchor: RegExp
  /** Separate lines, in which `{app}` stands for the application's variable, or the first item of the list that `anchor` opens. */
  readonly added: { readonly lines: readonly string[] } | { readonly item: string }
  /** A match shows that the edit has already been made. */
  readonly mark: RegExp
}

/** A sentence for the user, unless a file shows that it has already been done. */
export interface Reminder {
  readonly words: string
  readonly unless: { readonly files: readonly string[]; readonly mark: RegExp } | null
}

export const npm: Commands = { install: 'npm install', start: 'npm start', run: 'npx' }

/** A note in the README of hosts with a build. */
export const builtNote =
  '`npm run check` compiles; `npm run build` builds for production, and `npm run serve` serves what it made.'

/** The same as in Latchkey's package.json. */
export const nodeEngine = { node: '>=22.18' } as const

export const constantAuth: AuthModule = { imports: [], before: 'export const auth = ', after: '' }
