import { expect, test } from 'vitest'
import { placeFloating } from './place-floating.ts'

const view = { width: 1000, height: 600 }
const menu = { width: 200, height: 300 }
const button = (left: number, top: number) => ({ left, top, width: 80, height: 28 })

test('a menu opens below its button, along its left edge', () => {
  expect(placeFloating(button(100, 100), menu, view, 'bottom-start')).toEqual({
    top: 132,
    left: 100,
  })
})

test('without room below it opens above', () => {
  expect(placeFloating(button(100, 500), menu, view, 'bottom-start').top).toBe(196)
})

test('it never leaves the window sideways', () => {
  expect(placeFloating(button(950, 100), menu, view, 'bottom-start').left).toBe(792)
  expect(placeFloating(button(0, 100), menu, view, 'bottom-end').left).toBe(8)
})
