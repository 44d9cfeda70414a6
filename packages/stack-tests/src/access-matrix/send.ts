import { v7 as uuidv7 } from 'uuid'
import { type ServiceName, serviceUrls, stack } from '#stack.ts'
import type { Persona } from './personas.ts'

export interface Call {
  method: string
  /** Below /api/v1. */
  path: string
  body?: unknown
  /** A file, instead of a body of JSON. */
  form?: FormData
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  correlationId: string
}

export type Door = 'gateway' | 'direct'

/** One call as a persona, through the gateway or straight at the service. */
export async function send(
  { method, path, body, form, headers }: Call,
  {
    persona,
    door,
    service,
    correlationId = `matrix-${uuidv7()}`,
  }: { persona: Persona; door: Door; service: ServiceName; correlationId?: string },
): Promise<Answer> {
  const base = door === 'gateway' ? stack.GATEWAY_URL : serviceUrls[service]
  const response = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      'x-correlation-id': correlationId,
      ...(persona.token !== null && { authorization: `Bearer ${persona.token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(form && { body: form }),
    signal: AbortSignal.timeout(10_000),
  })
  return {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
    correlationId,
  }
}
