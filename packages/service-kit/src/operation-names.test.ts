import { expect, test } from 'vitest'
import { operationId, tagOf } from './operation-names.ts'

test.each([
  ['GET', '/api/v1/projects', 'getProjects'],
  ['GET', '/api/v1/projects/:project_id', 'getProjectsByProjectId'],
  ['PATCH', '/api/v1/tasks/:task_id/move', 'patchTasksByTaskIdMove'],
  [
    'POST',
    '/api/v1/projects/:project_id/tasks/bulk-delete',
    'postProjectsByProjectIdTasksBulkDelete',
  ],
  ['GET', '/api/v1/auth/.well-known/jwks.json', 'getAuthWellKnownJwksJson'],
])('%s %s is the operation %s', (method, url, name) => {
  expect(operationId(method, url)).toBe(name)
})

test('an operation is filed under the feature whose plugin declares it', () => {
  expect(['taskRoutes', 'changeSetRoutes'].map(tagOf)).toEqual(['task', 'change set'])
})
