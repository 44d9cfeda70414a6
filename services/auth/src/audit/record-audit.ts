import { auditLog } from '@milepost/db-schemas/auth'
import type { Db, Tx } from '@milepost/db-schemas/database'

export interface AuditEntry {
  /** Null when nobody is signed in yet. */
  actor_user_id: string | null
  action:
    | 'sign_in.locked'
    | 'session.token_reused'
    | 'password.changed'
    | 'user.created'
    | 'team.created'
    | 'team.member_added'
  object_type: 'account' | 'user' | 'team' | 'session'
  object_id: string | null
  /** Never a secret. */
  detail?: Record<string, unknown>
  correlation_id: string
}

/** Keeps a sensitive act for good. In the transaction of the act, so neither stands without the other. */
export async function recordAudit(db: Db | Tx, entry: AuditEntry): Promise<void> {
  await db.insert(auditLog).values(entry)
}
