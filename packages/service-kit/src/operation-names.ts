const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Stable and unlike any other: `GET /api/v1/tasks/:task_id/comments` is `getTasksByTaskIdComments`. */
export function operationId(method: string, url: string): string {
  const segments = url.replace(/^\/api\/v1\//, '').split('/')
  const words = segments.map((segment) => {
    const parts = segment.split(/[^A-Za-z0-9]+/).filter((part) => part !== '')
    return `${segment.startsWith(':') ? 'By' : ''}${parts.map(capitalized).join('')}`
  })
  return `${method.toLowerCase()}${words.join('')}`
}

/** The plugin that declares a route is named for its feature: "changeSetRoutes" is "change set". */
export const tagOf = (plugin: string): string =>
  plugin
    .replace(/Routes$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim()
