import { type Build, onProject } from './target.ts'

const file = {
  kind: 'csv',
  file_name: 'plan.csv',
  content: Buffer.from('title\nOrder the racks').toString('base64'),
}

/** Files into a project and out of it, templates, and work that comes back. */
export const importCalls: Record<string, Build> = {
  P29: onProject((id) => ({ method: 'GET', path: `/projects/${id}/export` })),
  XI01: onProject((id) => ({
    method: 'POST',
    path: `/projects/${id}/imports/preview`,
    body: file,
  })),
  XI02: onProject((id) => ({ method: 'POST', path: `/projects/${id}/imports`, body: file })),
}
