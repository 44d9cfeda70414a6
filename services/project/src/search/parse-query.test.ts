import { expect, test } from 'vitest'
import { likeText, parseQuery, wordsQuery } from './parse-query.ts'

test('a key is read in any case, and only when it stands alone', () => {
  expect(parseQuery(' waf-131 ').key).toEqual({ project: 'WAF', number: 131 })
  expect(parseQuery('waf-131 rollback').key).toBeUndefined()
  expect(parseQuery('131').number).toBe(131)
})

test('tokens narrow down and are not searched for; unknown ones are text', () => {
  expect(parseQuery('is:blocked firewall IS:mine')).toMatchObject({
    ...{ text: 'firewall', statuses: ['blocked'], mine: true },
  })
  expect(parseQuery('is:open').statuses).not.toContain('done')
  expect(parseQuery('is:colourful').text).toBe('is:colourful')
})

test('nothing that was typed becomes an operator', () => {
  expect(wordsQuery(parseQuery("a & b | !c <-> 'd'").words)).toBe('a:* & b:* & c:* & d:*')
  expect(wordsQuery(parseQuery('Überprüfung der Firewälle').words)).toBe(
    'überprüfung:* & der:* & firewälle:*',
  )
  expect(likeText('50%_\\')).toBe('50\\%\\_\\\\')
})
