import { beforeEach, expect, test, vi } from 'vitest'
import {
  somethingFailed,
  somethingHappened,
  toastDismissed,
  undoRequested,
  useToastStore,
} from './toast-store.ts'

beforeEach(() => useToastStore.setState({ notice: null, failure: null }))
const shown = () => {
  const { notice, failure } = useToastStore.getState()
  return notice?.text ?? failure
}

test('a newer notice takes the place of the older one', () => {
  somethingHappened({ text: 'first' })
  somethingHappened({ text: 'second' })
  expect(shown()).toBe('second')
})

test('a failure stays beneath newer notices until someone dismisses it', () => {
  somethingFailed('It was not saved.')
  somethingHappened({ text: 'moved' })
  expect(shown()).toBe('moved')
  toastDismissed()
  expect(shown()).toBe('It was not saved.')
  toastDismissed()
  expect(shown()).toBeNull()
})

test('undo takes back once, and only what can be taken back', () => {
  const undo = vi.fn()
  somethingHappened({ text: 'moved', undo })
  undoRequested()
  undoRequested()
  expect(undo).toHaveBeenCalledOnce()
  somethingHappened({ text: 'copied' })
  undoRequested()
  expect(shown()).toBe('copied')
})
