import { Problem } from '@milepost/service-kit/problem'
import { commonPasswords } from './common-passwords.ts'

interface Owner {
  email: string
  display_name: string
}

/** Rows of a keyboard and the orders everybody knows by heart, both ways round. */
const sequences = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'poiuytrewqlkjhgfdsamnbvcxz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
].flatMap((keys) => [keys, [...keys].reverse().join('')])

const lettersAndDigits = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Whether a password would be among the first guesses: a well-known one, somebody's own name or
 * address, one short piece over and over, or keys in a row (NIST SP 800-63B §5.1.1.2). Length is the
 * contract's business; there are no rules about which characters.
 */
export function isGuessable(password: string, { email, display_name }: Owner): boolean {
  const core = lettersAndDigits(password)
  const [login = ''] = email.split('@')
  const own = [email, login, display_name, 'milepost'].map(lettersAndDigits)
  return (
    commonPasswords.has(core) ||
    // What is left without the well-known words has to carry the secret.
    own.some((word) => word.length > 2 && core.replaceAll(word, '').length < 6) ||
    /^(.{1,8}?)\1+.{0,3}$/u.test(core) ||
    sequences.some((keys) => keys.repeat(2).includes(core))
  )
}

/** Throws 422 for a guessable password. */
export function refuseGuessablePassword(password: string, owner: Owner, pointer: string): void {
  if (!isGuessable(password, owner)) return
  throw new Problem({
    kind: 'guessable-password',
    status: 422,
    detail: 'This password is too easy to guess. A few unrelated words make a good one.',
    errors: [{ pointer, detail: 'Too easy to guess.' }],
  })
}
