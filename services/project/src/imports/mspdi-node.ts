import type { XmlRecord } from './read-xml.ts'

/** A task of the file with the place that its outline level gives it. */
export interface MspdiNode {
  xml: XmlRecord
  uid: string
  parent_uid: string | null
  isMilestone: boolean
}
