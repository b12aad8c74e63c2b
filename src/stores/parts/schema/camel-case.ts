// Table and column names, in the style of code.

/** `latchkey_users` becomes `latchkeyUsers`. */
export function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** `latchkey_users` becomes `LatchkeyUsers`. */
export function pascalCase(name: string): string {
  return camelCase(`_${name}`)
}
