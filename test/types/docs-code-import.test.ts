// The import script of docs/from-your-own-tables.md, run on the tables of the systems that people migrate from, with the
// `select` from each guide.
import assert from 'node:assert/strict'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, test } from 'node:test'
import { github } from 'latchkey/providers/github'
import { google } from 'latchkey/providers/google'
import { sqlite } from 'latchkey/stores/sqlite'
import { ProgramFolder, readCodeBlocks } from '../support/code-blocks.ts'

const script = readCodeBlocks('docs/from-your-own-tables.md').find(({ code }) =>
  code.startsWith('// import-users.ts'),
)

function selectsOf(document: string): readonly string[] {
  return readCodeBlocks(document)
    .filter(({ language }) => language === 'sql')
    .map(({ code }) => code)
}

/** Ada with Google and GitHub, Bo with GitHub, as each system stores them. */
const cases: readonly {
  readonly name: string
  readonly schema: string
  readonly select: string | undefined
}[] = [
  {
    name: 'tables of one’s own',
    select: undefined,
    schema: `
      create table users (id integer, name text, email text, picture text);
      create table logins (user_id integer, provider text, subject text);
      insert into users values (1, 'Ada', 'ada@example.org', null), (2, 'Bo', null, '');
      insert into logins values (1, 'google', '1001'), (1, 'github', '7'), (2, 'github', '8'), (2, 'orkut', '9');`,
  },
  {
    name: 'Auth.js',
    select: selectsOf('docs/from-auth-js.md')[0],
    schema: `
      create table users (id text, name text, email text, "emailVerified" text, image text);
      create table accounts ("userId" text, type text, provider text, "providerAccountId" text, access_token text);
      insert into users values ('1', 'Ada', 'ada@example.org', null, null), ('2', 'Bo', null, null, null);
      insert into accounts values ('1', 'oidc', 'google', '1001', 'x'), ('1', 'oauth', 'github', '7', 'x'),
        ('2', 'oauth', 'github', '8', 'x'), ('2', 'oauth', 'orkut', '9', 'x'), ('2', 'email', 'resend', 'bo@x', null);`,
  },
  {
    name: 'Better Auth',
    select: selectsOf('docs/from-better-auth.md')[0],
    schema: `
      create table "user" (id text, name text, email text, "emailVerified" integer, image text);
      create table account (id text, "accountId" text, "providerId" text, "userId" text, password text);
      insert into "user" values ('1', 'Ada', 'ada@example.org', 1, null), ('2', 'Bo', '', 0, null);
      insert into account values ('a', '1001', 'google', '1', null), ('b', '7', 'github', '1', null),
        ('c', '8', 'github', '2', null), ('d', '9', 'orkut', '2', null), ('e', '2', 'credential', '2', 'hash');`,
  },
  {
    name: 'Passport',
    select: selectsOf('docs/from-passport.md')[0],
    schema: `
      create table users (id integer, username text, name text);
      create table federated_credentials (user_id integer, provider text, subject text);
      insert into users values (1, 'ada@example.org', 'Ada'), (2, null, 'Bo');
      insert into federated_credentials values (1, 'https://accounts.google.com', '1001'),
        (1, 'https://github.com/login/oauth', '7'), (2, 'github', '8'), (2, 'https://orkut.example', '9');`,
  },
  {
    name: 'Passport, a column for each provider',
    select: selectsOf('docs/from-passport.md')[1],
    schema: `
      create table users (id integer, name text, email text, picture text, google_id text, github_id integer);
      insert into users values (1, 'Ada', 'ada@example.org', null, '1001', 7), (2, 'Bo', null, null, null, 8);`,
  },
]

describe('the import script', () => {
  for (const { name, schema, select } of cases) {
    test(`${name}: users keep their ids, accounts their issuer and subject; a second run changes nothing`, async () => {
      assert.ok(script)
      const folder = new ProgramFolder()
      try {
        const old = new DatabaseSync(path.join(folder.path, 'old.db'))
        old.exec(schema)
        old.close()
        const code =
          select === undefined
            ? script.code
            : script.code.replace(/prepare\(`.*?`\)/s, `prepare(\`${select}\`)`)
        folder.write('import-users.ts', code)
        const run = () => folder.run(['--conditions=latchkey-source', 'import-users.ts'])
        const first = await run()
        assert.match(first.output, /created: 2/)
        assert.match(first.output, /linked: 1/)
        const second = await run()
        assert.match(second.output, /'already-linked': 3/)

        const store = sqlite(path.join(folder.path, 'app.db'))
        const owner = async (issuer: string, subject: string) =>
          (await store.users.findAccount({ issuer, subject }))?.userId
        assert.equal(await owner(google().issuer, '1001'), '1')
        assert.equal(await owner(github().issuer, '7'), '1')
        assert.equal(await owner(github().issuer, '8'), '2')
        assert.deepEqual(
          [(await store.users.find('1'))?.email, (await store.users.find('2'))?.email],
          ['ada@example.org', null],
        )
        await store.close()
      } finally {
        folder.remove()
      }
    })
  }
})
