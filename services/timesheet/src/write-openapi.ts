import { join } from 'node:path'
import { openDatabase } from '@milepost/service-kit/open-database'
import { writeOpenApi } from '@milepost/service-kit/openapi'
import { buildApp } from './app.ts'

// Describes the routes. Nothing here connects to anything: a pool does so when it is first asked.
const nothing = async () => {}
const { db } = openDatabase('postgresql://nobody@127.0.0.1/nothing', {
  onError: () => {},
  applicationName: 'write-openapi',
})
const version = '0.1.0'
const app = await buildApp({
  db,
  jwtSecret: 'only describes the routes, signs nothing',
  serviceSecret: 'only describes the routes, signs nothing',
  logLevel: 'SILENT',
  version,
  now: () => new Date(),
  onWritten: () => {},
  checks: { database: nothing, redis: nothing },
})
const folder = join(import.meta.dirname, '../../../docs/api/openapi')
await writeOpenApi(app, join(folder, 'timesheet-service.yaml'), {
  title: 'Milepost timesheet service',
  version,
})
await app.close()
