// How `latchkey init` describes a host: what a new project on it consists of, and what an existing one needs.

export type Files = Readonly<Record<string, string>>

export interface Host {
  /** What `--host` says. */
  readonly id: string
  readonly name: string
  /** Packages of an existing project by which the host is known; the first of the table that fits wins. */
  readonly knownBy: readonly string[]
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly scripts: Readonly<Record<string, string>>
  /** `compilerOptions` beside the usual ones; null where the files have a tsconfig.json of their own. */
  readonly compilerOptions: Readonly<Record<string, unknown>> | null
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
  readonly existing: ExistingPlan
}

export interface AuthModule {
  readonly imports: readonly string[]
  /** Text before and after `latchkey({ … })`. */
  readonly before: string
  readonly after: string
}

/** What an existing project gets. `{auth}` is the module with `auth`, as an import names it. */
export interface ExistingPlan {
  /** Where `auth` goes, below the folder of sources. */
  readonly authFile: string
  /** Further new files, below the folder of sources (or `app`, for Next.js). */
  readonly files: Files
  /** Lines to be added to the file that has `anchor`; null where the new files are all. */
  readonly edit: SourceEdit | null
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
  /** How to protect a route, for the last words. */
  readonly example: string
}

export const constantAuth: AuthModule = { imports: [], before: 'export const auth = ', after: '' }
