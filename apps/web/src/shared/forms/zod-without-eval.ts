import { config } from 'zod'

// Zod would compile its schemas with `new Function`, which the content security policy forbids, and
// even the attempt is reported. Schemas ask when they are made, so forms import this before any.
config({ jitless: true })
