// The application's own table of users. Latchkey keeps accounts and sessions in its own tables, under the same user ids.
import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'

export interface AppUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly picture: string | null
  /** Chosen by the user. */
  readonly nickname: string | null
}

export type NewUser = Omit<AppUser, 'id' | 'nickname'>

export interface UserTable {
  find(id: string): AppUser | null
  /** Returns the new user's id. */
  create(user: NewUser): string
  update(id: string, user: NewUser): void
  rename(id: string, nickname: string): void
  delete(id: string): void
}

export function openUsers(file: string): UserTable {
  const database = new DatabaseSync(file)
  database.exec(`create table if not exists users (
    id text primary key, name text not null, email text not null, picture text, nickname text
  )`)
  const select = database.prepare('select id, name, email, picture, nickname from users where id = ?')
  const insert = database.prepare('insert into users (id, name, email, picture) values (?, ?, ?, ?)')
  const update = database.prepare('update users set name = ?, email = ?, picture = ? where id = ?')
  const rename = database.prepare('update users set nickname = ? where id = ?')
  const remove = database.prepare('delete from users where id = ?')
  return {
    find: (id) => (select.get(id) as AppUser | undefined) ?? null,
    create({ name, email, picture }) {
      const id = randomUUID()
      insert.run(id, name, email, picture)
      return id
    },
    update: (id, { name, email, picture }) => void update.run(name, email, picture, id),
    rename: (id, nickname) => void rename.run(nickname, id),
    delete: (id) => void remove.run(id),
  }
}
