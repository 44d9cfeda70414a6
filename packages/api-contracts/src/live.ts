import { z } from 'zod'

/**
 * The live channel, `/ws`. A client opens it with its access token, as a bearer header or as a
 * second sub-protocol `bearer.<token>` (browsers can set no header); never in the URL. Before the
 * token is over it sends a new one in-band.
 */
export const liveProtocol = 'milepost.v1'

/** `project:<id>`, `portfolio` or `user:<own id>`. */
export const channelSchema = z.string().regex(/^(portfolio|(project|user):[0-9a-f-]{36})$/)

export const clientMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('auth'), token: z.string().max(8192) }),
  z.strictObject({ type: z.literal('subscribe'), channel: channelSchema }),
  z.strictObject({ type: z.literal('unsubscribe'), channel: channelSchema }),
  /** First message after a reconnection: go on after this `seq` of that connection. */
  z.strictObject({
    type: z.literal('resume'),
    connection_id: z.uuid(),
    seq: z.int().nonnegative(),
  }),
])
export type ClientMessage = z.infer<typeof clientMessageSchema>

export const serverMessageSchema = z.discriminatedUnion('type', [
  /** `resume` with this id and the last `seq` seen continues after a disconnection. */
  z.object({ type: z.literal('ready'), connection_id: z.uuid() }),
  z.object({ type: z.literal('subscribed'), channel: channelSchema }),
  z.object({
    type: z.literal('refused'),
    channel: channelSchema,
    reason: z.enum(['forbidden', 'not_found', 'too_many', 'unavailable']),
  }),
  /** `seq` counts the events of one connection from 1, without a gap. */
  z.object({
    type: z.literal('event'),
    seq: z.int().positive(),
    channel: channelSchema,
    event: z.looseObject({ event_id: z.uuid(), event_type: z.string(), timestamp: z.string() }),
  }),
  z.object({ type: z.literal('resumed'), seq: z.int().nonnegative() }),
  /** What was missed is no longer kept: read everything again. */
  z.object({ type: z.literal('resync') }),
  /** The token is about to end: send `auth` with a new one, or be closed with 4401. */
  z.object({ type: z.literal('auth_required') }),
])
export type ServerMessage = z.infer<typeof serverMessageSchema>

/** WebSocket close codes of ours. */
export const liveCloseCodes = {
  unauthenticated: 4401,
  tooSlow: 4408,
  tooManyMessages: 4429,
} as const
