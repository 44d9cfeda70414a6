import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Dialog } from './Dialog.tsx'

afterEach(cleanup)
const focused = () => document.activeElement?.textContent || document.activeElement?.id

test('a dialog opens with its first field focused, not the cross above it', () => {
  render(
    <Dialog title="Add" onClose={() => undefined}>
      <button type="button">Help</button>
      <input id="name" />
      <input id="due" />
    </Dialog>,
  )
  expect(focused()).toBe('name')
})

test('one without fields opens on its first answer', () => {
  render(
    <Dialog title="Delete?" onClose={() => undefined}>
      <button type="button">Keep it</button>
      <button type="button">Delete</button>
    </Dialog>,
  )
  expect(focused()).toBe('Keep it')
  expect(screen.getByRole('button', { name: 'Close, Esc' })).toBeDefined()
})
