import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createQueryClient } from '#shared/api/query-client.ts'
import { signedIn } from '#shared/api/session-store.ts'
import { problemBody, session } from '#test/session.ts'
import { NewPersonDialog } from './NewPersonDialog.tsx'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  cleanup()
  server.resetHandlers()
})
afterAll(() => server.close())

test('an address that somebody has already is refused at the address', async () => {
  signedIn(session('token-1', 'admin'))
  const detail = 'Somebody has this address already.'
  server.use(
    http.post('*/auth/users', () =>
      HttpResponse.json(problemBody(409, 'email-taken', detail), { status: 409 }),
    ),
  )
  render(
    <QueryClientProvider client={createQueryClient()}>
      <NewPersonDialog teams={[]} onClose={() => undefined} />
    </QueryClientProvider>,
  )
  const fill = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })
  fill('Name', 'Helen Vasquez')
  fill('Email', 'executive@milepost.example')
  fill('First password', 'a long enough password')
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))

  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toBe(detail)
  expect(screen.getByLabelText('Email').getAttribute('aria-describedby')).toBe(alert.id)
})
