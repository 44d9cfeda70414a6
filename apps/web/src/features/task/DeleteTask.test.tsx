import type { TaskView } from '@milepost/api-contracts/tasks'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createQueryClient } from '#shared/api/query-client.ts'
import { signedIn } from '#shared/api/session-store.ts'
import { Toast } from '#shared/ui/Toast.tsx'
import { toastDismissed } from '#shared/ui/toast-store.ts'
import { idOf } from '#test/cards.ts'
import { problemBody, session } from '#test/session.ts'
import { DeleteTask } from './DeleteTask.tsx'

let left: number
let asked: number
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  left = 0
  asked = 0
  signedIn(session('token-1', 'project_manager'))
})
afterEach(() => {
  cleanup()
  toastDismissed()
  server.resetHandlers()
})
afterAll(() => server.close())

const deletion = (answer: () => Response) =>
  http.delete('*/tasks/:id', () => {
    asked += 1
    return answer()
  })

function open() {
  const task = { id: idOf('a'), key: 'WAF-131', version: 3 } as TaskView
  const leave = () => {
    left += 1
  }
  render(
    <QueryClientProvider client={createQueryClient()}>
      <DeleteTask task={task} onDeleted={leave} />
      <Toast />
    </QueryClientProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Delete task' }))
  return within(screen.getByRole('dialog', { name: 'Delete this task?' }))
}

test('a task is deleted only after one was asked, and then one is told', async () => {
  server.use(deletion(() => new HttpResponse(null, { status: 204 })))
  const dialog = open()
  expect(asked).toBe(0)
  fireEvent.click(dialog.getByRole('button', { name: 'Delete' }))
  expect((await screen.findByText('WAF-131')).parentElement?.textContent).toBe('WAF-131 deleted')
  expect(left).toBe(1)
})

test('"Keep it" asks nothing of the server', () => {
  fireEvent.click(open().getByRole('button', { name: 'Keep it' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(asked).toBe(0)
})

test('a refused deletion says why, and the task stays', async () => {
  server.use(
    deletion(() =>
      HttpResponse.json(problemBody(409, 'task-changed', 'Somebody changed it.'), { status: 409 }),
    ),
  )
  const dialog = open()
  fireEvent.click(dialog.getByRole('button', { name: 'Delete' }))
  expect((await dialog.findByText('Somebody changed it.')).textContent).toBeDefined()
  expect(left).toBe(0)
})
