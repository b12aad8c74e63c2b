// Returns a claim if it is a non-empty string, otherwise null, for `organizationOf`.

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
