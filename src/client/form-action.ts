// The action of a form of the routes, which works before any script runs, and without scripts.

export interface FormParts {
  /** Default: this page, or the server's start page without scripts. */
  readonly returnTo?: string | undefined
  readonly params?: Readonly<Record<string, string>> | undefined
}

/** `route` begins with a slash. */
export function formAction(base: string, route: string, { returnTo, params }: FormParts): string {
  const query = new URLSearchParams({ ...params, ...(returnTo === undefined ? {} : { returnTo }) }).toString()
  return `${base}${route}${query && `?${query}`}`
}
