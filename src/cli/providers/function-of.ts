// How the module of a catalogue entry calls what makes the provider.

/** `login-gov` exports `loginGov`. */
export function functionOf(id: string): string {
  return id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
