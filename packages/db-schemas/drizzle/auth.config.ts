import { defineConfig } from 'drizzle-kit'

// Paths are relative to the folder drizzle-kit is started in: packages/db-schemas.
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/auth.ts', './src/calendars.ts'],
  out: './migrations/auth',
  // Without the filter drizzle-kit also takes tables of other schemas for its own.
  schemaFilter: ['auth'],
})
