// A claim that is text, or null: what `organizationOf` answers.

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
