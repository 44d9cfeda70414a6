import { expect, test } from 'vitest'
import { isGuessable } from './password-rule.ts'

const sara = { email: 'sara.andersson@milepost.example', display_name: 'Sara Andersson' }

test.each([
  'correct horse battery staple',
  'milepost-demo-only',
  'passwordpassword',
  'Passw0rdPassw0rd1',
  'aaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  '123456789012345',
  'qwertyuiopasdfgh',
  'poiuytrewqlkjhgf',
  '1qaz2wsx3edc4rfv',
  'sara.andersson@milepost.example',
  'SaraAndersson2026!',
  'Milepost Milepost 1',
  '                ',
])('%s is guessable', (password) => {
  expect(isGuessable(password, sara)).toBe(true)
})

test.each([
  'five unrelated words, truly',
  'gefüllte Paprika um Mitternacht',
  'x7$kQ9-vv2!Lm0pZ',
  'sara andersson likes steep hills',
  'パスワードは長いほうがいいですよね',
])('%s is not', (password) => {
  expect(isGuessable(password, sara)).toBe(false)
})
