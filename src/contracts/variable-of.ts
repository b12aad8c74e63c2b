// How a provider's id is written in the names of environment variables (docs/environment.md).

/** `my-company` -> `MY_COMPANY` */
export function variableOf(id: string): string {
  return id.toUpperCase().replaceAll('-', '_')
}

/** `teamId` -> `TEAM_ID`, appended to the provider's prefix. */
export function variableOfOption(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}
