// The part of Standard Schema (https://standardschema.dev) that is used here. Valibot, Zod, ArkType and others implement it, so
// the application can use its own schema library, and Latchkey imports none.
import type { MaybePromise } from './maybe-promise.ts'

/** A schema of any library that implements https://standardschema.dev, such as Zod, Valibot or ArkType. */
export interface StandardSchema<Output> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => MaybePromise<SchemaResult<Output>>
  }
}

export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] }

export interface SchemaIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}
