// Writes one settings file per process into a volume, once. Nothing is overwritten: a second start
// finds the secrets of the first, and the database its passwords.
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, writeFileSync } from 'node:fs'

const dir = '/run/milepost'
/** The user `node` of the images. */
const node = 1000
const secret = () => randomBytes(32).toString('hex')

if (existsSync(`${dir}/complete`)) process.exit(0)

const owner = secret()
const databases = { auth: secret(), project: secret(), insights: secret(), timesheet: secret() }
const shared = { JWT_SECRET_KEY: secret(), SERVICE_SECRET_KEY: secret() }
const url = (user, password) => `postgresql://${user}:${password}@postgres:5432/project_mgmt`

write('postgres-password', owner)
writeEnv('migrate', {
  DATABASE_URL: url('milepost', owner),
  ...Object.fromEntries(
    Object.entries(databases).map(([name, password]) => [
      `${name.toUpperCase()}_DB_PASSWORD`,
      password,
    ]),
  ),
})
for (const [name, password] of Object.entries(databases))
  writeEnv(name, { DATABASE_URL: url(`${name}_service`, password), ...shared })
writeEnv('gateway', shared)
// Last, because its presence says that the rest is there.
write('complete', '')

function writeEnv(name, settings) {
  write(
    `${name}.env`,
    Object.entries(settings)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  )
}

function write(name, text) {
  writeFileSync(`${dir}/${name}`, text, { mode: 0o400 })
  chownSync(`${dir}/${name}`, node, node)
}
