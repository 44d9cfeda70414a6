import { expect, test } from 'vitest'
import { fromMarkup, insertMention, mentionAt, peopleFor, toMarkup } from './mentions.ts'

const id = (digit: number) => `01a20320-0000-7000-8000-00000000000${digit}`
const sara = { id: id(1), display_name: 'Sara Andersson' }
const saraB = { id: id(2), display_name: 'Sara Andersson-Bark' }
const zoe = { id: id(3), display_name: 'Zoë Novák' }

test('what is typed becomes markup, the longer name first, and comes back as it was typed', () => {
  const typed = 'Ask @Sara Andersson-Bark or @Sara Andersson, not @Nobody.'
  const body = toMarkup(typed, [sara, saraB])
  expect(body).toBe(
    `Ask [@Sara Andersson-Bark](mention:${id(2)}) or [@Sara Andersson](mention:${id(1)}), not @Nobody.`,
  )
  expect(fromMarkup(body)).toEqual({ text: typed, people: [saraB, sara] })
})

test.each([
  ['@', 1, { from: 0, query: '' }],
  ['Ask @sar', 8, { from: 4, query: 'sar' }],
  ['Ask @Sara And', 13, { from: 4, query: 'Sara And' }],
  ['mail me@home', 12, null],
  ['Ask @sar about', 14, { from: 4, query: 'sar about' }],
  ['Ask @sar about it', 17, null],
  ['Ask @sara', 6, { from: 4, query: 's' }],
])('in %j with the caret at %i the mention is %j', (text, caret, asked) => {
  expect(mentionAt(text, caret)).toEqual(asked)
})

test('a person is found by the beginning of any name, with or without accents', () => {
  const members = [sara, saraB, zoe]
  expect(peopleFor('zoe', members)).toEqual([zoe])
  expect(peopleFor('nová', members)).toEqual([zoe])
  expect(peopleFor('and', members)).toEqual([sara, saraB])
  expect(peopleFor('', members)).toEqual(members)
  expect(peopleFor('xyz', members)).toEqual([])
})

test('a chosen person takes the place of what was typed, and the caret stands behind', () => {
  const asked = { from: 4, query: 'sar' }
  expect(insertMention('Ask @sar please', asked, sara)).toEqual({
    text: 'Ask @Sara Andersson please',
    caret: 20,
  })
})
