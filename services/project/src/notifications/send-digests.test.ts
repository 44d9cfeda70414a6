import { notifications } from '@milepost/db-schemas/notifications'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addProject,
  addTask,
  correlationId,
  openService,
} from '#test/harness.ts'
import { notify } from './notify.ts'
import { openMail } from './open-mail.ts'
import { replacePreferences } from './preferences.ts'
import { sendDigests } from './send-digests.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { app } = await openService(db)
let received: ParsedMail[] = []
let refusing = false

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    if (refusing) {
      stream.resume()
      stream.once('end', () => done(new Error('mailbox full')))
      return
    }
    simpleParser(stream).then((mail) => {
      received.push(mail)
      done()
    }, done)
  },
})
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve)
})
const address = server.server.address()
const port = typeof address === 'object' ? address?.port : undefined
const mail = openMail(`smtp://127.0.0.1:${port}`, 'Milepost <milepost@milepost.example>')
afterAll(async () => {
  await mail.close()
  await new Promise<void>((resolve) => {
    server.close(resolve)
  })
})

beforeEach(async () => {
  received = []
  refusing = false
  await db.delete(notifications)
})

const deps = {
  db,
  log: app.log,
  sendMail: mail.send,
  publicUrl: 'https://milepost.example',
}

async function tell(userId: string, kinds: ('assigned' | 'due_soon')[]) {
  const project = await addProject(db, { name: 'WAF/API Security' })
  for (const kind of kinds) {
    const task = await addTask(db, { project_id: project.id, title: 'Renew the edge certificate' })
    const about = { kind, project_id: project.id, task_id: task.id, actor_user_id: null }
    await db.transaction((tx) =>
      notify(
        tx,
        { ...about, detail: { due_date: '2026-11-19' }, group_key: `${kind}:${task.id}` },
        { userIds: [userId], correlationId, at: new Date() },
      ),
    )
  }
}

test('everything unread is one mail, with links, and is sent once', async () => {
  const sara = await addPerson(db, { name: 'Sara Andersson' })
  await tell(sara, ['assigned', 'due_soon'])

  expect(await sendDigests(deps)).toBe(1)
  expect(await sendDigests(deps)).toBe(0)

  expect(received).toHaveLength(1)
  const [digest] = received
  expect(digest?.subject).toBe('2 things in WAF/API Security')
  expect(digest?.text).toContain('Hello Sara Andersson')
  expect(digest?.text).toContain('Renew the edge certificate is due on 2026-11-19')
  expect(digest?.text).toMatch(/https:\/\/milepost\.example\/projects\/[0-9a-f-]+\/board\?task=/)
})

test('what was read before is not mailed', async () => {
  const sara = await addPerson(db)
  await tell(sara, ['assigned'])
  await db.update(notifications).set({ read_at: new Date() }).where(eq(notifications.user_id, sara))
  expect(await sendDigests(deps)).toBe(0)
})

test('a mail that the server refuses is sent the next time', async () => {
  await tell(await addPerson(db), ['assigned'])
  refusing = true
  expect(await sendDigests(deps)).toBe(0)
  refusing = false
  expect(await sendDigests(deps)).toBe(1)
  expect(received).toHaveLength(1)
})

test('several processes at once send each mail once', async () => {
  for (const person of [await addPerson(db), await addPerson(db)]) await tell(person, ['assigned'])
  const sent = await Promise.all([sendDigests(deps), sendDigests(deps), sendDigests(deps)])
  expect(sent.reduce((sum, one) => sum + one, 0)).toBe(2)
  expect(received).toHaveLength(2)
})

test('a kind that its reader wants in no digest stays in the inbox', async () => {
  const sara = await addPerson(db)
  await replacePreferences(db, actorWith('contributor', { id: sara }), [
    { project_id: null, kind: 'due_soon', in_app: true, in_digest: false },
  ])
  await tell(sara, ['assigned', 'due_soon'])
  expect(await sendDigests(deps)).toBe(1)
  expect(received[0]?.subject).toBe('One thing in WAF/API Security')
  expect(await db.$count(notifications, eq(notifications.user_id, sara))).toBe(2)
})
