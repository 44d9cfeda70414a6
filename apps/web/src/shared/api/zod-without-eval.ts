import { config } from 'zod'

// Zod would compile its schemas with `new Function`, which the content security policy forbids, and
// even the attempt is reported. Schemas ask when they are made, so this is imported before any.
config({ jitless: true })
