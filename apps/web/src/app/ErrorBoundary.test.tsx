import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { type ReactNode, Suspense } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { lazyPart } from './lazy-part.ts'

const page = (entry: string) => `<!doctype html><script type="module" src="${entry}"></script>`
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  document.head.innerHTML = page('/assets/index-1.js')
  sessionStorage.clear()
  // React reports what a boundary caught; here that is what is wanted.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  server.use(http.get('*/', () => HttpResponse.error()))
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
  vi.restoreAllMocks()
})
afterAll(() => server.close())

/** A part whose scripts are missing until they are put there. */
function partOf() {
  const scripts = { there: false, asked: 0 }
  const Part = lazyPart<object>(async () => {
    scripts.asked += 1
    if (!scripts.there)
      throw new TypeError('Failed to fetch dynamically imported module: /assets/x')
    return () => <p>The part</p>
  })
  return { scripts, Part }
}
const show = (child: ReactNode, of = '/a') => (
  <ErrorBoundary of={of}>
    <Suspense>{child}</Suspense>
  </ErrorBoundary>
)
const noConnection = () => screen.findByText('No connection to Milepost')

test('scripts that do not arrive are said to be a matter of the connection, in no exception’s words', async () => {
  const { Part } = partOf()
  render(show(<Part />))
  await noConnection()
  expect(document.body.textContent).not.toMatch(/Failed to fetch|TypeError|reference/)
})

test('the part comes with "Try again", once its scripts can be had', async () => {
  const { Part, scripts } = partOf()
  render(show(<Part />))
  await noConnection()
  scripts.there = true
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('The part')).toBeDefined()
})

test('the part comes by itself when the connection is back', async () => {
  const { Part, scripts } = partOf()
  render(show(<Part />))
  await noConnection()
  scripts.there = true
  fireEvent(window, new Event('online'))
  expect(await screen.findByText('The part')).toBeDefined()
})

test('a failure ends with going to another page, and going back tries again', async () => {
  const { Part, scripts } = partOf()
  const { rerender } = render(show(<Part />))
  await noConnection()
  rerender(show(<p>Another page</p>, '/b'))
  expect(screen.getByText('Another page')).toBeDefined()
  scripts.there = true
  rerender(show(<Part />, '/c'))
  expect(await screen.findByText('The part')).toBeDefined()
})

test('a bug shows no exception, and is told apart from a missing connection', () => {
  const Bug = (): ReactNode => {
    throw new RangeError('x is not a function')
  }
  render(show(<Bug />))
  expect(screen.getByText('This page broke')).toBeDefined()
  expect(document.body.textContent).not.toMatch(/RangeError|not a function/)
})

test('what the browser itself asks for no more is brought by loading the page again', async () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { ...window.location, reload })
  const { Part } = partOf()
  render(show(<Part />))
  await noConnection()
  server.use(http.get('*/', () => HttpResponse.html(page('/assets/index-1.js'))))
  fireEvent(window, new Event('online'))
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  vi.unstubAllGlobals()
})

test('scripts that a newer version replaced load the page again, once', async () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { ...window.location, reload })
  server.use(http.get('*/', () => HttpResponse.html(page('/assets/index-2.js'))))
  const first = partOf()
  render(show(<first.Part />))
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  cleanup()

  const second = partOf()
  render(show(<second.Part />))
  await noConnection()
  expect(reload).toHaveBeenCalledTimes(1)
  vi.unstubAllGlobals()
})
