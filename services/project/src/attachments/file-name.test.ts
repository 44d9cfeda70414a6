import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition, safeFileName } from './file-name.ts'

test.each([
  ['plan.pdf', 'plan.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Sara\\plan.pdf', 'plan.pdf'],
  ['A\u0308nderung.txt', 'Änderung.txt'],
  ['rack\u202Efdp.exe', 'rackfdp.exe'],
  ['a\r\nSet-Cookie: b', 'aSet-Cookie: b'],
  ['.htaccess', 'htaccess'],
  ['folder/', 'file'],
  ['', 'file'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
])('%j is kept as %j', (given, kept) => {
  expect(safeFileName(given)).toBe(kept)
})

test('whatever is sent, the header is one line of ASCII that names the file exactly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const name = safeFileName(given)
      const header = contentDisposition('attachment', name)
      expect(header).toMatch(
        /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/,
      )
      const [, encoded = ''] = /filename\*=UTF-8''(.*)$/.exec(header) ?? []
      expect(decodeURIComponent(encoded)).toBe(name.toWellFormed())
      expect(safeFileName(name)).toBe(name)
    }),
  )
})
