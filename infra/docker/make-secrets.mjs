// Makes every password and key at the first start, and hands each process its own, in a volume that no
// other process sees. A later start hands out the same ones again.
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

const kept = '/run/secrets/secrets.json'
/** The user `node` of our images. */
const node = 1000
/** The user `rustfs` of the store's. */
const rustfs = 10001
const services = ['auth', 'project', 'insights', 'timesheet']

const known = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}
// What only a later version needs is made by that one's first start.
const secrets = { ...make(), ...known }
if (Object.keys(secrets).some((name) => known[name] === undefined)) keep(secrets)
const { owner, databases, storage, ...keys } = secrets
const url = (user, password) => `postgresql://${user}:${password}@postgres:5432/project_mgmt`

// PostgreSQL's image reads it as a user of its own choice.
writeFileSync('/run/milepost/postgres/password', owner, { mode: 0o444 })
hand('migrate', {
  DATABASE_URL: url('milepost', owner),
  ...Object.fromEntries(
    services.map((name) => [`${name.toUpperCase()}_DB_PASSWORD`, databases[name]]),
  ),
})
give('/run/milepost/storage/access-key', rustfs, storage.accessKey)
give('/run/milepost/storage/secret-key', rustfs, storage.secretKey)
const ownSettings = {
  project: { S3_ACCESS_KEY_ID: storage.accessKey, S3_SECRET_ACCESS_KEY: storage.secretKey },
}
for (const name of services)
  hand(name, {
    DATABASE_URL: url(`${name}_service`, databases[name]),
    ...keys,
    ...ownSettings[name],
  })
hand('gateway', keys)

function make() {
  const secret = () => randomBytes(32).toString('hex')
  return {
    owner: secret(),
    databases: Object.fromEntries(services.map((name) => [name, secret()])),
    JWT_SECRET_KEY: secret(),
    SERVICE_SECRET_KEY: secret(),
    storage: { accessKey: secret().slice(0, 20), secretKey: secret() },
  }
}

/** At once or not at all: without them nobody gets at the data any more. */
function keep(secrets) {
  writeFileSync(`${kept}.new`, JSON.stringify(secrets), { mode: 0o400 })
  renameSync(`${kept}.new`, kept)
}

function hand(name, settings) {
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}\n`)
  give(`/run/milepost/${name}/settings.env`, node, lines.join(''))
}

/** A file for one user's eyes only. */
function give(file, user, text) {
  writeFileSync(file, text, { mode: 0o400 })
  chownSync(file, user, user)
}
