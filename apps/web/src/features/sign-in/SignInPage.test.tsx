import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createQueryClient } from '#shared/api/query-client.ts'
import { currentSession, signedOut } from '#shared/api/session-store.ts'
import { problemBody, session } from '#test/session.ts'
import { SignInPage } from './SignInPage.tsx'

const demo = {
  email: 'executive@milepost.example',
  password: 'milepost-demo-only',
  display_name: 'Helen Vasquez',
  role: 'executive',
  purpose: 'the live portfolio',
}
const config = (demo_accounts: unknown[]) =>
  http.get('*/app-config.json', () => HttpResponse.json({ version: '1', demo_accounts }))

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  signedOut()
  server.use(config([]))
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
})
afterAll(() => server.close())

const show = () =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[{ pathname: '/sign-in', state: { from: '/wanted' } }]}>
        <Routes>
          <Route path="/sign-in" element={<SignInPage />} />
          <Route path="/wanted" element={<p>The wanted page</p>} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  )
function enter(email: string, password: string) {
  fireEvent.change(screen.getByLabelText('Email'), { target: { value: email } })
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: password } })
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

test('the right password leads to where the reader wanted to go', async () => {
  server.use(http.post('*/api/v1/auth/login', () => HttpResponse.json(session())))
  show()
  enter('executive@milepost.example', 'milepost-demo-only')
  expect(await screen.findByText('The wanted page')).toBeDefined()
  expect(currentSession()?.user.display_name).toBe('Helen Vasquez')
})

test('a refusal stands below the password in the server’s own words', async () => {
  const detail = 'Email and password do not match.'
  server.use(
    http.post('*/api/v1/auth/login', () =>
      HttpResponse.json(problemBody(401, 'unauthenticated', detail), { status: 401 }),
    ),
  )
  show()
  enter('executive@milepost.example', 'wrong')
  expect((await screen.findByRole('alert')).textContent).toBe(detail)
  expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true')
  fireEvent.change(screen.getByLabelText('Email'), {
    target: { value: 'another@milepost.example' },
  })
  await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('an empty field is named before anything is sent', async () => {
  show()
  enter('', '')
  expect((await screen.findAllByRole('alert')).map(({ textContent }) => textContent)).toEqual([
    'Enter your email address.',
    'Enter your password.',
  ])
})

test('without the demo data no account is offered', async () => {
  show()
  await screen.findByRole('heading', { name: 'Sign in' })
  expect(screen.queryByText('Demo accounts')).toBeNull()
})

test('with the demo data one click signs in', async () => {
  server.use(
    config([demo]),
    http.post('*/api/v1/auth/login', async ({ request }) => {
      expect(await request.json()).toEqual({ email: demo.email, password: demo.password })
      return HttpResponse.json(session())
    }),
  )
  show()
  fireEvent.click(await screen.findByRole('button', { name: /Helen Vasquez/ }))
  expect(await screen.findByText('The wanted page')).toBeDefined()
})
