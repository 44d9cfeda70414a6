// Makes every password and key at the first start, and hands each process its own, in a volume that no
// other process sees. A later start hands out the same ones again.
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs'

const kept = '/run/secrets/secrets.json'
/** The user `node` of the images. */
const node = 1000
const services = ['auth', 'project', 'insights', 'timesheet']

const secrets = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : make()
const { owner, databases, ...keys } = secrets
const url = (user, password) => `postgresql://${user}:${password}@postgres:5432/project_mgmt`

// PostgreSQL's image reads it as a user of its own choice.
writeFileSync('/run/milepost/postgres/password', owner, { mode: 0o444 })
hand('migrate', {
  DATABASE_URL: url('milepost', owner),
  ...Object.fromEntries(
    services.map((name) => [`${name.toUpperCase()}_DB_PASSWORD`, databases[name]]),
  ),
})
for (const name of services)
  hand(name, { DATABASE_URL: url(`${name}_service`, databases[name]), ...keys })
hand('gateway', keys)

function make() {
  const secret = () => randomBytes(32).toString('hex')
  const made = {
    owner: secret(),
    databases: Object.fromEntries(services.map((name) => [name, secret()])),
    JWT_SECRET_KEY: secret(),
    SERVICE_SECRET_KEY: secret(),
  }
  writeFileSync(kept, JSON.stringify(made), { mode: 0o400 })
  return made
}

function hand(name, settings) {
  const file = `/run/milepost/${name}/settings.env`
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}\n`)
  writeFileSync(file, lines.join(''), { mode: 0o400 })
  chownSync(file, node, node)
}
