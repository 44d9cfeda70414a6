import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { uuid } from '#test/portfolio.ts'
import { Composer } from './Composer.tsx'

afterEach(cleanup)

const members = [
  { id: uuid(1), display_name: 'Sara Andersson' },
  { id: uuid(2), display_name: 'Priya Raman' },
]
const sent = vi.fn<(body: string, done: () => void) => void>()

function open(body?: string) {
  sent.mockClear()
  render(
    <Composer
      label="Comment"
      send="Send"
      members={members}
      problem={null}
      isSending={false}
      onSend={sent}
      {...(body !== undefined && { body })}
    />,
  )
  return screen.getByLabelText<HTMLTextAreaElement>('Comment')
}

function type(field: HTMLTextAreaElement, text: string) {
  fireEvent.change(field, { target: { value: text } })
  field.setSelectionRange(text.length, text.length)
  fireEvent.select(field)
}

test('an @ offers people to the keyboard; who is chosen is sent as a mention', () => {
  const field = open()
  type(field, 'Ask @')
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    ...['SASara Andersson', 'PRPriya Raman'],
  ])
  fireEvent.keyDown(field, { key: 'ArrowDown' })
  const chosen = screen.getByRole('option', { selected: true })
  expect(field.getAttribute('aria-activedescendant')).toBe(chosen.id)
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(field.value).toBe('Ask @Priya Raman ')
  expect(screen.queryByRole('listbox')).toBeNull()

  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
  expect(sent.mock.calls[0]?.[0]).toBe(`Ask [@Priya Raman](mention:${uuid(2)})`)
})

test('Esc declines the offer, and the next one comes with the next @', () => {
  const field = open()
  type(field, '@sar')
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(screen.queryByRole('listbox')).toBeNull()
  type(field, '@sar and @pri')
  expect(screen.getByRole('option').textContent).toMatch('Priya Raman')
})

test('a preview shows the mention and the markdown, and nothing that runs or is fetched', () => {
  open(
    `**Now**, [@Sara Andersson](mention:${uuid(1)}): <script>x</script> ![p](http://evil/p.png) [l](javascript:x)`,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Preview' }))
  expect(screen.getByText('Now').tagName).toBe('STRONG')
  expect(screen.getByText('@Sara Andersson')).toBeDefined()
  expect(document.querySelector('script, img')).toBeNull()
  expect(screen.getByText('l').getAttribute('href') ?? '').not.toMatch('javascript')
})
