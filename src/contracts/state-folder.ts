// The folder for generated development data: a secret, the local identity provider's keys, an SQLite file. Node's file system
// is a parameter, since most platforms have none.

export const STATE_FOLDER = '.latchkey'

interface FileSystem {
  mkdirSync(folder: string, options: { readonly recursive: true; readonly mode: number }): unknown
  writeFileSync(file: string, text: string, options: { readonly flag: 'wx' }): void
}

/**
 * Creates a folder if it is missing, accessible to its owner only. The state folder must not be committed, so it also gets a
 * `.gitignore`. Throws what `mkdirSync` throws.
 */
export function makeOwnFolder(fs: FileSystem, folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (folder.split(/[/\\]/).at(-1) !== STATE_FOLDER) return
  try {
    fs.writeFileSync(`${folder}/.gitignore`, '*\n', { flag: 'wx' })
  } catch {
    // The file exists already, or the folder is read-only.
  }
}
