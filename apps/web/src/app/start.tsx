import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '#shared/api/query-client.ts'
import { App } from './App.tsx'
import { readAhead } from './read-ahead.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const client = createQueryClient()
readAhead(client, window.location.pathname)

createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
)
