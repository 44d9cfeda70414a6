import { createHash, randomBytes } from 'node:crypto'
import {
  type AttachmentView,
  attachmentListSchema,
  attachmentSchema,
} from '@milepost/api-contracts/discussion'
import { taskAttachments } from '@milepost/db-schemas/discussion'
import { outbox } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import sharp from 'sharp'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  actorWith,
  addPerson,
  addTask,
  announced,
  attachmentLimits,
  openService,
  sameForBoth,
} from '#test/harness.ts'

const db = await openTestDatabase({ role: 'project_service' })
const { send } = await openService(db)
const author = actorWith('contributor', { id: await addPerson(db, { name: 'Sara Lind' }) })
const manager = actorWith('project_manager', { id: await addPerson(db, { name: 'Priya Raman' }) })
const { bytesMax } = attachmentLimits

const png = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#3a57d0' } })
  .png()
  .toBuffer()
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n')

const boundary = 'a-boundary'
const part = (content: Buffer, name = 'picture.png', type = 'image/png') =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n'),
  ])
const end = Buffer.from(`--${boundary}--\r\n`)
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }

const post = (taskId: string, body: Buffer, actor: Actor | null = author, headers = {}) =>
  send(actor, {
    ...{ method: 'POST', url: `/tasks/${taskId}/attachments`, body },
    headers: { ...multipart, ...headers },
  })
const upload = (taskId: string, content: Buffer, name?: string, type?: string) =>
  post(taskId, Buffer.concat([part(content, name, type), end]))
async function uploaded(
  taskId: string,
  ...file: [Buffer, string?, string?]
): Promise<AttachmentView> {
  return attachmentSchema.parse((await upload(taskId, ...file)).json())
}
const get = (path: string, actor = author, headers = {}) =>
  send(actor, { method: 'GET', url: path, headers })
const list = async (taskId: string) =>
  attachmentListSchema.parse((await get(`/tasks/${taskId}/attachments`)).json())

test('POST attachment, 201: what is downloaded is what was sent, and it is announced', async () => {
  const task = await addTask(db, { assignee_id: author.id })
  await db.delete(outbox)

  const added = await uploaded(task.id, png, 'rack plan.png')

  expect(added).toMatchObject({
    ...{ task_id: task.id, file_name: 'rack plan.png', content_type: 'image/png' },
    ...{ size_bytes: png.length, has_thumbnail: true, can: { delete: true } },
    sha256: createHash('sha256').update(png).digest('hex'),
    uploaded_by: { id: author.id, display_name: 'Sara Lind' },
  })
  expect(await list(task.id)).toEqual({
    items: [added],
    bytes_max: bytesMax,
    can: { attach: true },
  })
  const download = await get(`/attachments/${added.id}`)
  expect(download.rawPayload.equals(png)).toBe(true)
  expect(await announced(db)).toMatchObject([
    { event_type: 'attachment.added', attachment_id: added.id, task_id: task.id },
  ])
})

test('GET thumbnail, 200: the picture at most 320 pixels wide, as WebP; again 304', async () => {
  const task = await addTask(db, { assignee_id: author.id })
  const { id } = await uploaded(task.id, png)
  const response = await get(`/attachments/${id}/thumbnail`)
  expect(response.headers['content-type']).toBe('image/webp')
  const { width, height, format } = await sharp(response.rawPayload).metadata()
  expect({ width, height, format }).toEqual({ width: 320, height: 200, format: 'webp' })
  const known = { 'if-none-match': String(response.headers.etag) }
  expect((await get(`/attachments/${id}/thumbnail`, author, known)).statusCode).toBe(304)
})

test.each([
  ['an SVG that says it is a PNG', svg, 'image/png', 'attachment'],
  ['HTML that says it is a PNG', html, 'image/png', 'attachment'],
  ['HTML', html, 'text/html', 'attachment'],
  ['plain text', Buffer.from('Rack 4, unit 12: grün'), 'text/html', 'attachment'],
  ['bytes of no kind', Buffer.from([0, 1, 2, 3]), 'application/pdf', 'attachment'],
  ['a PNG that says it is HTML', png, 'text/html', 'inline'],
  ['a PDF', pdf, 'application/octet-stream', 'inline'],
])('GET attachment: %s is only ever shown as what it is', async (_, content, claimed, kind) => {
  const task = await addTask(db, { assignee_id: author.id })
  const { id, content_type, has_thumbnail } = await uploaded(task.id, content, 'x.html', claimed)
  const { headers } = await get(`/attachments/${id}`)
  expect(headers['content-disposition']).toMatch(new RegExp(`^${kind}; filename="x.html"`))
  expect(headers).toMatchObject({
    'content-type': expect.stringMatching(new RegExp(`^${content_type}`)),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  })
  expect(content_type).not.toMatch(/html|svg/)
  expect(has_thumbnail).toBe(content === png)
  const small = await get(`/attachments/${id}/thumbnail`)
  expect(small.statusCode).toBe(content === png ? 200 : 404)
})

