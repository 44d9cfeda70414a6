import { join } from 'node:path'
import { openDatabase } from '@milepost/service-kit/open-database'
import { writeOpenApi } from '@milepost/service-kit/openapi'
import { buildApp } from './app.ts'
import { openFileStorage } from './attachments/file-storage.ts'

// Describes the routes. Nothing here connects to anything: a pool does so when it is first asked.
const nothing = async () => {}
const { db } = openDatabase('postgresql://nobody@127.0.0.1/nothing', {
  onError: () => {},
  applicationName: 'write-openapi',
})
const version = '0.1.0'
const app = await buildApp({
  db,
  storage: openFileStorage('nothing'),
  attachmentLimits: { bytesMax: 0, quotaBytes: 0 },
  version,
  logLevel: 'SILENT',
  jwtSecret: 'only describes the routes, signs nothing',
  serviceSecret: 'only describes the routes, signs nothing',
  checks: { database: nothing, redis: nothing },
  poke: () => {},
  now: () => new Date(),
})
const folder = join(import.meta.dirname, '../../../docs/api/openapi')
await writeOpenApi(app, join(folder, 'project-service.yaml'), {
  title: 'Milepost project service',
  version,
})
await app.close()
