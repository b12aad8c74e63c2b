// Where a form of the routes goes: it works before any script runs, and without.

export interface FormParts {
  /** Default: this page, or the server's first page where no script runs. */
  readonly returnTo?: string | undefined
  readonly params?: Readonly<Record<string, string>> | undefined
}

/** `route` begins with a slash. */
export function formAction(base: string, route: string, { returnTo, params }: FormParts): string {
  const query = new URLSearchParams({ ...params, ...(returnTo === undefined ? {} : { returnTo }) }).toString()
  return `${base}${route}${query && `?${query}`}`
}