test('a picture that breaks off in the middle is kept as a file without a small picture', async () => {
  const task = await addTask(db, { assignee_id: author.id })
  const broken = await uploaded(task.id, png.subarray(0, 60))
  expect(broken).toMatchObject({ content_type: 'image/png', has_thumbnail: false })
})

test('a picture of a hundred million pixels in a few bytes is kept without a small picture', async () => {
  const task = await addTask(db, { assignee_id: author.id })
  const size = { width: 12_000, height: 9_000, channels: 3 as const, background: '#000' }
  const bomb = await sharp({ create: size }).png({ palette: true, colours: 2 }).toBuffer()
  expect(bomb.length).toBeLessThan(bytesMax)
  expect(await uploaded(task.id, bomb)).toMatchObject({ has_thumbnail: false })
})

test.each([
  ['larger than allowed', Buffer.concat([part(randomBytes(bytesMax + 1)), end]), 413],
  ['two files', Buffer.concat([part(png), part(png), end]), 400],
  ['no file', end, 400],
  ['a body that ends in the middle', part(png).subarray(0, 400), 400],
])('POST attachment, refused: %s leaves no row and no event', async (_, body, status) => {
  const task = await addTask(db, { assignee_id: author.id })
  await db.delete(outbox)
  const before = await db.select().from(taskAttachments)
  expect((await post(task.id, body)).statusCode).toBe(status)
  expect(await db.select().from(taskAttachments)).toEqual(before)
  expect(await announced(db)).toEqual([])
})

test('POST attachment, 415: anything but multipart', async () => {
  const task = await addTask(db, { assignee_id: author.id })
  const json = { 'content-type': 'application/json' }
  expect((await post(task.id, Buffer.from('{}'), author, json)).statusCode).toBe(415)
})

test('POST attachment, 422: over the quota of its project, also when all arrive at once; a deletion makes room', async () => {
  const task = await addTask(db, { assignee_id: author.id })
  const content = randomBytes(120_000)
  const answers = await Promise.all(Array.from({ length: 6 }, () => upload(task.id, content)))
  const statuses = answers.map(({ statusCode }) => statusCode).sort()
  expect(statuses).toEqual([201, 201, 201, 201, 422, 422])
  const refusal = answers.find(({ statusCode }) => statusCode === 422)
  expect(refusal?.json()).toMatchObject({ type: '/problems/quota-exceeded' })
  const { items } = await list(task.id)
  await send(author, { method: 'DELETE', url: `/attachments/${items[0]?.id}` })
  expect((await upload(task.id, content)).statusCode).toBe(201)
})

test('DELETE attachment, 204: its sender, a manager or an administrator; then nothing is there', async () => {
  const other = actorWith('contributor', { id: await addPerson(db) })
  for (const actor of [author, manager, actorWith('admin', { team_ids: [] })]) {
    const task = await addTask(db, { assignee_id: author.id })
    const { id } = await uploaded(task.id, png)
    const remove = (who: Actor) => send(who, { method: 'DELETE', url: `/attachments/${id}` })
    expect((await post(task.id, Buffer.concat([part(png), end]), other)).statusCode).toBe(403)
    expect((await remove(other)).statusCode).toBe(403)
    expect((await remove(actor)).statusCode).toBe(204)
    for (const path of ['', '/thumbnail']) {
      expect((await get(`/attachments/${id}${path}`)).statusCode).toBe(404)
    }
    expect((await list(task.id)).items).toEqual([])
  }
})

test('GET attachment, 404: a file of another team’s task looks exactly like a missing one', async () => {
  const task = await addTask(db, { assignee_id: author.id })
  const { id } = await uploaded(task.id, png)
  const stranger = actorWith('contributor', { team_ids: [] })
  for (const path of ['', '/thumbnail']) {
    const [hidden, missing] = [
      await get(`/attachments/${id}${path}`, stranger, sameForBoth),
      await get(`/attachments/${uuidv7()}${path}`, stranger, sameForBoth),
    ]
    expect(hidden.statusCode).toBe(404)
    expect(hidden.rawPayload).toEqual(missing.rawPayload)
  }
})
