import { createTransport } from 'nodemailer'
import type { SendMail } from './send-digests.ts'

/** Milliseconds, for each step of handing over one mail. */
const timeoutMs = 10_000

/** The SMTP server of `url`; `from` is every mail's sender. */
export function openMail(
  url: string,
  from: string,
): { send: SendMail; close: () => Promise<void> } {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  return {
    send: (mail) => transport.sendMail({ from, ...mail }),
    close: async () => transport.close(),
  }
}
