// Names of tables and columns in code.

/** `latchkey_users`: `latchkeyUsers`. */
export function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** `latchkey_users`: `LatchkeyUsers`. */
export function pascalCase(name: string): string {
  return camelCase(`_${name}`)
}
