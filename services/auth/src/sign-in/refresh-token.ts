import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** 32 bytes in base64url. */
const wellFormed = /^[\w-]{43}$/

export const isRefreshToken = (text: string) => wellFormed.test(text)

export const newRefreshToken = () => randomBytes(32).toString('base64url')

/** What is stored of a token: SHA-256 of its bytes, hex. Random bytes need no salt and no slow hash. */
export const hashOfToken = (token: string) =>
  createHash('sha256').update(Buffer.from(token, 'base64url')).digest('hex')

/** A key of its own (RFC 5869), so that the signing secret has one use only. */
export const successorKeyFrom = (jwtSecret: string) =>
  Buffer.from(hkdfSync('sha256', jwtSecret, '', 'milepost refresh-token successor', 32))

interface IssuedToken {
  /** Of its row. */
  id: string
  token: string
}

/**
 * The token that follows this one. It can be told again from the token itself, which only its holder
 * has, so the answer to a refresh can be repeated though no token is stored.
 */
export const successorOf = (key: Buffer, { id, token }: IssuedToken) =>
  createHmac('sha256', key)
    .update(`${id}.`)
    .update(Buffer.from(token, 'base64url'))
    .digest('base64url')
